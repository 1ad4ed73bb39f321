package org.huzhu.rules;

import java.math.RoundingMode;
import java.util.List;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DeathSum;
import org.huzhu.plan.Benefit.DisabilityShare;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Benefit.InjuryConsolation;
import org.huzhu.plan.Benefit.MaturityReturn;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.CostField;
import org.jspecify.annotations.Nullable;

/** What a clause promises, with its numbers at hand; one for each kind of {@link org.huzhu.plan.Benefit}. */
public sealed interface Pricing {

    /** How many times stand for no limit. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * A fixed sum for a disease of a list.
     *
     * @param reduced null where the reduced zone gives nothing
     * @param ends the clauses whose cover ends with a payment, a set of {@link ClauseRules#bit}
     * @param timesMax how often it may be paid in one coverage period, or {@link #UNLIMITED}
     */
    record Disease(
            DiseaseSum sum,
            ListedClasses classes,
            TierAmounts full,
            @Nullable TierAmounts reduced,
            long ends,
            int timesMax)
            implements Pricing {}

    /** A fixed sum for each day. */
    record Allowance(DailyAllowance daily, TierAmounts perDay) implements Pricing {}

    /** A share of the cost of each stay; {@code paymentsMax} may be {@link #UNLIMITED}. */
    record Share(CostShare share, int paymentsMax) implements Pricing {}

    /** A share of the cost of a year; the yearly maximum is a cap of the plan and applied as one. */
    record Yearly(YearlyShare share, YearlyShareRule rule) implements Pricing {}

    /** A share, by bands, of the cost of a year. */
    record Banded(BandedShare share, List<CostField> lessOthers, RoundingMode rounding) implements Pricing {}

    /** A share of a sum by grade of disability. */
    record Disability(DisabilityShare share, TierAmounts sum) implements Pricing {}

    /** A consolation by kind of injury. */
    record Injury(InjuryConsolation consolation, TierAmounts sum) implements Pricing {}

    /** A fixed sum at death. */
    record Death(DeathSum death, TierAmounts sum) implements Pricing {}

    /** A share of a loss at home. */
    record Property(PropertyLoss loss) implements Pricing {}

    /** The return of savings. */
    record Maturity(MaturityReturn maturity) implements Pricing {}
}
