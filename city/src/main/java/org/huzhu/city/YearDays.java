package org.huzhu.city;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days of one year as whole numbers: 0 is the first of January, and days of other years go on below and above.
 *
 * <p>Feeds write millions of dates out of few, so the texts are made once.
 */
final class YearDays {

    private static final int TEXTS_FROM = -800;
    private static final int TEXTS_UNTIL = 800;

    private final LocalDate first;
    private final List<String> texts;
    private final List<Integer> quarterEnds;

    YearDays(int year) {
        this.first = LocalDate.of(year, 1, 1);
        this.texts = IntStream.range(TEXTS_FROM, TEXTS_UNTIL)
                .mapToObj(day -> first.plusDays(day).toString())
                .toList();
        this.quarterEnds = IntStream.rangeClosed(1, 4)
                .mapToObj(quarter -> (int) first.plusMonths(3L * quarter).toEpochDay() - (int) first.toEpochDay())
                .toList();
    }

    int length() {
        return quarterEnds.getLast();
    }

    /** The quarter of a day of the year, from 1 to 4. */
    int quarter(int day) {
        int quarter = 1;
        while (day >= quarterEnds.get(quarter - 1)) {
            quarter++;
        }
        return quarter;
    }

    /** The first day of the quarter after that of the day, or the last day of the year when none follows in it. */
    int startOfNextQuarter(int day) {
        return Math.min(quarterEnds.get(quarter(day) - 1), length() - 1);
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    String text(int day) {
        return day >= TEXTS_FROM && day < TEXTS_UNTIL
                ? texts.get(day - TEXTS_FROM)
                : date(day).toString();
    }
}
