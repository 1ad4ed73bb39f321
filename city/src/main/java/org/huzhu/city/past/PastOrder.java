package org.huzhu.city.past;

import org.huzhu.kernel.Require;

/**
 * What history is wanted. Two equal orders make the same parts.
 *
 * @param people how many members, from 1 to 20,000,000
 * @param seed what the history grows from; any number
 * @param firstYear the first calendar year, 2012 at the earliest: 暖互助 begins with it
 * @param lastYear the last calendar year
 * @param eventsAPerson about how many events a member has over all years, from 0.7 to 20 for each year. What a member
 *     falls ill with and pays does not depend on it; more events divide the same costs into smaller bills
 */
public record PastOrder(int people, long seed, int firstYear, int lastYear, double eventsAPerson) {

    public static final int PEOPLE_MAX = 20_000_000;
    public static final int FIRST_YEAR_MIN = 2012;
    public static final int LAST_YEAR_MAX = 2060;

    /** Events of a member in a year, unless other is wanted. */
    public static final double USUAL_EVENTS_A_YEAR = 1.2;

    private static final double EVENTS_A_YEAR_MIN = 0.7;
    private static final double EVENTS_A_YEAR_MAX = 20;

    public PastOrder {
        Require.that(people >= 1 && people <= PEOPLE_MAX, "人数 people 应在 1 到 %,d 之间，而不是 %,d", PEOPLE_MAX, people);
        Require.that(
                firstYear >= FIRST_YEAR_MIN && lastYear <= LAST_YEAR_MAX && firstYear <= lastYear,
                "年份 years 应在 %d 到 %d 之间、先小后大，而不是 %d-%d",
                FIRST_YEAR_MIN,
                LAST_YEAR_MAX,
                firstYear,
                lastYear);
        double aYear = eventsAPerson / (lastYear - firstYear + 1);
        Require.that(
                aYear >= EVENTS_A_YEAR_MIN && aYear <= EVENTS_A_YEAR_MAX,
                "每人事件数 events-per-person 应为每年 %s 到 %s 个，而不是 %d 年共 %s 个",
                EVENTS_A_YEAR_MIN,
                EVENTS_A_YEAR_MAX,
                lastYear - firstYear + 1,
                eventsAPerson);
    }

    /** The usual history: twelve events a member in ten years. */
    public static PastOrder usual(int people, long seed, int firstYear, int lastYear) {
        return new PastOrder(people, seed, firstYear, lastYear, USUAL_EVENTS_A_YEAR * (lastYear - firstYear + 1));
    }
}
