package org.huzhu.rules;

import java.math.RoundingMode;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Benefit.YearlyShare;

/**
 * A share of what a year's treatment left a person to pay: of the outpatient cost above one deductible, and of each
 * hospital stay's cost above a deductible of its own, up to a yearly maximum.
 *
 * <p>This is the arithmetic of secondary reimbursement (二次报销). The parts above the deductibles are added exactly, the
 * share of the whole is rounded once, then the maximum holds. Costs and results are whole fen; a sum that does not fit
 * a {@code long} throws {@link ArithmeticException}.
 *
 * @param outpatientDeductibleFen what of the year's outpatient cost is left to the person, zero or more
 * @param firstStayDeductibleFen what of the year's first stay is left to the person, zero or more
 * @param laterStayDeductibleFen what of each later stay is left to the person, zero or more
 * @param rate the share given
 * @param rounding how a fraction of a fen is rounded
 * @param yearlyMaximumFen the most that one person is given for one year, zero or more
 */
public record YearlyShareRule(
        long outpatientDeductibleFen,
        long firstStayDeductibleFen,
        long laterStayDeductibleFen,
        Rate rate,
        RoundingMode rounding,
        long yearlyMaximumFen) {

    public YearlyShareRule {
        requireNotNegative("outpatient deductible", outpatientDeductibleFen);
        requireNotNegative("first stay's deductible", firstStayDeductibleFen);
        requireNotNegative("later stays' deductible", laterStayDeductibleFen);
        requireNotNegative("yearly maximum", yearlyMaximumFen);
    }

    /** The rule of a clause, held under a yearly maximum in fen; {@link Long#MAX_VALUE} for none. */
    public static YearlyShareRule of(YearlyShare share, long yearlyMaximumFen) {
        return new YearlyShareRule(
                share.outpatientDeductible().fen(),
                share.firstStayDeductible().fen(),
                share.laterStayDeductible().fen(),
                share.share(),
                share.rounding(),
                yearlyMaximumFen);
    }

    /**
     * What a person is entitled to for a year, in fen.
     *
     * @param outpatientFen the year's outpatient cost in fen, zero or more
     * @param stayFen the cost of each stay in fen, zero or more, in the order that decides which one is the first
     * @param stays how many of the leading items of {@code stayFen} count
     * @throws ArithmeticException if the costs do not fit a {@code long} together
     */
    public long entitledFen(long outpatientFen, long[] stayFen, int stays) {
        return shareFen(aboveDeductiblesFen(outpatientFen, stayFen, stays));
    }

    /** The part of the costs above the deductibles, in fen, before the share is taken; as {@link #entitledFen}. */
    public long aboveDeductiblesFen(long outpatientFen, long[] stayFen, int stays) {
        requireNotNegative("outpatient cost", outpatientFen);
        long above = Math.max(0, outpatientFen - outpatientDeductibleFen);
        for (int i = 0; i < stays; i++) {
            requireNotNegative("cost of a stay", stayFen[i]);
            above = Math.addExact(above, Math.max(0, stayFen[i] - stayDeductibleFen(i)));
        }
        return above;
    }

    /** The deductible of a stay in fen; the first stay of the year has the ordinal 0. */
    public long stayDeductibleFen(int ordinal) {
        return ordinal == 0 ? firstStayDeductibleFen : laterStayDeductibleFen;
    }

    /** The share of the part above the deductibles: rounded once, then held under the maximum. */
    public long shareFen(long aboveFen) {
        requireNotNegative("cost above the deductibles", aboveFen);
        return aboveFen == 0 ? 0 : Math.min(rate.of(aboveFen, rounding), yearlyMaximumFen);
    }

    private static void requireNotNegative(String what, long fen) {
        // Asked for every bill: what is in order makes no object for a message.
        if (fen < 0) {
            throw new IllegalArgumentException("The %s is zero or more, not %d fen".formatted(what, fen));
        }
    }
}
