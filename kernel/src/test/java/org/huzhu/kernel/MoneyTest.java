package org.huzhu.kernel;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static java.math.RoundingMode.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void reads_yuan_and_fen_exactly() {
        assertThat(Money.parseYuan("1234.56")).isEqualTo(Money.ofFen(123_456));
        assertThat(Money.parseYuan("180")).isEqualTo(Money.ofYuan(180));
    }

    @Test
    void refuses_a_fraction_of_a_fen() {
        assertThatThrownBy(() -> Money.parseYuan("0.005"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'0.005'");
    }

    @Test
    void a_rate_rounds_the_way_the_caller_names() {
        assertThat(Money.ofFen(125).at(Rate.parse("60%"), HALF_UP)).isEqualTo(Money.ofFen(75));
        assertThat(Money.ofFen(1).at(Rate.parse("50%"), HALF_UP)).isEqualTo(Money.ofFen(1));
    }

    @Test
    void arithmetic_that_would_overflow_is_an_error_and_never_wraps() {
        Money most = Money.ofFen(Long.MAX_VALUE);

        assertThat(Money.ofYuan(3).times(4).minus(Money.ofYuan(5)).plus(Money.ofFen(1)))
                .isEqualTo(Money.ofFen(701));
        assertThatThrownBy(() -> most.plus(Money.ofFen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ZERO.minus(most).minus(Money.ofFen(2))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofYuan(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.parseYuan("92233720368547758.08")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ceiling_and_a_floor_hold() {
        Money low = Money.ofFen(-1);
        Money high = Money.ofFen(1);

        assertThat(low.atMost(high)).isEqualTo(low);
        assertThat(high.atMost(low)).isEqualTo(low);
        assertThat(low.atLeast(high)).isEqualTo(high);
        assertThat(high.atLeast(low)).isEqualTo(high);
        assertThat(low).isLessThan(high);
    }

    @Test
    void nothing_is_neither_positive_nor_negative() {
        assertThat(Money.ZERO.isPositive()).isFalse();
        assertThat(Money.ZERO.isNegative()).isFalse();
        assertThat(Money.ofFen(1).isPositive()).isTrue();
        assertThat(Money.ofFen(-1).isPositive()).isFalse();
        assertThat(Money.ofFen(-1).isNegative()).isTrue();
    }

    @Test
    void writes_itself_in_yuan_with_both_decimals() {
        assertThat(Money.ofFen(123_450)).hasToString("¥1234.50");
        assertThat(Money.ofFen(-5)).hasToString("¥-0.05");
    }

    @Test
    void only_what_is_there_is_shared_out_and_only_to_somebody() {
        assertThatThrownBy(() -> Money.ofFen(-1).shareOut(List.of(1L))).hasMessageContaining("¥-0.01");
        assertThatThrownBy(() -> Money.ofFen(1).shareOut(List.of(2L, -1L))).hasMessageContaining("-1");
        assertThatThrownBy(() -> Money.ofFen(1).shareOut(List.of(0L, 0L))).hasMessageContaining("sum to zero");
        assertThat(Money.ofFen(1).shareOut(List.of(0L, 1L))).containsExactly(Money.ZERO, Money.ofFen(1));
    }

    /** Each of three loses a third of a fen or two; the fen left over go to the largest loss, then to the earliest. */
    @Test
    void the_fen_left_over_go_to_the_largest_remainder_and_then_to_the_earliest() {
        assertThat(Money.ofFen(2).shareOut(List.of(1L, 1L, 1L)))
                .containsExactly(Money.ofFen(1), Money.ofFen(1), Money.ZERO);
        assertThat(Money.ofFen(1).shareOut(List.of(1L, 2L))).containsExactly(Money.ZERO, Money.ofFen(1));
    }

    @Test
    void a_proportion_rounds_once_and_the_way_the_caller_names() {
        assertThat(Money.ofFen(100).proportion(1, 3, HALF_UP)).isEqualTo(Money.ofFen(33));
        assertThat(Money.ofFen(100).proportion(1, 3, UP)).isEqualTo(Money.ofFen(34));
        assertThat(Money.ofFen(-100).proportion(2, 3, DOWN)).isEqualTo(Money.ofFen(-66));
        assertThat(Money.ofFen(5).proportion(1, 2, HALF_UP)).isEqualTo(Money.ofFen(3));
    }

    @Test
    void a_proportion_loses_nothing_when_the_product_is_larger_than_a_long() {
        Money large = Money.ofFen(Long.MAX_VALUE);

        assertThat(large.proportion(365, 365, DOWN)).isEqualTo(large);
        assertThatThrownBy(() -> large.proportion(366, 365, DOWN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_proportion_of_nothing_or_less_is_refused() {
        assertThatThrownBy(() -> Money.ZERO.proportion(1, 0, DOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1/0");
        assertThatThrownBy(() -> Money.ZERO.proportion(1, -1, DOWN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_proportion_strays_half_a_fen_at_most_when_rounded_half_up() {
        Cases.check(2_000, cases -> {
            long fen = cases.wholeBetween(-10_000_000_000L, 10_000_000_000L);
            long numerator = cases.wholeBetween(0, 1_000_000);
            long denominator = cases.wholeBetween(1, 1_000_000);

            long given =
                    Money.ofFen(fen).proportion(numerator, denominator, HALF_UP).fen();

            BigInteger exact = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(numerator));
            BigInteger error = BigInteger.valueOf(given)
                    .multiply(BigInteger.valueOf(denominator))
                    .subtract(exact);
            assertThat(error.abs().shiftLeft(1)).isLessThanOrEqualTo(BigInteger.valueOf(denominator));
        });
    }

    /** Whatever the weights, the parts sum to the whole, and none strays a full fen from its exact share. */
    @Test
    void sharing_out_leaves_no_fen_over() {
        Cases.check(2_000, cases -> {
            Money whole = Money.ofFen(cases.wholeBetween(0, 10_000_000_000L));
            List<Long> weights = cases.listOf(each -> each.wholeBetween(1, 1_000_000));

            List<Money> parts = whole.shareOut(weights);

            assertThat(Money.sum(parts)).isEqualTo(whole);
            long sum = weights.stream().mapToLong(Long::longValue).sum();
            for (int i = 0; i < parts.size(); i++) {
                BigInteger exact = BigInteger.valueOf(whole.fen()).multiply(BigInteger.valueOf(weights.get(i)));
                BigInteger given = BigInteger.valueOf(parts.get(i).fen()).multiply(BigInteger.valueOf(sum));
                assertThat(given.subtract(exact).abs()).isLessThan(BigInteger.valueOf(sum));
            }
        });
    }
}
