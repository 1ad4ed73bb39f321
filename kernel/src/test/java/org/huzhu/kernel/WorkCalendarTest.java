package org.huzhu.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.parse(text());
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);

    private static String text() {
        try (InputStream file =
                Objects.requireNonNull(WorkCalendar.class.getResourceAsStream("workdays.txt"), "workdays.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_starting_day_is_not_counted() {
        assertThat(CALENDAR.after(LocalDate.of(2017, 12, 15), 10)).isEqualTo("2017-12-29");
        assertThat(CALENDAR.after(LocalDate.of(2017, 12, 16), 1)).isEqualTo("2017-12-18");
        assertThat(CALENDAR.after(LocalDate.of(2017, 12, 16), 0)).isEqualTo("2017-12-16");
    }

    @Test
    void holidays_are_left_out_and_exchanged_weekends_are_counted() {
        assertThat(CALENDAR.after(LocalDate.of(2021, 2, 8), 10)).isEqualTo("2021-02-26");
        assertThat(CALENDAR.isWorking(LocalDate.of(2021, 2, 11))).isFalse();
        assertThat(CALENDAR.isWorking(LocalDate.of(2021, 2, 20))).isTrue();
        assertThat(CALENDAR.isWorking(LocalDate.of(2021, 2, 21))).isFalse();
    }

    @Test
    void a_notice_speaks_of_the_last_days_of_the_year_before() {
        assertThat(CALENDAR.isWorking(LocalDate.of(2018, 12, 29))).isTrue();
        assertThat(CALENDAR.isWorking(LocalDate.of(2018, 12, 31))).isFalse();
    }

    @Test
    void what_a_later_notice_changed_holds() {
        assertThat(CALENDAR.isWorking(LocalDate.of(2015, 9, 3))).isFalse();
        assertThat(CALENDAR.isWorking(LocalDate.of(2019, 5, 3))).isFalse();
        assertThat(CALENDAR.isWorking(LocalDate.of(2020, 1, 31))).isFalse();
        assertThat(CALENDAR.isWorking(LocalDate.of(2020, 2, 3))).isTrue();
    }

    /** 250 or so since 2014; 248 since 2025, when two days off were added. */
    @Test
    void each_year_has_about_as_many_working_days() {
        for (int year = 2014; year < 2027; year++) {
            int days = CALENDAR.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31));
            assertThat(days).as("working days of %d", year).isBetween(year < 2025 ? 248 : 247, 251);
        }
    }

    @Test
    void the_days_that_the_law_gives_each_year_are_off() {
        List<MonthDay> always = List.of(
                MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));
        for (int year = 2014; year < 2027; year++) {
            for (MonthDay day : always) {
                assertThat(CALENDAR.isWorking(day.atYear(year)))
                        .as("%s of %d", day, year)
                        .isFalse();
            }
        }
    }

    @Test
    void a_period_that_would_end_on_a_holiday_ends_on_the_next_working_day() {
        assertThat(CALENDAR.endsOn(LocalDate.of(2020, 10, 1))).isEqualTo("2020-10-09");
        assertThat(CALENDAR.endsOn(LocalDate.of(2020, 10, 10))).isEqualTo("2020-10-10");
    }

    @Test
    void all_ways_of_counting_agree_on_each_day() {
        LocalDate from = LocalDate.of(2013, 11, 1);
        for (LocalDate start = from; start.isBefore(LocalDate.of(2027, 3, 1)); start = start.plusDays(37)) {
            int count = 0;
            for (LocalDate day = start.plusDays(1); day.isBefore(start.plusDays(400)); day = day.plusDays(1)) {
                count += CALENDAR.isWorking(day) ? 1 : 0;
                assertThat(CALENDAR.between(start, day)).isEqualTo(count);
                if (CALENDAR.isWorking(day)) {
                    assertThat(CALENDAR.after(start, count)).isEqualTo(day);
                }
            }
        }
    }

    @Test
    void where_no_year_is_known_only_weekends_are_reckoned_with_and_it_says_so() {
        assertThat(CALENDAR.knownUntil()).contains(END);
        assertThat(CALENDAR.knows(END.minusDays(1))).isTrue();
        assertThat(CALENDAR.knows(END)).isFalse();
        assertThat(CALENDAR.knows(FIRST)).isTrue();
        assertThat(CALENDAR.knows(FIRST.minusDays(1))).isFalse();
        assertThat(CALENDAR.isWorking(LocalDate.of(2027, Month.OCTOBER, 1))).isTrue();
        assertThat(CALENDAR.after(LocalDate.of(2026, 12, 31), 2)).isEqualTo("2027-01-04");
        assertThat(CALENDAR.isWorking(LocalDate.of(1969, 12, 27))).isFalse();
    }

    @Test
    void a_million_periods_take_no_time() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 1_000_000; i++) {
                CALENDAR.after(FIRST.plusDays(i % 4000), i % 300);
            }
        });
    }

    @Test
    void a_calendar_is_read_strictly() {
        refused("off 2026-01-01 2026-01-03 元旦", "Line 1 of the calendar: a line of its year");
        refused("year 2026", "Line 1 of the calendar: a year is followed by");
        refused("year 2026 https://x\nyear 2028 https://x", "Line 2 of the calendar: after the year 2026");
        refused("year 2026 https://x\nwork 2026-01-05 元旦", "2026-01-05 is worked anyway");
        refused("year 2026 https://x\noff 2026-01-01 2026-02-30 元旦", "written as 2026-01-01, not as 2026-02-30");
        refused("year 2026 https://x\noff 2027-01-01 2027-01-01 元旦", "2027-01-01 is no day of which");
        refused("year 2026 https://x\noff 2026-01-02 2026-01-01 元旦", "the last day off, 2026-01-01, is before");
        refused("year 2026 https://x\noff 2026-01-01 2026-01-30 元旦", "20 days at most");
        refused("year 2026 https://x\noff 2026-01-03 2026-01-04 元旦\nwork 2026-01-04 元旦", "Line 3");
        refused("year 2026 https://x\nholiday 2026-01-01", "begins with year, off or work");
        refused("year 20 https://x", "a year has four digits");
        refused("", "one line of a year at least");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> WorkCalendar.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
