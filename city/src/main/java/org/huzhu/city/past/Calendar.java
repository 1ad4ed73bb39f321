package org.huzhu.city.past;

import java.time.LocalDate;

/** The years of a history, in days since 1970-01-01. */
final class Calendar {

    private static final int DAYS_IN_4_YEARS = 1_461;

    private final int firstYear;
    private final int[] newYears;

    Calendar(int firstYear, int lastYear) {
        this.firstYear = firstYear;
        this.newYears = new int[lastYear - firstYear + 3];
        for (int i = 0; i < newYears.length; i++) {
            newYears[i] = day(firstYear - 1 + i, 1, 1);
        }
    }

    static int day(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    /** The first day of a year, from the one before the first to the one after the last. */
    int newYear(int year) {
        return newYears[year - firstYear + 1];
    }

    int firstYear() {
        return firstYear;
    }

    int lastYear() {
        return firstYear + newYears.length - 3;
    }

    /** The first day of the history. */
    int begin() {
        return newYear(firstYear);
    }

    /** The day after its last. */
    int end() {
        return newYear(lastYear() + 1);
    }

    /** About so many full years of age, to be used where a day more or less makes no difference. */
    static int age(int bornOn, int day) {
        return (int) (4L * (day - bornOn) / DAYS_IN_4_YEARS);
    }

    /** The days in so many years, rounded up: whoever was born before them has that age. */
    static int daysOf(int years) {
        return Math.ceilDiv(years * DAYS_IN_4_YEARS, 4);
    }
}
