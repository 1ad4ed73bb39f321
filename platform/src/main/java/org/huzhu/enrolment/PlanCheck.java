package org.huzhu.enrolment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.AgeDay;
import org.huzhu.plan.Enrolment.AgeRange;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting;
import org.huzhu.rules.Admission;

/** What one plan of a batch says to one person. */
final class PlanCheck {

    private final Plan plan;
    private final Optional<String> tier;
    private final DateSpan span;
    private final LocalDate countedOn;

    /**
     * The plan in the version that governs cover from the day.
     *
     * @param today the day of the enrolment, which counts for the age where the plan says so
     */
    PlanCheck(Plan plan, Optional<String> tier, LocalDate startsOn, LocalDate today) {
        this.plan = plan;
        this.tier = tier;
        this.span = plan.enrolment().term().from(startsOn);
        this.countedOn = plan.enrolment().ageCountedOn() == AgeDay.TERM_START ? startsOn : today;
    }

    Plan plan() {
        return plan;
    }

    DateSpan span() {
        return span;
    }

    String name() {
        return plan.id().plan();
    }

    /**
     * Cover that a person has or had, with whatever unit.
     *
     * @param since where unbroken cover began
     * @param here whether the unit that asks enrolled him
     */
    record Held(UUID person, String plan, DateSpan span, LocalDate since, int units, boolean here) {}

    /** What comes of it. */
    sealed interface Verdict {

        /** He can be under cover. */
        record Proposed(
                Kind kind,
                int units,
                Enrolment.Category category,
                Money contribution,
                LocalDate since,
                Optional<LocalDate> priorUntil,
                Optional<LocalDate> waitsUntil)
                implements Verdict {}

        /** He is under cover already. */
        record Covered(Held by) implements Verdict {}

        /** It is not for such as him. */
        record NotForHim() implements Verdict {}

        record Wrong(Trouble trouble) implements Verdict {}
    }

    /** A person who would enrol; of what he holds, all plans of all units. */
    record Applicant(
            Sex sex,
            LocalDate birthOn,
            Enrolment.Category category,
            Enrolment.Occupation occupation,
            int units,
            List<Held> holds) {

        Applicant {
            holds = List.copyOf(holds);
        }
    }

    Verdict judge(Applicant who) {
        Optional<Held> overlapping = who.holds().stream()
                .filter(held -> held.plan().equals(name()) && held.span().overlaps(span))
                .findFirst();
        if (overlapping.isPresent()) {
            return new Verdict.Covered(overlapping.get());
        }
        Admission admission = Admission.of(
                plan.enrolment(),
                new Admission.Applicant(
                        who.sex(), who.birthOn(), category(who), who.occupation(), tier, who.units(), countedOn));
        return switch (admission) {
            case Admission.Admitted admitted -> proposed(who, admitted.contribution());
            case Admission.Refused refused when refused.why() == Admission.Why.SEX -> new Verdict.NotForHim();
            case Admission.Refused refused -> new Verdict.Wrong(trouble(refused.why(), who));
        };
    }

    /**
     * Who is in hardship, or a model worker, is in service too: that counts where the plan has no place for the other.
     */
    private Enrolment.Category category(Applicant who) {
        boolean isOfWork =
                who.category() == Enrolment.Category.HARDSHIP || who.category() == Enrolment.Category.MODEL_WORKER;
        return isOfWork && !plan.enrolment().categories().contains(who.category())
                ? Enrolment.Category.IN_SERVICE
                : who.category();
    }

    private Verdict proposed(Applicant who, Money contribution) {
        Optional<Held> prior = who.holds().stream()
                .filter(held ->
                        held.plan().equals(name()) && !held.span().until().isAfter(span.from()))
                .max(Comparator.comparing(held -> held.span().until()))
                .filter(this::isUnbroken);
        LocalDate since = prior.filter(_ -> renewsWaiting()).map(Held::since).orElse(span.from());
        Kind kind = prior.map(held -> held.units() == who.units() ? Kind.RENEWED : Kind.CHANGED)
                .orElse(Kind.NEW);
        return new Verdict.Proposed(
                kind,
                who.units(),
                category(who),
                contribution,
                since,
                prior.map(held -> held.span().until()),
                isWaived(who) ? Optional.empty() : waitsUntil(since));
    }

    /** Whether cover goes on as if there were no gap. */
    private boolean isUnbroken(Held prior) {
        long gap = ChronoUnit.DAYS.between(prior.span().until(), span.from());
        return gap <= gapDaysMax();
    }

    private int gapDaysMax() {
        return plan.waiting()
                .flatMap(Waiting::renewal)
                .map(Waiting.Renewal::gapDaysMax)
                .orElse(0);
    }

    private boolean renewsWaiting() {
        return plan.waiting().flatMap(Waiting::renewal).isPresent();
    }

    /** Whoever holds another plan when the cover starts does not wait, where the plan says so. */
    private boolean isWaived(Applicant who) {
        return plan.waiting()
                .flatMap(Waiting::waiver)
                .filter(waiver -> who.holds().stream()
                        .anyMatch(held -> !held.plan().equals(name())
                                && !waiver.plansNotCounted().contains(held.plan())
                                && held.span().contains(span.from())))
                .isPresent();
    }

    private Optional<LocalDate> waitsUntil(LocalDate since) {
        return plan.waiting().filter(waiting -> !waiting.zones().isEmpty()).map(waiting -> {
            int last = waiting.zones().getLast().untilDay();
            return since.plusDays(last - waiting.firstDay().offset() + 1L);
        });
    }

    private Trouble trouble(Admission.Why why, Applicant who) {
        Enrolment rules = plan.enrolment();
        return switch (why) {
            case AGE ->
                new Trouble(
                        "证件号码",
                        "%s 时 %d 周岁，%s只收 %s".formatted(countedOn, age(who), name(), ages(rules, who.sex())),
                        "请核对证件号码；年龄不符的，请从名册里去掉");
            case CATEGORY -> new Trouble("类别", name() + "不收这一类人员", "请核对类别；不符的，请从名册里去掉");
            case UNITS ->
                new Trouble(
                        "份数",
                        "%s一人至多 %d 份".formatted(name(), rules.units().max()),
                        "请把份数改为不超过 %d 份".formatted(rules.units().max()));
            case PRICE -> new Trouble("职业类别", name() + "没有这一档的会费标准", "请核对档次、职业类别和类别");
            case SEX -> throw new IllegalStateException("Whom a plan is not for is no trouble of a row");
        };
    }

    private int age(Applicant who) {
        return (int) ChronoUnit.YEARS.between(who.birthOn(), countedOn);
    }

    private static String ages(Enrolment rules, Sex sex) {
        return rules.ages().stream()
                .filter(range -> range.sex().isEmpty() || range.sex().get() == sex)
                .map(PlanCheck::range)
                .findFirst()
                .orElse("另一性别的人");
    }

    private static String range(AgeRange range) {
        return "%d 至 %d 周岁".formatted(range.min(), range.max());
    }
}
