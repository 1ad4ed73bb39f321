package org.huzhu.city;

import org.huzhu.kernel.Rate;
import org.huzhu.kernel.Require;

/**
 * What city is wanted. Two equal orders make the same bytes.
 *
 * @param people how many card holders, from 1 to 10,000,000
 * @param seed what the city grows from; any number
 * @param year the calendar year of the feeds, from 1950 to 9000
 * @param rows about how many sound feed rows in the whole year: from 7 for ten people to 20 a person. The costs of a
 *     person do not depend on it; more rows divide the same costs into smaller bills
 * @param flawed the share of all rows that settling must refuse, at most half; they come in addition to the sound
 * @param ill how many of a thousand people are in treatment for long, at most 800; together with the few who are not,
 *     they are whom a plan with a deductible pays
 * @param awkward whether the files use the freedoms of the format: a byte order mark, GB18030, quotes, CRLF
 */
public record CityOrder(int people, long seed, int year, long rows, Rate flawed, int ill, boolean awkward) {

    static final int PEOPLE_MAX = 10_000_000;
    static final Rate USUALLY_FLAWED = new Rate(50);

    /** With it the plan of 2014 pays a tenth to a seventh of the holders a quarter. */
    static final int USUALLY_ILL = 460;

    private static final int ILL_MAX = 800;

    private static final int YEAR_MIN = 1950;
    private static final int YEAR_MAX = 9000;
    private static final int ROWS_A_PERSON_MAX = 20;

    public CityOrder {
        Require.that(people >= 1 && people <= PEOPLE_MAX, "人数 people 应在 1 到 %,d 之间，而不是 %,d", PEOPLE_MAX, people);
        Require.that(year >= YEAR_MIN && year <= YEAR_MAX, "年度 year 应在 %d 到 %d 之间，而不是 %d", YEAR_MIN, YEAR_MAX, year);
        Require.that(
                10 * rows >= 7L * people && rows <= (long) ROWS_A_PERSON_MAX * people,
                "全年行数 rows 应为每人 0.7 到 %d 行，而不是 %,d 人共 %,d 行",
                ROWS_A_PERSON_MAX,
                people,
                rows);
        Require.that(ill >= 0 && ill <= ILL_MAX, "每千人中长期看病的人数 ill 应在 0 到 %d 之间，而不是 %d", ILL_MAX, ill);
        Require.that(2 * flawed.basisPoints() <= Rate.WHOLE.basisPoints(), "问题行比例 bad 最多 50%%，而不是 %s", flawed);
    }

    /** The usual city: eleven rows a year for ten people, as in Beijing in 2020, and one row in 200 flawed. */
    public static CityOrder usual(int people, long seed, int year) {
        return new CityOrder(people, seed, year, usualRows(people), USUALLY_FLAWED, USUALLY_ILL, false);
    }

    public static long usualRows(int people) {
        return Math.ceilDiv(11L * people, 10L);
    }

    public CityOrder withRows(long wanted) {
        return new CityOrder(people, seed, year, wanted, flawed, ill, awkward);
    }

    public CityOrder withFlawed(Rate wanted) {
        return new CityOrder(people, seed, year, rows, wanted, ill, awkward);
    }

    public CityOrder withIll(int wanted) {
        return new CityOrder(people, seed, year, rows, flawed, wanted, awkward);
    }

    public CityOrder withAwkward(boolean wanted) {
        return new CityOrder(people, seed, year, rows, flawed, ill, wanted);
    }
}
