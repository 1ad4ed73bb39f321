package org.huzhu.columns;

import java.time.LocalDate;
import java.util.Optional;

/** Days as numbers: days since 1970-01-01. */
public final class Day {

    /** Stands for no day; before every day. */
    public static final int NONE = Integer.MIN_VALUE;

    /** Stands for {@link LocalDate#MAX}, the end of a span without a known end. */
    public static final int END = Integer.MAX_VALUE;

    private static final int DAYS_PER_400_YEARS = 146_097;
    private static final int DAYS_TO_1970 = 719_528;
    private static final int FIRST_YEAR = 1900;
    private static final int[] NEW_YEARS = newYears();

    private Day() {}

    private static int[] newYears() {
        int[] days = new int[301];
        for (int i = 0; i < days.length; i++) {
            days[i] = (int) LocalDate.of(FIRST_YEAR + i, 1, 1).toEpochDay();
        }
        return days;
    }

    /** The number of the day. */
    public static int of(LocalDate day) {
        return day.equals(LocalDate.MAX) ? END : Math.toIntExact(day.toEpochDay());
    }

    /** The number of the day, {@link #NONE} where there is none. */
    public static int of(Optional<LocalDate> day) {
        return day.isPresent() ? of(day.get()) : NONE;
    }

    public static LocalDate date(int day) {
        return day == END ? LocalDate.MAX : LocalDate.ofEpochDay(day);
    }

    /** The calendar year of the day. */
    public static int year(int day) {
        int guess = (int) ((400L * (day + DAYS_TO_1970)) / DAYS_PER_400_YEARS) - FIRST_YEAR;
        if (guess < 0 || guess + 1 >= NEW_YEARS.length) {
            return date(day).getYear();
        }
        if (day < NEW_YEARS[guess]) {
            return FIRST_YEAR + guess - 1;
        }
        return day >= NEW_YEARS[guess + 1] ? FIRST_YEAR + guess + 1 : FIRST_YEAR + guess;
    }
}
