package org.huzhu.quarters;

import java.time.LocalDate;
import org.huzhu.kernel.Require;

/**
 * A quarter of a plan, or what is settled once for its whole year.
 *
 * @param plan the short name of the plan
 * @param quarter from 1 to 4; from 5 on what lies above the ceiling of the insurance, for the first time, the second,
 *     and so on, as people file it
 */
public record Quarter(String plan, int year, int quarter) {

    private static final int MONTHS = 3;
    private static final int LAST = 4;
    private static final int MOST = 9;

    /** The first number of those for the whole year. */
    public static final int YEARLY = LAST + 1;

    public Quarter {
        Require.that(quarter >= 1 && quarter <= MOST, "A quarter lies between 1 and 9, not %d", quarter);
    }

    /** Whether it is what lies above the ceiling, for the whole year. */
    public boolean isYearly() {
        return quarter >= YEARLY;
    }

    /** For which time in the year it is settled: of what lies above the ceiling; 1 of quarters. */
    public int time() {
        return isYearly() ? quarter - LAST : 1;
    }

    /** The day after its last, exclusive. */
    public LocalDate end() {
        return isYearly()
                ? LocalDate.of(year + 1, 1, 1)
                : LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1).plusMonths(MONTHS);
    }

    /** The one before it, of the same plan. */
    Quarter before() {
        if (quarter == YEARLY) {
            return yearBefore();
        }
        return quarter == 1 ? new Quarter(plan, year - 1, LAST) : new Quarter(plan, year, quarter - 1);
    }

    /** The same one a year before. */
    Quarter yearBefore() {
        return new Quarter(plan, year - 1, quarter);
    }
}
