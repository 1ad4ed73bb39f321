package org.huzhu.kernel;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the lines of a calendar; what it does not know it refuses, by line. */
final class WorkCalendarReader {

    private static final int YEAR_MIN = 1950;
    private static final int YEAR_MAX = 2200;
    private static final int HOLIDAY_DAYS_MAX = 20;

    /** The notice of a year may speak of days as far before it as this. */
    private static final int DAYS_BEFORE_MAX = 7;

    /** What was said of days, whether they are worked. */
    private final Map<LocalDate, Boolean> said = new HashMap<>();

    private int firstYear;
    private int year;
    private int number;

    WorkCalendar read(String text) {
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                read(List.of(line.split(" ", -1)));
            }
        }
        Require.that(year > 0, "A calendar has one line of a year at least, such as: year 2026 https://…");
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        boolean[] isWorked =
                new boolean[Math.toIntExact(LocalDate.of(year, 12, 31).toEpochDay() - first.toEpochDay()) + 1];
        for (int day = 0; day < isWorked.length; day++) {
            LocalDate at = first.plusDays(day);
            isWorked[day] = said.getOrDefault(at, !isWeekend(at));
        }
        return new WorkCalendar(first, isWorked);
    }

    private void read(List<String> words) {
        switch (words.getFirst()) {
            case "year" -> {
                refuseUnless(words.size() >= 3, "a year is followed by its number and the notice: year 2026 https://…");
                readYear(words.get(1));
            }
            case "off" -> {
                refuseUnless(words.size() == 4, "days off are two days and a name: off 2026-01-01 2026-01-03 元旦");
                readOff(day(words.get(1)), day(words.get(2)));
            }
            case "work" -> {
                refuseUnless(words.size() == 3, "a worked weekend is a day and a name: work 2026-01-04 元旦");
                readWork(day(words.get(1)));
            }
            default -> refuseUnless(false, "it begins with year, off or work, not with " + words.getFirst());
        }
    }

    private void readYear(String word) {
        refuseUnless(word.matches("[0-9]{4}"), "a year has four digits, unlike " + word);
        int next = Integer.parseInt(word);
        refuseUnless(next >= YEAR_MIN && next <= YEAR_MAX, "no calendar speaks of the year " + next);
        refuseUnless(year == 0 || next == year + 1, "after the year " + year + " comes the next one, not " + next);
        firstYear = year == 0 ? next : firstYear;
        year = next;
    }

    private void readOff(LocalDate from, LocalDate to) {
        refuseUnless(!to.isBefore(from), "the last day off, " + to + ", is before the first, " + from);
        refuseUnless(
                from.plusDays(HOLIDAY_DAYS_MAX).isAfter(to), "a holiday has " + HOLIDAY_DAYS_MAX + " days at most");
        from.datesUntil(to.plusDays(1)).forEach(day -> say(day, false));
    }

    private void readWork(LocalDate day) {
        refuseUnless(isWeekend(day), day + " is worked anyway, it is no weekend");
        say(day, true);
    }

    private void say(LocalDate day, boolean isWorked) {
        refuseUnless(year > 0, "a line of its year stands before it");
        LocalDate first = LocalDate.of(year, 1, 1).minusDays(DAYS_BEFORE_MAX);
        refuseUnless(
                !day.isBefore(first) && day.getYear() <= year,
                day + " is no day of which the notice of " + year + " speaks");
        refuseUnless(said.putIfAbsent(day, isWorked) == null, "of " + day + " something was said before");
    }

    private LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Line %d of the calendar: a day is written as 2026-01-01, not as %s".formatted(number, word), e);
        }
    }

    private void refuseUnless(boolean holds, String why) {
        Require.that(holds, "Line %d of the calendar: %s", number, why);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }
}
