package org.huzhu.adjudication;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.CostField;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Waiting.Treatment;

/**
 * One step of a working.
 *
 * <p>Steps carry figures, not sentences, so that one working can be shown as a list, as a sentence, or in another
 * language. The list is closed; a new step does not compile until somebody has worded it.
 */
public sealed interface Step {

    /** The event falls on the given day of cover, counted as the plan counts; {@code units} of cover are treated so. */
    record OnDay(long day, Treatment treatment, int units) implements Step {}

    /** Units of cover are void, because the person held the most a plan allows already. */
    record UnitsVoid(int units, int max) implements Step {}

    /** The class of the list that the disease stands for. */
    record Listed(String disease, String listed) implements Step {}

    /** A sum for each unit of cover. */
    record PerUnit(Money each, int units, Money gives) implements Step {}

    /** Days that happened, and how many of them count. */
    record DaysCounted(int days, int unpaid, int counted) implements Step {}

    /** Of the days, only so many are left under the cap. */
    record DaysLeft(Scope per, int max, int left, int counted) implements Step {}

    /** A sum for each day and each unit of cover. */
    record PerDay(Money each, int days, int units, Money gives) implements Step {}

    /** The stay is the first, second, third of the coverage period. */
    record Ordinal(int number) implements Step {}

    /** A part of the bill; {@code ofEvent} names the event or what was summed, or is empty for a sum over all of the year. */
    record Cost(CostField field, Optional<String> ofEvent, Money amount) implements Step {}

    /** The part above a deductible. */
    record Above(Money amount, Money deductible, Money above) implements Step {}

    /** What other payers gave is taken off. */
    record LessOthers(Money amount, Money others, Money left) implements Step {}

    /** A share of an amount, before rounding where {@code rounding} names one. */
    record Share(Money amount, Rate rate, RoundingMode rounding, Money gives) implements Step {}

    /** The part of an amount that lies in a band, and the share of it. */
    record InBand(Money above, Optional<Money> upTo, Money part, Rate rate) implements Step {}

    /** The sum of the parts before it, rounded once. */
    record SumOfParts(RoundingMode rounding, Money gives) implements Step {}

    /** A stay that would give less gives the minimum. */
    record AtLeast(Money minimum) implements Step {}

    /** The grades that were assessed, and the one that counts. */
    record Grade(List<Integer> assessed, int counts) implements Step {}

    /** The ratio of an earlier disability is taken off. */
    record LessPrior(int priorGrade, Rate ratio, Rate prior, Rate left) implements Step {}

    /** Of several injuries the highest rate counts. */
    record OfInjury(Injury injury, Rate rate) implements Step {}

    /** A fixed sum. */
    record Fixed(Money amount) implements Step {}

    /** A cap leaves so much. */
    record Capped(String clause, Scope per, Money max, Money left, Money gives) implements Step {}

    /** Another clause of the plan gives instead, or part of it already. */
    record ByRelation(String clause, String otherClause, Money gives) implements Step {}

    /** Another plan gives instead, or part of it already. */
    record ByPair(String clause, PlanId other, Money gives) implements Step {}

    /** All plans together give no more than the member bore. */
    record Indemnity(String clause, Money bornLeft, Money gives) implements Step {}
}
