package org.huzhu.columns;

/**
 * Coverage periods. Those of one member stand together by plan, those of one plan in the order of their start; units of
 * the same plan, office, tier and span are one coverage period, however they were bought.
 */
public final class Terms {

    /** Stands for a contribution that is not known. */
    public static final long UNKNOWN = -1;

    final Ints plan = new Ints();
    final Ints office = new Ints();
    final Ints from = new Ints();
    final Ints until = new Ints();
    final Ints units = new Ints();
    final Ints tier = new Ints();
    final Longs contribution = new Longs();

    /** The number of the word that is the short name of the plan. */
    public int plan(int term) {
        return plan.get(term);
    }

    /** The number of the office that took the enrolment, {@link Words#NONE} for the office of the plan. */
    public int office(int term) {
        return office.get(term);
    }

    /** The first day. */
    public int from(int term) {
        return from.get(term);
    }

    /** The day after the last. */
    public int until(int term) {
        return until.get(term);
    }

    /** Units of cover. */
    public int units(int term) {
        return units.get(term);
    }

    /** The number of the tier, {@link Words#NONE} where the plan has none. */
    public int tier(int term) {
        return tier.get(term);
    }

    /** What was paid for the cover in all, or {@link #UNKNOWN}. */
    public long contributionFen(int term) {
        return contribution.get(term);
    }
}
