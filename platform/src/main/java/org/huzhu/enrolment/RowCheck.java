package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.enrolment.Entry.Offered;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.enrolment.PlanCheck.Applicant;
import org.huzhu.enrolment.PlanCheck.Held;
import org.huzhu.enrolment.PlanCheck.Verdict;
import org.huzhu.enrolment.PlanCheck.Verdict.Proposed;
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
import org.huzhu.roster.TroubleKind;

/** Judges the rows of one batch, each against the register, the cover that he has, and the plans. */
final class RowCheck {

    private static final int DAYS_AHEAD = 60;

    private final List<PlanCheck> plans;
    private final int units;
    private final LocalDate today;
    private final Supplier<UUID> ids;

    /** Persons of this batch who were accepted before, and the row that they stand in. */
    private final Map<UUID, String> seen = new HashMap<>();

    RowCheck(List<PlanCheck> plans, int units, LocalDate today, Supplier<UUID> ids) {
        this.plans = List.copyOf(plans);
        this.units = units;
        this.today = today;
        this.ids = ids;
    }

    /** Remembers somebody whom an earlier file of the batch has. */
    void remember(UUID person, int part, int row) {
        seen.put(person, "第 %d 份名册第 %d 行".formatted(part, row));
    }

    /** The paper of a row that can be read; empty where something is wrong with it. */
    static Optional<Paper> paper(RosterLine line) {
        if (line.isWrong()) {
            return Optional.empty();
        }
        Paper.Kind kind = line.value(Column.PAPER_KIND).map(Paper.Kind::valueOf).orElse(Paper.Kind.RESIDENT);
        return line.value(Column.PAPER).map(number -> Paper.parse(kind, number));
    }

    /** A row that the reader has found wrong, or somebody's second. */
    static Entry wrong(RosterLine line) {
        boolean isRepeated = line.troubles().stream().allMatch(each -> each.kind() == TroubleKind.REPEATED);
        List<Trouble> troubles = line.troubles().stream()
                .map(each -> new Trouble(each.column().title(), each.wrong(), each.remedy()))
                .toList();
        return refused(line, Optional.empty(), isRepeated ? Kind.DUPLICATE : Kind.WRONG, troubles);
    }

    /** The row as it goes back to the handler, with these troubles in place of its own. */
    static RosterLine withTroubles(RosterLine line, List<Trouble> troubles) {
        List<org.huzhu.roster.Trouble> written = troubles.stream()
                .map(each -> new org.huzhu.roster.Trouble(
                        Column.called(each.column()).orElse(Column.NOTE),
                        TroubleKind.REFUSED,
                        "",
                        each.wrong(),
                        each.remedy()))
                .toList();
        return new RosterLine(line.row(), line.values(), line.cells(), written);
    }

    private static Entry wrong(RosterLine line, List<Trouble> troubles) {
        return refused(line, Optional.empty(), Kind.WRONG, troubles);
    }

    private static Entry refused(RosterLine line, Optional<Sighting> who, Kind kind, List<Trouble> troubles) {
        return new Entry(
                line.row(),
                line.value(Column.NAME).orElse(""),
                who.map(Sighting::person),
                who.flatMap(Sighting::member).map(Known::id),
                Optional.empty(),
                kind,
                troubles,
                offered(line),
                Map.of());
    }

    private static Offered offered(RosterLine line) {
        return new Offered(category(line), occupation(line));
    }

    /**
     * Judges a row of which the paper is known.
     *
     * @param holds the cover that the person has or had
     */
    Entry judge(RosterLine line, Paper paper, Sighting who, List<Held> holds) {
        List<Trouble> troubles = new ArrayList<>();
        String before = seen.get(who.person());
        if (before != null) {
            troubles.add(new Trouble("证件号码", "与" + before + "是同一个人", "请去掉重复的一行"));
            return refused(line, Optional.of(who), Kind.DUPLICATE, troubles);
        }
        Optional<LocalDate> birthOn =
                paper.birthDate().or(() -> line.value(Column.BIRTH).map(LocalDate::parse));
        Optional<Sex> sex = paper.sex().or(() -> line.value(Column.SEX).map(RowCheck::sex));
        checkPerson(line, who, birthOn, sex, troubles);
        if (!troubles.isEmpty()) {
            return wrong(line, troubles);
        }
        int wanted = line.value(Column.SHARES).map(Integer::parseInt).orElse(units);
        Offered offered = offered(line);
        Applicant applicant = new Applicant(
                sex.orElseThrow(), birthOn.orElseThrow(), offered.category(), offered.occupation(), wanted, holds);
        Map<PlanCheck, Proposed> proposed = new LinkedHashMap<>();
        for (PlanCheck plan : plansOf(line, troubles)) {
            switch (plan.judge(applicant)) {
                case Proposed he -> proposed.put(plan, he);
                case Verdict.Wrong wrong -> troubles.add(wrong.trouble());
                case Verdict.Covered covered -> troubles.add(covered(plan, covered.by()));
                case Verdict.NotForHim() -> noteNotForHim(plan, troubles);
            }
        }
        return entry(line, paper, who, applicant, proposed, troubles);
    }

    private void checkPerson(
            RosterLine line, Sighting who, Optional<LocalDate> birthOn, Optional<Sex> sex, List<Trouble> troubles) {
        if (birthOn.isEmpty()) {
            troubles.add(new Trouble("出生日期", "这种证件的号码里没有出生日期，名册里也没有", "请补填出生日期"));
        }
        if (sex.isEmpty()) {
            troubles.add(new Trouble("性别", "这种证件的号码里没有性别，名册里也没有", "请补填性别"));
        }
        String name = line.value(Column.NAME).orElse("");
        who.member()
                .filter(known -> !known.name().equals(name))
                .ifPresent(_ -> troubles.add(new Trouble("姓名", "这个证件号码在本单位登记的是另一个姓名", "请核对姓名和号码；如果改了名，请先在会员资料里改")));
        line.value(Column.JOINED)
                .map(LocalDate::parse)
                .filter(day -> day.isAfter(today.plusDays(DAYS_AHEAD)))
                .ifPresent(day -> troubles.add(new Trouble("入职日期", day + " 还没有到", "请核对入职日期")));
    }

    /** The plans of the batch, or those of them that the row names. */
    private List<PlanCheck> plansOf(RosterLine line, List<Trouble> troubles) {
        Optional<String> named = line.value(Column.PLAN).filter(text -> !text.isBlank());
        if (named.isEmpty() || plans.size() == 1) {
            return plans;
        }
        List<PlanCheck> chosen =
                plans.stream().filter(plan -> named.get().contains(plan.name())).toList();
        if (chosen.isEmpty()) {
            troubles.add(new Trouble("计划", "这一批里没有写的这个计划", "请写这一批里的计划，或者空着，表示全部参加"));
        }
        return chosen;
    }

    private static Trouble covered(PlanCheck plan, Held by) {
        String where = by.here() ? "本单位已为他参加" : "已由另一单位参加";
        String until = by.span().until().minusDays(1).toString();
        return by.here()
                ? new Trouble("计划", where + plan.name() + "，保障期到 " + until, "不用再报；到期续保时再报")
                : new Trouble("计划", where + plan.name() + "，保障期到 " + until + "，以先参保的为准", "请问本人是否在别的单位参加过；到期后再报");
    }

    /** A man in a bundle with a plan for women simply does not take part in that one. */
    private void noteNotForHim(PlanCheck plan, List<Trouble> troubles) {
        if (plans.size() == 1) {
            troubles.add(new Trouble("性别", plan.name() + "不收这一性别的人员", "请核对证件号码；不符的，请从名册里去掉"));
        }
    }

    private Entry entry(
            RosterLine line,
            Paper paper,
            Sighting who,
            Applicant applicant,
            Map<PlanCheck, Proposed> proposed,
            List<Trouble> troubles) {
        boolean allCovered = troubles.stream().allMatch(each -> each.column().equals("计划"));
        if (!troubles.isEmpty() && !(allCovered && !proposed.isEmpty())) {
            return refused(line, Optional.of(who), allCovered ? Kind.DUPLICATE : Kind.WRONG, troubles);
        }
        if (proposed.isEmpty()) {
            return wrong(line, List.of(new Trouble("计划", "这一批里没有他能参加的计划", "请从名册里去掉")));
        }
        seen.put(who.person(), "第 %d 行".formatted(line.row()));
        UUID member = who.member().map(Known::id).orElseGet(ids);
        Optional<Awaited> newcomer =
                who.member().isPresent() ? Optional.empty() : Optional.of(newcomer(member, line, paper, applicant));
        return new Entry(
                line.row(),
                line.value(Column.NAME).orElse(""),
                Optional.of(who.person()),
                Optional.of(member),
                newcomer,
                kind(proposed),
                troubles,
                new Offered(applicant.category(), applicant.occupation()),
                proposed);
    }

    private static Kind kind(Map<PlanCheck, Proposed> proposed) {
        List<Kind> kinds = proposed.values().stream().map(Proposed::kind).toList();
        if (kinds.contains(Kind.CHANGED)) {
            return Kind.CHANGED;
        }
        return kinds.contains(Kind.RENEWED) ? Kind.RENEWED : Kind.NEW;
    }

    private Awaited newcomer(UUID id, RosterLine line, Paper paper, Applicant applicant) {
        LocalDate joined = line.value(Column.JOINED)
                .map(LocalDate::parse)
                .filter(day -> !day.isAfter(today))
                .orElse(today);
        return new Awaited(
                id,
                new PersonName(line.value(Column.NAME).orElseThrow()),
                paper,
                applicant.birthOn(),
                applicant.sex(),
                line.value(Column.PHONE).map(Phone::parse),
                line.value(Column.CARD).map(CardNumber::new),
                kindOf(applicant.category()),
                joined);
    }

    private static CategoryKind kindOf(Category category) {
        return switch (category) {
            case NEW_FORM -> CategoryKind.NEW_FORM;
            case HARDSHIP -> CategoryKind.HARDSHIP;
            case MODEL_WORKER -> CategoryKind.MODEL_WORKER;
            case IN_SERVICE, CHILD, SPOUSE, PARENT, EVENT_STAFF, NO_UNION -> CategoryKind.EMPLOYED;
        };
    }

    private static Sex sex(String text) {
        return text.equals("男") ? Sex.MALE : Sex.FEMALE;
    }

    /** Units have words of their own for kinds of employment; whoever is none of these is in service. */
    private static Category category(RosterLine line) {
        String text = line.value(Column.CATEGORY).orElse("");
        if (text.contains("新就业")) {
            return Category.NEW_FORM;
        }
        if (text.contains("困难")) {
            return Category.HARDSHIP;
        }
        return text.contains("劳模") ? Category.MODEL_WORKER : Category.IN_SERVICE;
    }

    private static Occupation occupation(RosterLine line) {
        String text = line.value(Column.OCCUPATION).orElse("");
        return text.contains("高风险") || text.contains("高危") ? Occupation.HIGH_RISK : Occupation.ORDINARY;
    }
}
