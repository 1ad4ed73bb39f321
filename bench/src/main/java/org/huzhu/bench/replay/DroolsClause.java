package org.huzhu.bench.replay;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Words;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.ExclusionRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.TierAmounts;
import org.huzhu.rules.WaitingRules;

/** The rules of one clause in one era. */
final class DroolsClause {

    private static final String YEARLY = "Integer.MIN_VALUE";

    private final DroolsText text;
    private final PlanRules plan;
    private final ClauseRules clause;
    private final Era era;
    private final int id;

    DroolsClause(DroolsText text, PlanRules plan, ClauseRules clause, Era era) {
        this.text = text;
        this.plan = plan;
        this.clause = clause;
        this.era = era;
        id = DroolsText.id(clause);
    }

    void add() {
        switch (clause.pricing()) {
            case Pricing.Yearly yearly -> yearly(yearly.share());
            case Pricing.Banded banded -> banded(banded);
            case Pricing.Share share -> share(share.share());
            case Pricing.Allowance allowance -> allowance(allowance);
            case Pricing.Disease disease -> disease(disease);
            case Pricing.Disability disability -> disability(disability);
            case Pricing.Injury injury -> injury(injury);
            case Pricing.Death death -> death(death);
            case Pricing.Property _ -> Refused.unless(false, "家财损失");
            case Pricing.Maturity _ -> Refused.unless(false, "满期返还");
        }
    }

    private String cover() {
        return "  $c : Cover(plan == %d, from >= %d, from < %d)%n"
                .formatted(plan.word(), era.startFrom(), era.startUntil());
    }

    /** An event that the cover holds on the day; {@code more} is what else is asked of it. */
    private String event(String type, String day, String more) {
        int excluded = clause.exclusions().stream()
                .mapToInt(ExclusionRules::circumstances)
                .reduce(0, (a, b) -> a | b);
        return "  $e : %s((circumstances & %d) == 0, %s >= $c.from, %s < $c.until%s%s)"
                .formatted(type, excluded, day, day, within(day), more);
    }

    private String within(String day) {
        return ", %s >= %d, %s < %d".formatted(day, era.dayFrom(), day, era.dayUntil());
    }

    private static String field(CostField field) {
        return "CostField." + field.name();
    }

    private void parts(CostField base, String others) {
        String known = ", cost(%s) >= 0".formatted(field(base));
        String then = "  insert(new Part(%d, %s, %s, %s, $e.day(), $e.event(), %s, $e.cost(%s), %s));";
        text.rule(
                100,
                cover() + event("Visit", "day", known),
                then.formatted(id, "$e.year()", YEARLY, "false", "$e.day()", field(base), others));
        text.rule(
                100,
                cover() + event("Stay", "settled", known),
                then.formatted(id, "$e.settledYear()", YEARLY, "true", "$e.settled()", field(base), others));
    }

    /** Groups the parts, and drafts for each group. */
    private void grouped(String where, String days, String fen) {
        text.rule(90, """
                  Part(clause == %d, $g : group, $c : cover)
                  not Group(clause == %d, group == $g, cover == $c)\
                """.formatted(id, id), "  insert(new Group(%d, $g, $c));".formatted(id));
        text.rule(80, """
                  $g : Group(clause == %d)
                  $p : List() from collect(Part(clause == %d, group == $g.group, cover == $g.cover))\
                """.formatted(id, id), draft(where, days, fen));
    }

    private String draft(String where, String days, String fen) {
        return "  insert(new Draft(%d, %d, %d, new Draft.Where(%s), %s, %s));"
                .formatted(plan.word(), id, clause.place(), where, days, fen);
    }

    private void yearly(Benefit.YearlyShare share) {
        parts(share.base(), "0L");
        grouped(
                "%s, Sums.first($p).event(), 0, Sums.lastDay($p), $g.group()".formatted(YEARLY),
                "0",
                "Sums.yearly($p, new long[] {%dL, %dL, %dL}, %d, %d)"
                        .formatted(
                                share.outpatientDeductible().fen(),
                                share.firstStayDeductible().fen(),
                                share.laterStayDeductible().fen(),
                                share.share().basisPoints(),
                                ClauseRows.rounding(share.rounding())));
    }

    private void banded(Pricing.Banded banded) {
        String others = banded.lessOthers().stream()
                .map(field -> " + Math.max(0L, $e.cost(%s))".formatted(field(field)))
                .collect(Collectors.joining("", "0L", ""));
        parts(banded.share().base(), others);
        List<Benefit.Band> bands = banded.share().bands();
        grouped(
                "%s, Sums.first($p).event(), 0, Sums.lastDay($p), $g.group()".formatted(YEARLY),
                "0",
                "Sums.banded($p, new long[] {%s}, new int[] {%s}, %d)"
                        .formatted(
                                joined(bands.stream().map(band -> band.above().fen() + "L")),
                                joined(bands.stream().map(band -> band.share().basisPoints())),
                                ClauseRows.rounding(banded.rounding())));
    }

    private static String joined(Stream<?> of) {
        return of.map(String::valueOf).collect(Collectors.joining(", "));
    }

    private @org.jspecify.annotations.Nullable WaitingRules waiting() {
        return plan.versions().get(clause.version()).waiting();
    }

    /** The units of the cover that give all for an event on the day. */
    private String units(String day, boolean isExempt) {
        WaitingRules waiting = waiting();
        return waiting == null || isExempt
                ? "$c.getUnits()"
                : "$c.after(%s, %d, %d)"
                        .formatted(day, waiting.offset(), Zone.of(waiting).fullAfter());
    }

    private static String ordinals(Set<Cause> causes) {
        return joined(causes.stream().map(Cause::ordinal).sorted());
    }

    /** Of a stay: cause, disease code and waiting. */
    private String stay(Set<Cause> causes, String day) {
        WaitingRules waiting = waiting();
        boolean illness = waiting == null || waiting.illnessExempt();
        boolean accident = waiting == null || waiting.accidentExempt();
        String codes = Society.CODES.stream()
                .filter(code -> clause.exclusions().stream().anyMatch(each -> each.excludes(code)))
                .map(code -> ", icd != lists.word(\"%s\")".formatted(code))
                .collect(Collectors.joining());
        return ", cause in (%s)%s, (cause == 0 && %s > 0) || (cause == 1 && %s > 0)"
                .formatted(ordinals(causes), codes, units(day, illness), units(day, accident));
    }

    /** The units of the cover that give all for a stay, by its cause. */
    private String unitsOfStay(String day) {
        WaitingRules waiting = waiting();
        return waiting == null
                ? units(day, true)
                : "($e.cause() == 0 ? %s : %s)"
                        .formatted(units(day, waiting.illnessExempt()), units(day, waiting.accidentExempt()));
    }

    private void share(Benefit.CostShare share) {
        String known = ", cost(%s) >= 0".formatted(field(share.base()));
        text.rule(
                100,
                cover() + event("Stay", "day", known + stay(share.causes(), "day")),
                ("  insert(new Part(%d, $e.year(), $c.from(), true, $e.day(), $e.event(), $e.day(), "
                                + "$e.cost(%s), $e.level()));")
                        .formatted(id, field(share.base())));
        for (Benefit.ShareRow row : share.rows()) {
            String level = row.hospitalLevel().isEmpty()
                    ? ""
                    : ", others == " + row.hospitalLevel().getAsInt();
            String fen = "Sums.atLeast(%dL, Sums.share(Math.max(0L, $p.fen() - %dL), %d, %d))"
                    .formatted(
                            share.minimum().fen(),
                            row.deductible().fen(),
                            row.share().basisPoints(),
                            ClauseRows.rounding(share.rounding()));
            text.rule(
                    80,
                    """
                      $p : Part(clause == %d%s)
                      accumulate(Part(clause == %d, cover == $p.cover, this.isBefore($p)); $n : count(); $n %s %d)\
                    """.formatted(id, level, id, row.andLater() ? ">=" : "==", row.ordinal() - 1),
                    draft("$p.cover(), $p.event(), $p.event(), $p.day(), $p.group()", "0", fen));
        }
    }

    private String amount(TierAmounts amounts, int tier) {
        int row = amounts.row(tier);
        return (row == TierAmounts.NO_ROW ? 0 : amounts.fen(row)) + "L";
    }

    /** The amount by the tier of the cover. */
    private String amount(TierAmounts amounts) {
        String sum = amount(amounts, Words.NONE);
        for (int tier : text.tiers()) {
            sum = "$c.tier() == %d ? %s : (%s)".formatted(tier, amount(amounts, tier), sum);
        }
        return amount(amounts, Words.NONE).equals(amount(amounts, text.tiers().getFirst()))
                ? amount(amounts, 0)
                : "(" + sum + ")";
    }

    private void allowance(Pricing.Allowance pricing) {
        switch (pricing.daily().days()) {
            case HOSPITAL -> hospital(pricing);
            case REST -> certified(pricing, "restDays");
            case CARE -> certified(pricing, "careDays");
        }
    }

    private void certified(Pricing.Allowance pricing, String days) {
        accident(
                ", %s > 0".formatted(days),
                "$e.%s()".formatted(days),
                "%s * $c.getUnits() * $e.%s()".formatted(amount(pricing.perDay()), days));
    }

    private void accident(String more, String days, String fen) {
        text.rule(
                100,
                cover() + event("Accident", "day", more),
                draft("$c.from(), $e.event(), $e.event(), $e.day(), $e.year()", days, fen));
    }

    private void hospital(Pricing.Allowance pricing) {
        Benefit.DailyAllowance daily = pricing.daily();
        String day = clause.eventDay() == EventDay.ACCIDENT ? "firstAccident" : "firstDay";
        String more = ", level >= %d".formatted(daily.hospitalLevelMin()) + stay(daily.causes(), day);
        String then = ("  insert(new Part(%d, $e.start(%d), $c.from(), true, $e.day(), $e.event(), "
                        + "Math.max($e.%s(), $c.from()), "
                        + "$e.paidDays(%d, %d%s), %s * %s));")
                .formatted(
                        id,
                        daily.hospitalLevelMin(),
                        day,
                        daily.daysUnpaid(),
                        daily.hospitalLevelMin(),
                        clause.paysDaysInTerm() ? ", $c.from(), $c.until()" : "",
                        amount(pricing.perDay()),
                        unitsOfStay("$e.%s()".formatted(day)));
        text.rule(100, cover() + event("Stay", day, more), then);
        if (clause.paysDaysInTerm()) {
            String rest = event("Stay", day, ", discharged > $c.from" + more)
                    .replace(
                            "%s >= $c.from, %s < $c.until".formatted(day, day),
                            "%s >= $c.runFrom, %s < $c.from".formatted(day, day));
            String others = plan.clauses().stream()
                    .filter(other -> other.isSameKind(clause) && !other.paysDaysInTerm())
                    .map(other -> String.valueOf(DroolsText.id(other)))
                    .collect(Collectors.joining(", "));
            String answered =
                    others.isEmpty() ? "" : "%n  not Part(clause in (%s), event == $e.event)".formatted(others);
            text.rule(95, cover() + rest + answered, then);
        }
        grouped(
                "$g.cover(), Sums.first($p).event(), Sums.first($p).event(), Sums.first($p).day(), "
                        + "lists.year(Sums.first($p).day())",
                "(int) Sums.sum($p)",
                "Sums.sum($p) * Sums.first($p).others()");
    }

    private void disease(Pricing.Disease disease) {
        boolean preExisting =
                clause.exclusions().stream().anyMatch(each -> each.exclusion().preExisting());
        WaitingRules waiting = waiting();
        boolean waits = waiting != null && !waiting.illnessExempt();
        String full = units("$e.day()", !waits);
        String reduced = "0";
        if (waits && waiting != null && disease.reduced() != null) {
            Zone zone = Zone.of(waiting);
            String after = "$c.after($e.day(), %d, %d)";
            reduced = "(" + after.formatted(waiting.offset(), zone.reducedAfter()) + " - "
                    + after.formatted(waiting.offset(), zone.reducedUntil()) + ")";
        }
        String gives = "(%s + %s) > 0".formatted(full, reduced).replace("$e.day()", "day");
        String fen = "%s * %s".formatted(amount(disease.full()), full);
        if (disease.reduced() != null) {
            fen += " + %s * %s".formatted(amount(disease.reduced()), reduced);
        }
        String draft = draft("$c.from(), $e.event(), $e.event(), $e.day(), $e.year()", "0", fen);
        text.rule(
                100,
                cover()
                        + event(
                                "Diagnosis",
                                "day",
                                (preExisting ? ", firstOn >= $c.from" : "")
                                        + ", lists.holds(%d, disease), ".formatted(id)
                                        + gives),
                draft.replace("insert(new Draft", "insert(lists.turn($e.disease(), new Draft")
                        .replace(");", "));"));
    }

    private void disability(Pricing.Disability disability) {
        Benefit.DisabilityShare share = disability.share();
        accident(
                ", grade > 0, raised(%d) <= %d, assessedAfter <= %d"
                        .formatted(share.equalRaise(), share.ratios().size(), share.assessedByDay()),
                "0",
                "Sums.share(%s * $c.getUnits(), Sums.ratio($e.raised(%d), %s, new int[] {%s}), 5000)"
                        .formatted(
                                amount(disability.sum()),
                                share.equalRaise(),
                                share.lessPrior() ? "$e.prior()" : "0",
                                joined(share.ratios().stream().map(ratio -> ratio.basisPoints()))));
    }

    private void injury(Pricing.Injury injury) {
        String rates = joined(IntStream.range(0, 1 << Benefit.Injury.values().length)
                .mapToObj(set -> injury.consolation().rates().stream()
                        .filter(rate -> (set & Accidents.bit(rate.injury())) != 0)
                        .mapToInt(rate -> rate.share().basisPoints())
                        .max()
                        .orElse(0)));
        accident(
                ", injuries != 0",
                "0",
                "Sums.share(%s * $c.getUnits(), new int[] {%s}[$e.injuries()], 5000)"
                        .formatted(amount(injury.sum()), rates));
    }

    private void death(Pricing.Death death) {
        String more = ", cause in (%s), cause == 0 || after <= %d"
                .formatted(
                        ordinals(death.death().causes()),
                        death.death().withinDays().orElse(Integer.MAX_VALUE));
        text.rule(
                100,
                cover() + event("Death", "day", more),
                draft(
                        "$c.from(), $e.event(), $e.key(), $e.day(), $e.year()",
                        "0",
                        "%s * $c.getUnits()".formatted(amount(death.sum()))));
    }
}
