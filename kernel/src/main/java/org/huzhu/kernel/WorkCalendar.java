package org.huzhu.kernel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which days are worked (工作日): Monday to Friday, but for holidays and the weekends that are exchanged for them, year by
 * year as the State Council says.
 *
 * <p>Of days before the first year and after the last one nothing is known: there all weekdays are worked, and
 * {@link #knows} says so. All answers come from tables, and cost the same however many days lie between.
 */
public final class WorkCalendar {

    private static final int WEEK = 7;
    private static final int WORKED_OF_WEEK = 5;

    /** Day 0, 1 January 1970, is a Thursday: the fourth of its week. */
    private static final int MONDAY_BEFORE_DAY_0 = 3;

    private final long first;

    /** Of each known day, how many were worked from the first one up to and with it. */
    private final int[] worked;

    /** The worked days among those that are known, in order, counted from the first one. */
    private final int[] workdays;

    WorkCalendar(LocalDate first, boolean[] isWorked) {
        this.first = first.toEpochDay();
        this.worked = new int[isWorked.length];
        int[] found = new int[isWorked.length];
        int count = 0;
        for (int day = 0; day < isWorked.length; day++) {
            if (isWorked[day]) {
                found[count++] = day;
            }
            worked[day] = count;
        }
        this.workdays = Arrays.copyOf(found, count);
    }

    /**
     * Reads a calendar, strictly.
     *
     * @param text lines of {@code year}, {@code off} and {@code work}, as {@code workdays.txt} says
     * @throws IllegalArgumentException if a line is not as it must be; the message names it
     */
    public static WorkCalendar parse(String text) {
        return new WorkCalendarReader().read(text);
    }

    /** Whether the day is worked; see {@link #knows}. */
    public boolean isWorking(LocalDate day) {
        long epochDay = day.toEpochDay();
        return number(epochDay) > number(epochDay - 1);
    }

    /**
     * The day that ends a period of so many working days; the day on which it begins is not counted.
     *
     * @param workingDays zero or more; none ends on the day itself
     */
    public LocalDate after(LocalDate day, int workingDays) {
        Require.that(workingDays >= 0, "A period has no fewer than 0 working days, not %d", workingDays);
        return workingDays == 0 ? day : LocalDate.ofEpochDay(workday(number(day.toEpochDay()) + workingDays));
    }

    /** How many working days lie after the one day, up to and with the other. */
    public int between(LocalDate from, LocalDate until) {
        Require.that(!until.isBefore(from), "Working days are counted forward, not from %s to %s", from, until);
        return Math.toIntExact(number(until.toEpochDay()) - number(from.toEpochDay()));
    }

    /** When a period ends whose last day this is: where that is not worked, on the next day that is (民法典第203条). */
    public LocalDate endsOn(LocalDate lastDay) {
        return isWorking(lastDay) ? lastDay : after(lastDay, 1);
    }

    /** Whether the State Council has said of the day whether it is worked; else only weekends are reckoned with. */
    public boolean knows(LocalDate day) {
        long epochDay = day.toEpochDay();
        return epochDay >= first && epochDay < end();
    }

    /** The first day after those that are known; empty where none is. */
    public Optional<LocalDate> knownUntil() {
        return worked.length == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(end()));
    }

    private long end() {
        return first + worked.length;
    }

    /** How many days are worked up to and with the day, counted from some day long ago. */
    private long number(long day) {
        if (day < first || worked.length == 0) {
            return weekdays(day);
        }
        long before = weekdays(first - 1);
        return day < end()
                ? before + worked[(int) (day - first)]
                : before + workdays.length + weekdays(day) - weekdays(end() - 1);
    }

    /** The day that is worked as the one of this number. */
    private long workday(long number) {
        long known = number - weekdays(first - 1);
        if (known <= 0 || worked.length == 0) {
            return weekday(number);
        }
        return known <= workdays.length
                ? first + workdays[(int) known - 1]
                : weekday(known - workdays.length + weekdays(end() - 1));
    }

    /** How many days are no weekend up to and with the day. */
    private static long weekdays(long day) {
        long sinceMonday = day + MONDAY_BEFORE_DAY_0;
        return Math.floorDiv(sinceMonday, WEEK) * WORKED_OF_WEEK
                + Math.min(Math.floorMod(sinceMonday, WEEK) + 1, WORKED_OF_WEEK);
    }

    /** The day that is the one of this number among those that are no weekend. */
    private static long weekday(long number) {
        return Math.floorDiv(number - 1, WORKED_OF_WEEK) * WEEK
                + Math.floorMod(number - 1, WORKED_OF_WEEK)
                - MONDAY_BEFORE_DAY_0;
    }
}
