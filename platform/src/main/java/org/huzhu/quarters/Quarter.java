package org.huzhu.quarters;

import java.time.LocalDate;
import org.huzhu.kernel.Require;

/**
 * A quarter of a plan.
 *
 * @param plan the short name of the plan
 * @param quarter from 1 to 4
 */
public record Quarter(String plan, int year, int quarter) {

    private static final int MONTHS = 3;
    private static final int LAST = 4;

    public Quarter {
        Require.that(quarter >= 1 && quarter <= LAST, "A quarter lies between 1 and 4, not %d", quarter);
    }

    /** The day after its last, exclusive. */
    public LocalDate end() {
        return LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1).plusMonths(MONTHS);
    }

    /** The one before it, of the same plan. */
    Quarter before() {
        return quarter == 1 ? new Quarter(plan, year - 1, LAST) : new Quarter(plan, year, quarter - 1);
    }

    /** The same one a year before. */
    Quarter yearBefore() {
        return new Quarter(plan, year - 1, quarter);
    }
}
