package org.huzhu.plan;

import java.time.LocalDate;

/**
 * From when, by which day and for whom a version applies (适用).
 *
 * @param from the first day, inclusive
 * @param by which day is compared with {@code from}
 * @param reach whether cover that was in force before {@code from} has part in this version
 */
public record Applicability(LocalDate from, By by, Reach reach) {

    /** The day that chooses the version. */
    public enum By {
        /** The day on which the coverage period starts (保障期起始日): the version is pinned at enrolment. */
        TERM_START,
        /** The day of the event (事件日): plans whose version follows the calendar, such as 暖·互助. */
        EVENT
    }

    /** Whom an amendment reaches. Both ways are attested; an amendment must say which it is. */
    public enum Reach {
        /** Only cover that starts, or is renewed, on or after the first day (新参保和续保). */
        NEW_AND_RENEWED,
        /** Cover in force too, for events on or after the first day (在保的同时享受). */
        IN_FORCE
    }
}
