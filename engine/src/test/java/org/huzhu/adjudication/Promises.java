package org.huzhu.adjudication;

import static org.huzhu.adjudication.Society.yuan;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Waiting;

/** Benefits and rules for the plans of tests; what a test does not name is plain. */
final class Promises {

    static final Set<Cause> ALL = Set.of(Cause.values());

    private Promises() {}

    static Benefit.DiseaseSum sum(String list, long yuan) {
        return new Benefit.DiseaseSum(list, each(yuan), Optional.empty(), Set.of(), OptionalInt.empty(), false);
    }

    /** With a smaller sum in the reduced zone. */
    static Benefit.DiseaseSum sum(String list, long yuan, long reduced) {
        return new Benefit.DiseaseSum(
                list, each(yuan), Optional.of(each(reduced)), Set.of(), OptionalInt.empty(), false);
    }

    static Benefit.DiseaseSum onceForLife(String list, long yuan) {
        return new Benefit.DiseaseSum(list, each(yuan), Optional.empty(), Set.of(), OptionalInt.empty(), true);
    }

    static Benefit.DiseaseSum ending(String list, long yuan, String... clauses) {
        return new Benefit.DiseaseSum(list, each(yuan), Optional.empty(), Set.of(clauses), OptionalInt.empty(), false);
    }

    static Benefit.DiseaseSum timesPerTerm(String list, long yuan, int times) {
        return new Benefit.DiseaseSum(list, each(yuan), Optional.empty(), Set.of(), OptionalInt.of(times), false);
    }

    /** For every stay; a transfer within a day makes no new stay. */
    static Benefit.DailyAllowance daily(long yuan, int unpaid) {
        return daily(Benefit.DayKind.HOSPITAL, yuan, unpaid, Benefit.AcrossTerms.ADMISSION_PAYS_ALL);
    }

    static Benefit.DailyAllowance daily(Benefit.DayKind kind, long yuan, int unpaid, Benefit.AcrossTerms across) {
        return new Benefit.DailyAllowance(kind, ALL, each(yuan), unpaid, 24, 1, across);
    }

    static Benefit.DailyAllowance inTerm(long yuan, int unpaid) {
        return daily(Benefit.DayKind.HOSPITAL, yuan, unpaid, Benefit.AcrossTerms.DAYS_IN_TERM);
    }

    /**
     * A share of what is self-paid after insurance, by ordinal: each percentage a row, the last for later stays too.
     */
    static Benefit.CostShare share(Benefit.StayOrder order, int... percents) {
        List<Benefit.ShareRow> rows = java.util.stream.IntStream.range(0, percents.length)
                .mapToObj(i -> new Benefit.ShareRow(
                        i + 1, i == percents.length - 1, OptionalInt.empty(), Money.ZERO, percent(percents[i])))
                .toList();
        return share(rows, order, OptionalInt.empty());
    }

    static Benefit.CostShare share(List<Benefit.ShareRow> rows, Benefit.StayOrder order, OptionalInt paymentsMax) {
        return new Benefit.CostShare(
                CostField.SELF_PAID_AFTER_INSURANCE, ALL, rows, order, Money.ZERO, paymentsMax, RoundingMode.HALF_UP);
    }

    /** The rule of secondary reimbursement: 1,800 outpatient, 1,300 and 650 for stays, 20 %. */
    static Benefit.YearlyShare yearly() {
        return new Benefit.YearlyShare(
                CostField.SELF_PAY_1, yuan(1_800), yuan(1_300), yuan(650), percent(20), RoundingMode.HALF_UP);
    }

    /** 40 % above nothing and 60 % above 50,000 of what lies above the ceiling, less commercial cover. */
    static Benefit.BandedShare banded() {
        return new Benefit.BandedShare(
                CostField.ABOVE_CEILING,
                Set.of(CostField.COMMERCIAL),
                List.of(new Benefit.Band(Money.ZERO, percent(40)), new Benefit.Band(yuan(50_000), percent(60))),
                RoundingMode.HALF_UP);
    }

    /** Ten grades of 100, 90 … 10 per cent, two equal ones raised by one. */
    static Benefit.DisabilityShare disability(long yuan) {
        return disability(yuan, true);
    }

    static Benefit.DisabilityShare disability(long yuan, boolean lessPrior) {
        List<Rate> ratios = java.util.stream.IntStream.rangeClosed(1, 10)
                .mapToObj(grade -> percent(110 - 10 * grade))
                .toList();
        return new Benefit.DisabilityShare(each(yuan), ratios, 1, lessPrior, 180);
    }

    static Benefit.DeathSum death(long yuan) {
        return new Benefit.DeathSum(each(yuan), Set.of(Cause.ACCIDENT), OptionalInt.of(180));
    }

    static Benefit.PropertyLoss loss(int percent, long maxYuan) {
        return new Benefit.PropertyLoss(
                List.of(new Benefit.LossRow(Benefit.LossCause.FIRE, percent(percent), yuan(maxYuan))));
    }

    static Amounts each(long yuan) {
        return Amounts.of(yuan(yuan));
    }

    static Amounts tiers(String one, long oneYuan, String other, long otherYuan) {
        return new Amounts(List.of(
                new Amounts.Row(Optional.of(one), yuan(oneYuan), false),
                new Amounts.Row(Optional.of(other), yuan(otherYuan), true)));
    }

    static Rate percent(int percent) {
        return new Rate(percent * 100);
    }

    static Cap days(Scope per, int max, String... clauses) {
        return new Cap("限", Set.of(clauses), per, new Cap.Limit.OfDays(max));
    }

    static Cap money(Scope per, long yuan, String... clauses) {
        return new Cap("限", Set.of(clauses), per, new Cap.Limit.OfMoney(each(yuan)));
    }

    static Relation relation(Relation.Manner manner, Scope within, String... clauses) {
        return new Relation("关系", "关系", manner, within, Arrays.asList(clauses));
    }

    /** Nothing up to day 30, less up to day 60; accidents do not wait. */
    static Waiting waiting(Waiting.FirstDay firstDay, Optional<Waiting.Renewal> renewal) {
        return waiting(firstDay, renewal, Optional.empty());
    }

    static Waiting waiting(
            Waiting.FirstDay firstDay, Optional<Waiting.Renewal> renewal, Optional<Waiting.Waiver> waiver) {
        return new Waiting(
                "等",
                "等",
                firstDay,
                List.of(new Waiting.Zone(30, Waiting.Treatment.NONE), new Waiting.Zone(60, Waiting.Treatment.REDUCED)),
                Set.of(Cause.ACCIDENT),
                renewal,
                waiver,
                Society.ILLUSTRATIVE);
    }

    /** Renewals within 30 days keep the first start; added units wait; the gap is covered or not. */
    static Optional<Waiting.Renewal> renewal(boolean gapCovered) {
        return Optional.of(new Waiting.Renewal(30, true, gapCovered));
    }
}
