package org.huzhu.claims.samples;

import org.huzhu.kernel.Money;

/** How a sample is drawn. */
public sealed interface Way {

    /** How many are drawn by chance. */
    int size();

    /** Each claim with the same chance. */
    record Evenly(int size) implements Way {}

    /**
     * All from a sum on, and of the rest so many, each with a chance by its sum.
     *
     * @param above from this sum on all are drawn
     */
    record ByValue(int size, Money above) implements Way {}

    /** Of each agency so many as it has claims and as their sums vary, one at least (Neyman). */
    record ByVariance(int size) implements Way {}
}
