package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.huzhu.enrolment.Entry.Offered;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.kernel.Sex;
import org.huzhu.members.Intake.Awaited;
import org.huzhu.members.Intake.Known;
import org.huzhu.members.Intake.Sighting;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.Paper;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.roster.Column;
import org.huzhu.roster.RosterLine;

/**
 * Somebody who would take part: from a row of a roster, or from the register.
 *
 * @param row by which he is named in the batch
 * @param person who would be under cover
 * @param member who he is, or will be once the batch is confirmed; of a child, the parent whose cover it is
 * @param newcomer what is known of him who is no member of the unit yet
 * @param joined the day on which he was hired, where it is known
 * @param units of cover, where {@code unitsOf} has no other number for a plan
 * @param plans the plans that he takes part in, in his own words; empty for all of the batch
 */
record Candidate(
        int row,
        String name,
        UUID person,
        UUID member,
        Optional<Awaited> newcomer,
        Sex sex,
        LocalDate birthOn,
        Optional<LocalDate> joined,
        Offered offered,
        int units,
        Map<String, Integer> unitsOf,
        Optional<String> plans) {

    private static final int DAYS_AHEAD = 60;
    private static final Pattern LEAVING = Pattern.compile("减|离|退|调出|调离|身故|死亡|去世|不续|不再");

    Candidate {
        unitsOf = Map.copyOf(unitsOf);
    }

    int units(String plan) {
        return unitsOf.getOrDefault(plan, units);
    }

    /** The same, who takes part in these plans only. */
    Candidate taking(Map<String, Integer> other) {
        return new Candidate(
                row,
                name,
                person,
                member,
                newcomer,
                sex,
                birthOn,
                joined,
                offered,
                units,
                other,
                Optional.of(String.join("、", other.keySet())));
    }

    /** What the rows of a batch are read with. */
    record Usual(int units, LocalDate today, Supplier<UUID> ids) {}

    /**
     * A row, its paper, and whom the register knows by that.
     *
     * @param parent of a child, whom the register knows by the paper of the parent
     */
    record Seen(RosterLine line, Paper paper, Sighting who, Optional<Sighting> parent) {

        boolean isChild() {
            return line.value(Column.PARENT).isPresent()
                    || line.value(Column.CATEGORY)
                            .filter(text -> text.contains("子女"))
                            .isPresent();
        }

        Optional<LocalDate> birthOn() {
            return paper.birthDate().or(() -> line.value(Column.BIRTH).map(LocalDate::parse));
        }

        Optional<Sex> sex() {
            return paper.sex().or(() -> line.value(Column.SEX).map(text -> text.equals("男") ? Sex.MALE : Sex.FEMALE));
        }

        /** What the row says of his work, else what the register does. */
        Offered offered() {
            if (isChild()) {
                return new Offered(Category.CHILD, Occupation.ORDINARY);
            }
            Category category = line.value(Column.CATEGORY)
                    .map(Candidate::category)
                    .orElseGet(() -> who.member()
                            .map(Known::kinds)
                            .map(Candidate::category)
                            .orElse(Category.IN_SERVICE));
            return new Offered(category, occupation(line));
        }
    }

    /** Who stands in the row, once {@link #troubles} has found nothing. */
    static Candidate of(Seen seen, Usual usual) {
        RosterLine line = seen.line();
        Optional<Known> known = seen.isChild()
                ? seen.parent().flatMap(Sighting::member)
                : seen.who().member();
        UUID member = known.map(Known::id).orElseGet(usual.ids());
        Optional<LocalDate> joined = line.value(Column.JOINED).map(LocalDate::parse);
        return new Candidate(
                line.row(),
                line.value(Column.NAME).orElse(""),
                seen.who().person(),
                member,
                known.isPresent() ? Optional.empty() : Optional.of(newcomer(member, seen, usual.today())),
                seen.sex().orElseThrow(),
                seen.birthOn().orElseThrow(),
                joined,
                seen.offered(),
                line.value(Column.SHARES).map(Integer::parseInt).orElse(usual.units()),
                Map.of(),
                line.value(Column.PLAN).filter(text -> !text.isBlank()));
    }

    /** What of the row tells too little, or disagrees with the register. */
    static List<Trouble> troubles(Seen seen, LocalDate today) {
        List<Trouble> troubles = new ArrayList<>();
        if (seen.birthOn().isEmpty()) {
            troubles.add(new Trouble("出生日期", "这种证件的号码里没有出生日期，名册里也没有", "请补填出生日期"));
        }
        if (seen.sex().isEmpty()) {
            troubles.add(new Trouble("性别", "这种证件的号码里没有性别，名册里也没有", "请补填性别"));
        }
        if (seen.isChild()) {
            orphan(seen).ifPresent(troubles::add);
        } else {
            seen.who().member().ifPresent(known -> {
                if (!known.name().equals(seen.line().value(Column.NAME).orElse(""))) {
                    troubles.add(new Trouble("姓名", "这个证件号码在本单位登记的是另一个姓名", "请核对姓名和号码；如果改了名，请先在会员资料里改"));
                }
                gone(known.kinds()).ifPresent(troubles::add);
            });
        }
        seen.line()
                .value(Column.JOINED)
                .map(LocalDate::parse)
                .filter(day -> day.isAfter(today.plusDays(DAYS_AHEAD)))
                .ifPresent(day -> troubles.add(new Trouble("入职日期", day + " 还没有到", "请核对入职日期")));
        return troubles;
    }

    /** A child is under cover through a parent who is a member of the unit. */
    private static Optional<Trouble> orphan(Seen seen) {
        if (seen.line().value(Column.PARENT).isEmpty()) {
            return Optional.of(new Trouble("家长证件号码", "会员子女要写明是谁的子女，家长证件号码没有填", "请补填家长的证件号码"));
        }
        return seen.parent().flatMap(Sighting::member).isPresent()
                ? Optional.empty()
                : Optional.of(new Trouble("家长证件号码", "家长不是本单位的会员，或者号码不对", "请核对号码；家长还没有登记的，请先给家长参保或登记"));
    }

    /** The paper of the parent whom a row names, where it can be one. */
    static Optional<Paper> parent(RosterLine line) {
        return line.value(Column.PARENT).flatMap(text -> {
            try {
                return Optional.of(Paper.parse(Paper.Kind.RESIDENT, text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    boolean isChild() {
        return offered.category() == Category.CHILD;
    }

    /** Why somebody is not enrolled again, by what he is in the register; what he has runs on to its end. */
    static Optional<Trouble> gone(Set<CategoryKind> kinds) {
        if (kinds.contains(CategoryKind.DECEASED)) {
            return Optional.of(new Trouble("姓名", "会员资料里登记为已身故", "请从名册里去掉；登记错了的，请先在会员资料里改"));
        }
        return kinds.contains(CategoryKind.RETIRED)
                ? Optional.of(new Trouble("类别", "会员资料里登记为已退休，退休以后不再参保；现有的保障到期满为止", "请从名册里去掉；登记错了的，请先在会员资料里改"))
                : Optional.empty();
    }

    /** Whether the row says that he is to be enrolled no longer. */
    static boolean leaves(RosterLine line) {
        return line.value(Column.CHANGE).filter(LEAVING.asPredicate()).isPresent();
    }

    private static Awaited newcomer(UUID id, Seen seen, LocalDate today) {
        RosterLine line = seen.line();
        return new Awaited(
                id,
                new PersonName(line.value(Column.NAME).orElseThrow()),
                seen.paper(),
                seen.birthOn().orElseThrow(),
                seen.sex().orElseThrow(),
                line.value(Column.PHONE).map(Phone::parse),
                line.value(Column.CARD).map(CardNumber::new),
                kindOf(seen.offered().category()),
                line.value(Column.JOINED)
                        .map(LocalDate::parse)
                        .filter(day -> !day.isAfter(today))
                        .orElse(today));
    }

    private static CategoryKind kindOf(Category category) {
        return switch (category) {
            case NEW_FORM -> CategoryKind.NEW_FORM;
            case HARDSHIP -> CategoryKind.HARDSHIP;
            case MODEL_WORKER -> CategoryKind.MODEL_WORKER;
            case IN_SERVICE, CHILD, SPOUSE, PARENT, EVENT_STAFF, NO_UNION -> CategoryKind.EMPLOYED;
        };
    }

    /** What plans call somebody whom the register calls so; the first of these that he is. */
    static Category category(Set<CategoryKind> kinds) {
        if (kinds.contains(CategoryKind.NEW_FORM)) {
            return Category.NEW_FORM;
        }
        if (kinds.contains(CategoryKind.HARDSHIP)) {
            return Category.HARDSHIP;
        }
        return kinds.contains(CategoryKind.MODEL_WORKER) ? Category.MODEL_WORKER : Category.IN_SERVICE;
    }

    /** Units have words of their own for kinds of employment; whoever is none of these is in service. */
    private static Category category(String text) {
        if (text.contains("新就业")) {
            return Category.NEW_FORM;
        }
        if (text.contains("困难")) {
            return Category.HARDSHIP;
        }
        if (text.contains("活动保障")) {
            return Category.EVENT_STAFF;
        }
        return text.contains("劳模") ? Category.MODEL_WORKER : Category.IN_SERVICE;
    }

    static Occupation occupation(RosterLine line) {
        String text = line.value(Column.OCCUPATION).orElse("");
        return text.contains("高风险") || text.contains("高危") ? Occupation.HIGH_RISK : Occupation.ORDINARY;
    }
}
