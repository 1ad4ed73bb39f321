package org.huzhu.quarter;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.kernel.Require;

/**
 * What is to be settled, from which files, and where the lists go.
 *
 * @param year the calendar year
 * @param quarter from 1 to 4
 * @param feeds all feeds of the year up to the quarter, in the order in which an earlier row stands before a later one
 * @param members the register of card holders
 * @param paid the payment lists of the earlier quarters of the year
 * @param out the directory to be made; it must not exist, or be empty
 */
public record SettlementRequest(int year, int quarter, List<Path> feeds, Path members, List<Path> paid, Path out) {

    public SettlementRequest {
        Require.that(year >= 1 && year <= 9999, "A year lies between 1 and 9999, not %d", year);
        Require.that(quarter >= 1 && quarter <= 4, "A quarter lies between 1 and 4, not %d", quarter);
        Require.that(!feeds.isEmpty(), "A settlement needs at least one feed");
        feeds = List.copyOf(feeds);
        paid = List.copyOf(paid);
    }

    /** The first day of the year. */
    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    /** The last day of the quarter, inclusive. */
    public LocalDate lastDay() {
        return LocalDate.of(year, quarter * 3, 1).plusMonths(1).minusDays(1);
    }
}
