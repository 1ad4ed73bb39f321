package org.huzhu.roster.table;

import java.time.LocalDate;
import java.util.Optional;

/** From when a workbook counts days. */
public enum Serials {
    /** 1 is the first day of 1900, and 60 the 29 February that 1900 never had. */
    FROM_1900(LocalDate.of(1899, 12, 30)),
    /** 0 is the first day of 1904: workbooks that came from a Macintosh. */
    FROM_1904(LocalDate.of(1904, 1, 1));

    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
    private static final int LAST = 2_958_465;

    private final LocalDate zero;

    Serials(LocalDate zero) {
        this.zero = zero;
    }

    /** The day of a serial, its time of the day left out; empty where there is none before the year 10000. */
    public Optional<LocalDate> day(double serial) {
        if (!(serial >= 1 && serial < LAST)) {
            return Optional.empty();
        }
        long days = (long) serial;
        if (this == FROM_1900 && days <= LEAP_DAY_THAT_NEVER_WAS) {
            return days == LEAP_DAY_THAT_NEVER_WAS ? Optional.empty() : Optional.of(zero.plusDays(days + 1));
        }
        return Optional.of(zero.plusDays(days));
    }
}
