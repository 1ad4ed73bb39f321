package org.huzhu.enrolment;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.enrolment.Entry.Verdict;
import org.huzhu.enrolment.Entry.Verdict.Proposed;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.AgeDay;
import org.huzhu.plan.Enrolment.AgeRange;
import org.huzhu.plan.Enrolment.JoinersEnd;
import org.huzhu.plan.Enrolment.JoinersFee;
import org.huzhu.plan.Enrolment.Joining;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting;
import org.huzhu.rules.Admission;

/** What one plan of a batch says to one person. */
final class PlanCheck {

    private final Plan plan;
    private final Optional<String> tier;
    private final Setting setting;
    private final DateSpan span;
    private final LocalDate countedOn;

    /** The plan in the version that governs cover from the day on which the batch starts. */
    PlanCheck(Plan plan, Optional<String> tier, Setting setting) {
        this.plan = plan;
        this.tier = tier;
        this.setting = setting;
        this.span = plan.enrolment().term().from(setting.startsOn());
        this.countedOn = plan.enrolment().ageCountedOn() == AgeDay.TERM_START ? setting.startsOn() : setting.today();
    }

    /**
     * What a plan has to know of the batch.
     *
     * @param today the day of the enrolment, which counts for the age where the plan says so
     * @param running the cover that people of the unit have under the plan when the batch starts; empty where nobody
     *     has
     * @param notWith plans that nobody may hold on the same days
     */
    record Setting(LocalDate startsOn, LocalDate today, Optional<DateSpan> running, Set<String> notWith) {

        Setting {
            notWith = Set.copyOf(notWith);
        }
    }

    Plan plan() {
        return plan;
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

    /**
     * Judges somebody who would take part.
     *
     * @param holds the cover that he has or had, by all plans and with all units
     */
    Verdict judge(Candidate who, List<Held> holds) {
        Optional<Held> overlapping = holds.stream()
                .filter(held -> held.plan().equals(name()) && held.span().overlaps(span))
                .findFirst();
        if (overlapping.isPresent()) {
            return new Verdict.Covered(overlapping.get());
        }
        Optional<Held> excluding = holds.stream()
                .filter(held ->
                        setting.notWith().contains(held.plan()) && held.span().overlaps(span))
                .findFirst();
        if (excluding.isPresent()) {
            return new Verdict.Wrong(notWith(excluding.get()));
        }
        Admission admission = Admission.of(
                plan.enrolment(),
                new Admission.Applicant(
                        who.sex(),
                        who.birthOn(),
                        category(who),
                        who.offered().occupation(),
                        tier,
                        who.units(name()),
                        countedOn));
        return switch (admission) {
            case Admission.Admitted admitted -> admitted(who, holds, admitted.contribution());
            case Admission.Refused refused
            when refused.why() == Admission.Why.SEX ->
                new Verdict.NotForHim(new Trouble("性别", name() + "不收这一性别的人员", "请核对证件号码；不符的，请从名册里去掉"));
            case Admission.Refused refused
            when refused.why() == Admission.Why.CATEGORY && isForOthers(who) ->
                new Verdict.NotForHim(trouble(refused.why(), who));
            case Admission.Refused refused -> new Verdict.Wrong(trouble(refused.why(), who));
        };
    }

    /** A child beside plans for members, a member beside one for children. */
    private boolean isForOthers(Candidate who) {
        return who.isChild() != plan.enrolment().categories().contains(Enrolment.Category.CHILD);
    }

    /**
     * Who is in hardship, or a model worker, is in service too: that counts where the plan has no place for the other.
     */
    private Enrolment.Category category(Candidate who) {
        Enrolment.Category his = who.offered().category();
        boolean isOfWork = his == Enrolment.Category.HARDSHIP || his == Enrolment.Category.MODEL_WORKER;
        return isOfWork && !plan.enrolment().categories().contains(his) ? Enrolment.Category.IN_SERVICE : his;
    }

    private Verdict admitted(Candidate who, List<Held> holds, Money contribution) {
        Optional<Held> prior = holds.stream()
                .filter(held ->
                        held.plan().equals(name()) && !held.span().until().isAfter(span.from()))
                .max(Comparator.comparing(held -> held.span().until()))
                .filter(this::isUnbroken);
        Optional<Joining> joining = plan.enrolment().joining().filter(_ -> prior.isEmpty());
        if (joining.isPresent() && setting.running().isPresent()) {
            Optional<Trouble> late = late(who, joining.get());
            if (late.isPresent()) {
                return new Verdict.Wrong(late.get());
            }
            if (joining.get().end() == JoinersEnd.WITH_UNIT) {
                return withUnit(who, holds, contribution, joining.get());
            }
        }
        return proposed(who, holds, prior, contribution);
    }

    private Proposed proposed(Candidate who, List<Held> holds, Optional<Held> prior, Money contribution) {
        int units = who.units(name());
        LocalDate since = prior.filter(_ -> renewsWaiting()).map(Held::since).orElse(span.from());
        Kind kind = prior.map(held -> held.units() == units ? Kind.RENEWED : Kind.CHANGED)
                .orElse(Kind.NEW);
        return new Proposed(
                kind,
                span,
                false,
                units,
                category(who),
                contribution,
                since,
                prior.map(held -> held.span().until()),
                isWaived(holds) ? Optional.empty() : waitsUntil(since));
    }

    /**
     * Cover that begins in the middle of the term of the unit, and ends with it. What is due by the month is rounded
     * for each unit of cover by itself, half up to the fen, so that two cost twice as much as one.
     */
    private Proposed withUnit(Candidate who, List<Held> holds, Money contribution, Joining joining) {
        DateSpan whole = setting.running().orElseThrow();
        DateSpan left = new DateSpan(span.from(), whole.until());
        int units = who.units(name());
        Money due = joining.fee() == JoinersFee.FULL
                ? contribution
                : Money.ofFen(contribution.fen() / units)
                        .proportion(months(left), months(whole), RoundingMode.HALF_UP)
                        .times(units);
        return new Proposed(
                Kind.NEW,
                left,
                true,
                units,
                category(who),
                due,
                left.from(),
                Optional.empty(),
                isWaived(holds) ? Optional.empty() : waitsUntil(left.from()));
    }

    /** Months of the span; one that has begun counts whole. */
    private static long months(DateSpan span) {
        long whole = ChronoUnit.MONTHS.between(span.from(), span.until());
        return span.from().plusMonths(whole).isBefore(span.until()) ? whole + 1 : whole;
    }

    /** Why he does not join in the middle of a term; empty if he was hired lately. */
    private Optional<Trouble> late(Candidate who, Joining joining) {
        String only = "本单位的%s正在保障期内，中途只收入职 %d 日以内的新职工".formatted(name(), joining.hiredWithin());
        Optional<LocalDate> joined = who.joined();
        if (joined.isEmpty()) {
            return Optional.of(new Trouble("入职日期", only + "，名册里没有入职日期", "请补填入职日期；不是新入职的，等下一期再报"));
        }
        return joined.get().plusDays(joining.hiredWithin()).isBefore(setting.today())
                ? Optional.of(new Trouble("入职日期", "%s，他是 %s 入职的".formatted(only, joined.get()), "请等下一期再报"))
                : Optional.empty();
    }

    private Trouble notWith(Held held) {
        return new Trouble(
                "备注",
                "已参加%s，保障期到 %s；%s不能与它同时参加"
                        .formatted(held.plan(), held.span().until().minusDays(1), name()),
                "两个计划只能选一个；要换的，等那一个到期后再报");
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
    private boolean isWaived(List<Held> holds) {
        return plan.waiting()
                .flatMap(Waiting::waiver)
                .filter(waiver -> holds.stream()
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

    private Trouble trouble(Admission.Why why, Candidate who) {
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

    private int age(Candidate who) {
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
