package org.huzhu.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A span of whole days: the first day belongs to it, the day named as its end does not.
 *
 * <p>A span has at least one day. Two spans that touch, one ending on the day on which the other begins, share no day
 * and leave none between them. A span without a known end ends on {@link LocalDate#MAX}.
 *
 * @param from the first day, included
 * @param until the day after the last, excluded
 */
public record DateSpan(LocalDate from, LocalDate until) {

    public DateSpan {
        Require.that(
                from.isBefore(until),
                "A span ends after the day it begins, and its end is not part of it; from %s until %s holds no day",
                from,
                until);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    public boolean overlaps(DateSpan other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** The days that both spans hold; empty when they share none. */
    public Optional<DateSpan> intersect(DateSpan other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = until.isBefore(other.until) ? until : other.until;
        return Optional.of(new DateSpan(later, earlier));
    }

    /** How many days the span holds: one or more. */
    public long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    /** The span as a half-open interval, such as {@code [2014-01-01, 2015-01-01)}. */
    @Override
    public String toString() {
        return "[" + from + ", " + until + ")";
    }
}
