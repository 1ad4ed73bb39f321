package org.huzhu.kernel;

import static java.math.RoundingMode.HALF_UP;
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
