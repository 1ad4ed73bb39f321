package org.huzhu.claims.watch;

import org.huzhu.kernel.Money;

/**
 * What others came to under a plan for the same kind of claim.
 *
 * @param deviation the median of how far each lies from the median (MAD)
 */
record Peers(int count, Money median, Money deviation) {

    /** Of fewer nothing is said. */
    static final int FEWEST = 12;

    /** A sum stands out above 3.5 deviations, each taken as 1.4826 of the MAD, as Iglewicz and Hoaglin (1993) do. */
    private static final double BOUND = 3.5 * 1.4826;

    /** Where most come to the same sum the MAD is nothing: then a tenth of the median stands for it. */
    private static final int LEAST_OF_MEDIAN = 10;

    boolean standsOut(Money sum) {
        long deviationFen = Math.max(deviation.fen(), median.fen() / LEAST_OF_MEDIAN);
        return count >= FEWEST && sum.minus(median).fen() > BOUND * deviationFen;
    }
}
