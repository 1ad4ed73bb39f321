package org.huzhu.replay;

import java.util.List;
import org.huzhu.kernel.Require;

/**
 * What is asked of a {@link Replay}.
 *
 * @param plan the short name of the plan that is changed
 * @param fromYear the first calendar year whose awards count; all events are judged in any case
 * @param toYear the last calendar year whose awards count
 * @param groupings one table for each, by those dimensions in that order
 */
public record Question(String plan, int fromYear, int toYear, List<List<Dimension>> groupings) {

    public Question {
        Require.that(fromYear <= toYear, "The years from %d to %d hold none", fromYear, toYear);
        groupings = groupings.stream().map(List::copyOf).toList();
        Require.that(
                groupings.stream()
                        .noneMatch(by -> by.isEmpty() || by.stream().distinct().count() < by.size()),
                "A grouping is by dimensions, each of them once, not %s",
                groupings);
    }

    /** The question for all years. */
    public static Question of(String plan, List<List<Dimension>> groupings) {
        return new Question(plan, Integer.MIN_VALUE, Integer.MAX_VALUE, groupings);
    }

    boolean asks(int year) {
        return fromYear <= year && year <= toYear;
    }
}
