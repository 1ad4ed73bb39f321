package org.huzhu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.catalogue.StartRule.Kind;
import org.junit.jupiter.api.Test;

class StartRuleTest {

    private static LocalDate on(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    @Test
    void the_next_day_is_that_after_all_is_complete() {
        StartRule rule = new StartRule.NextDay();

        assertThat(rule.firstDay(on(2026, 12, 31))).isEqualTo(on(2027, 1, 1));
    }

    @Test
    void the_next_month_begins_after_all_is_complete_even_on_a_first() {
        StartRule rule = new StartRule.NextMonth();

        assertThat(rule.firstDay(on(2026, 1, 31))).isEqualTo(on(2026, 2, 1));
        assertThat(rule.firstDay(on(2026, 2, 1))).isEqualTo(on(2026, 3, 1));
    }

    @Test
    void one_day_is_for_all_who_are_complete_by_then_and_whoever_is_late_starts_with_a_month() {
        StartRule rule = new StartRule.Fixed(on(2026, 1, 1));

        assertThat(rule.firstDay(on(2025, 10, 9))).isEqualTo(on(2026, 1, 1));
        assertThat(rule.firstDay(on(2026, 1, 1))).isEqualTo(on(2026, 1, 1));
        assertThat(rule.firstDay(on(2026, 1, 2))).isEqualTo(on(2026, 2, 1));
    }

    @Test
    void a_day_is_said_where_one_is_agreed_on_and_only_there() {
        Optional<LocalDate> day = Optional.of(on(2026, 1, 1));

        assertThat(StartRule.of(Kind.FIXED, day)).hasValue(new StartRule.Fixed(on(2026, 1, 1)));
        assertThat(StartRule.of(Kind.FIXED, Optional.empty())).isEmpty();
        assertThat(StartRule.of(Kind.NEXT_DAY, day)).isEmpty();
        assertThat(StartRule.of(Kind.NEXT_MONTH, Optional.empty())).hasValue(new StartRule.NextMonth());
    }
}
