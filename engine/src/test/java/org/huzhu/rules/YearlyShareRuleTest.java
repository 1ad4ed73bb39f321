package org.huzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class YearlyShareRuleTest {

    private static final YearlyShareRule RULE = rule(20, RoundingMode.HALF_UP);

    @Test
    void only_what_lies_above_a_deductible_is_shared() {
        assertThat(RULE.entitledFen(180_000, new long[0], 0)).isZero();
        assertThat(RULE.entitledFen(180_100, new long[0], 0)).isEqualTo(20);
        assertThat(RULE.entitledFen(0, new long[] {130_000, 65_000, 65_000}, 3)).isZero();
        assertThat(RULE.entitledFen(0, new long[] {130_000, 65_100}, 2)).isEqualTo(20);
        assertThat(RULE.entitledFen(280_000, new long[] {230_000, 165_000}, 2)).isEqualTo(60_000);
    }

    @Test
    void a_cost_below_one_deductible_does_not_help_another() {
        assertThat(RULE.entitledFen(0, new long[] {0, 165_000}, 2)).isEqualTo(20_000);
        assertThat(RULE.entitledFen(100_000, new long[] {230_000}, 1)).isEqualTo(20_000);
    }

    @Test
    void the_whole_is_rounded_once_and_not_its_parts() {
        assertThat(RULE.entitledFen(180_002, new long[] {130_002}, 1)).isEqualTo(1);
        assertThat(RULE.entitledFen(180_002, new long[] {130_001}, 1)).isEqualTo(1);
        assertThat(RULE.entitledFen(180_002, new long[] {}, 0)).isZero();
    }

    @Test
    void the_yearly_maximum_holds() {
        assertThat(RULE.entitledFen(180_000 + 100_326_500, new long[0], 0)).isEqualTo(20_065_300);
        assertThat(RULE.entitledFen(180_000 + 100_326_505, new long[0], 0)).isEqualTo(20_065_300);
        assertThat(RULE.entitledFen(Long.MAX_VALUE, new long[0], 0)).isEqualTo(20_065_300);
    }

    @Test
    void stays_beyond_the_count_are_not_looked_at() {
        assertThat(RULE.entitledFen(0, new long[] {230_000, -1}, 1)).isEqualTo(20_000);
    }

    @Test
    void costs_that_do_not_fit_together_are_an_error_and_never_wrap() {
        assertThatThrownBy(() -> RULE.entitledFen(Long.MAX_VALUE, new long[] {Long.MAX_VALUE}, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_cost_below_zero_is_refused() {
        assertThatThrownBy(() -> RULE.entitledFen(-1, new long[0], 0)).hasMessageContaining("-1 fen");
        assertThatThrownBy(() -> RULE.entitledFen(0, new long[] {-2}, 1)).hasMessageContaining("-2 fen");
        assertThatThrownBy(() -> new YearlyShareRule(0, 0, 0, Rate.WHOLE, RoundingMode.DOWN, -3))
                .hasMessageContaining("-3 fen");
    }

    /** The quick arithmetic gives what exact decimals give, for each rate and each way to round. */
    @Test
    void the_share_is_that_of_exact_decimals() {
        List<RoundingMode> modes = Arrays.stream(RoundingMode.values())
                .filter(mode -> mode != RoundingMode.UNNECESSARY)
                .toList();
        Cases.check(5_000, cases -> {
            Rate rate = new Rate((int) cases.wholeBetween(0, 10_000));
            RoundingMode mode = cases.oneOf(modes);
            long above = cases.wholeBetween(0, cases.oneOf(List.of(30_000L, Long.MAX_VALUE - 1)));

            long share = new YearlyShareRule(0, 0, 0, rate, mode, Long.MAX_VALUE).shareFen(above);

            assertThat(share).isEqualTo(Money.ofFen(above).at(rate, mode).fen());
        });
    }

    @Test
    void more_cost_never_gives_less_and_never_more_than_the_maximum() {
        Cases.check(2_000, cases -> {
            long[] stays = cases.listOf(each -> each.wholeBetween(0, 30_000_000)).stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            long outpatient = cases.wholeBetween(0, 10_000_000);
            long before = RULE.entitledFen(outpatient, stays, stays.length);

            stays[(int) cases.wholeBetween(0, stays.length - 1)] += cases.wholeBetween(0, 1_000_000);
            long after = RULE.entitledFen(outpatient + cases.wholeBetween(0, 1_000), stays, stays.length);

            assertThat(after).isBetween(before, RULE.yearlyMaximumFen());
        });
    }

    private static YearlyShareRule rule(int percent, RoundingMode rounding) {
        return new YearlyShareRule(180_000, 130_000, 65_000, new Rate(percent * 100), rounding, 20_065_300);
    }
}
