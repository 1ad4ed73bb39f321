package org.huzhu.columns;

/** Stays that transfers join, one after the other. */
public final class StayChain {

    /** Any transfer joins, however many hours it took. */
    public static final int ANY_HOURS = Integer.MAX_VALUE;

    private static final int HOURS_PER_DAY = 24;

    private StayChain() {}

    /** The first of the stays that transfers within the hours join up to the given one; a ring joins nothing. */
    public static int first(FactColumns facts, int stay, int hoursMax) {
        int first = stay;
        int behind = stay;
        boolean isSecond = false;
        int before = before(facts, stay, hoursMax);
        while (before != FactColumns.NO_EVENT) {
            first = before;
            if (first == behind) {
                return stay;
            }
            // One goes at half the speed of the other: in a ring they meet.
            behind = isSecond ? before(facts, behind, hoursMax) : behind;
            isSecond = !isSecond;
            before = before(facts, before, hoursMax);
        }
        return first;
    }

    /**
     * The stay that the given one goes on from, if its transfer took no more than the hours; else
     * {@link FactColumns#NO_EVENT}.
     */
    public static int before(FactColumns facts, int stay, int hoursMax) {
        int before = facts.stays.transferredFrom(facts.row(stay));
        if (before == FactColumns.NO_EVENT || facts.kind(before) != EventKind.STAY) {
            return FactColumns.NO_EVENT;
        }
        long days = (long) facts.day(stay) - facts.stays.dischargedOn(facts.row(before));
        return days >= 0 && days * HOURS_PER_DAY <= hoursMax ? before : FactColumns.NO_EVENT;
    }
}
