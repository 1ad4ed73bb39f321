package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class DateSpanTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2014, 1, 1);
    private static final DateSpan YEAR_2014 = new DateSpan(NEW_YEAR, LocalDate.of(2015, 1, 1));

    @Test
    void the_first_day_is_inside_and_the_end_is_not() {
        assertThat(YEAR_2014.contains(LocalDate.of(2013, 12, 31))).isFalse();
        assertThat(YEAR_2014.contains(NEW_YEAR)).isTrue();
        assertThat(YEAR_2014.contains(LocalDate.of(2014, 12, 31))).isTrue();
        assertThat(YEAR_2014.contains(LocalDate.of(2015, 1, 1))).isFalse();
    }

    @Test
    void a_span_without_a_day_is_refused() {
        assertThatThrownBy(() -> new DateSpan(NEW_YEAR, NEW_YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 2014-01-01 until 2014-01-01");
        assertThatThrownBy(() -> new DateSpan(NEW_YEAR, NEW_YEAR.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counts_its_days_leap_day_and_all() {
        assertThat(new DateSpan(NEW_YEAR, NEW_YEAR.plusDays(1)).days()).isEqualTo(1);
        assertThat(YEAR_2014.days()).isEqualTo(365);
        assertThat(new DateSpan(LocalDate.of(2016, 1, 1), LocalDate.of(2017, 1, 1)).days())
                .isEqualTo(366);
    }

    @Test
    void spans_that_touch_share_no_day() {
        DateSpan next = new DateSpan(YEAR_2014.until(), YEAR_2014.until().plusYears(1));

        assertThat(YEAR_2014.overlaps(next)).isFalse();
        assertThat(next.overlaps(YEAR_2014)).isFalse();
        assertThat(YEAR_2014.intersect(next)).isEmpty();
    }

    @Test
    void a_span_without_an_end_holds_every_later_day() {
        DateSpan open = new DateSpan(NEW_YEAR, LocalDate.MAX);

        assertThat(open.contains(LocalDate.of(9999, 12, 31))).isTrue();
        assertThat(open.intersect(YEAR_2014)).contains(YEAR_2014);
    }

    @Test
    void writes_itself_as_a_half_open_interval() {
        assertThat(YEAR_2014).hasToString("[2014-01-01, 2015-01-01)");
    }

    @Test
    void the_intersection_holds_exactly_the_days_of_both() {
        Cases.check(2_000, cases -> {
            DateSpan one = spanNearNewYear(cases);
            DateSpan other = spanNearNewYear(cases);

            for (int i = -1; i <= 41; i++) {
                LocalDate day = NEW_YEAR.plusDays(i);
                boolean inBoth = one.contains(day) && other.contains(day);
                assertThat(one.intersect(other).map(span -> span.contains(day)).orElse(false))
                        .isEqualTo(inBoth);
            }
            assertThat(one.intersect(other)).isEqualTo(other.intersect(one));
            assertThat(one.overlaps(other)).isEqualTo(one.intersect(other).isPresent());
        });
    }

    private static DateSpan spanNearNewYear(Cases cases) {
        LocalDate from = NEW_YEAR.plusDays(cases.wholeBetween(0, 20));
        return new DateSpan(from, from.plusDays(cases.wholeBetween(1, 20)));
    }
}
