package org.huzhu.plan;

import java.time.LocalDate;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Require;

/** How long one coverage period lasts (保障期). */
public sealed interface TermLength {

    /**
     * The coverage period that starts on the day, half-open.
     *
     * <p>A period of years ends on the corresponding day, on the last day of the month where there is none: one year
     * from 2024-02-29 ends before 2025-02-28. Count renewals from the first start, so that the day does not drift.
     */
    DateSpan from(LocalDate start);

    /** Whole years from the start. */
    record Years(int years) implements TermLength {
        public Years {
            Require.that(years > 0, "A period of %d years is none", years);
        }

        @Override
        public DateSpan from(LocalDate start) {
            return new DateSpan(start, start.plusYears(years));
        }
    }

    /** The calendar year (自然年) of the start, however late in the year it starts. */
    record CalendarYear() implements TermLength {
        @Override
        public DateSpan from(LocalDate start) {
            return new DateSpan(start, LocalDate.of(start.getYear() + 1, 1, 1));
        }
    }

    /** A number of days from the start. */
    record Days(int days) implements TermLength {
        public Days {
            Require.that(days > 0, "A period of %d days is none", days);
        }

        @Override
        public DateSpan from(LocalDate start) {
            return new DateSpan(start, start.plusDays(days));
        }
    }

    /** Fixed dates, the same for everybody, such as the cover of one event; who comes later ends with the others. */
    record Fixed(DateSpan span) implements TermLength {
        @Override
        public DateSpan from(LocalDate start) {
            return new DateSpan(start, span.until());
        }
    }
}
