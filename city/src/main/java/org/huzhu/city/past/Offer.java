package org.huzhu.city.past;

import java.time.LocalDate;
import org.huzhu.columns.Day;
import org.huzhu.kernel.DateSpan;
import org.huzhu.plan.TermLength;

/**
 * On what terms a plan is sold from a day on.
 *
 * @param from the first day of cover that is sold so
 * @param perUnitFen the contribution for one unit of cover; that of the tier counts where the plan has tiers
 */
record Offer(int from, TermLength length, long perUnitFen) {

    static Offer years(int year, int month, int years, long perUnitFen) {
        return new Offer(Calendar.day(year, month, 1), new TermLength.Years(years), perUnitFen);
    }

    static Offer calendarYear(int year, long perUnitFen) {
        return new Offer(Calendar.day(year, 1, 1), new TermLength.CalendarYear(), perUnitFen);
    }

    static Offer fixed(LocalDate from, LocalDate until) {
        return new Offer(Day.of(from), new TermLength.Fixed(new DateSpan(from, until)), 0);
    }

    /** The day after the last of the cover that starts on the day. */
    int until(int start) {
        return Day.of(length.from(Day.date(start)).until());
    }
}
