package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"0%, 0", "0.01%, 1", "62.5%, 6250", "100%, 10000"})
    void reads_a_percentage_to_the_hundredth_and_writes_it_again(String text, int basisPoints) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(basisPoints)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01%", "100.01%", "0.001%", "60", "%", "六成%", "1e9%"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_without_its_sign_is_named_in_the_refusal() {
        assertThatThrownBy(() -> Rate.parse("600")).hasMessageContaining("not '600'");
    }

    @Test
    void a_rate_is_a_fraction_of_the_whole() {
        assertThat(Rate.parse("20%").fraction()).isEqualByComparingTo("0.2");
        assertThat(Rate.WHOLE.fraction()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void a_share_is_exact_and_rounded_once_as_decimals_are(RoundingMode rounding) {
        for (long fen : new long[] {0, 1, 3, 5, 15, 25, 9_999, 10_001, 123_456_789, Long.MAX_VALUE / 3}) {
            for (int basisPoints : new int[] {0, 1, 333, 5_000, 6_250, 9_999, 10_000}) {
                Rate rate = new Rate(basisPoints);

                assertThat(rate.of(fen, rounding)).isEqualTo(decimal(fen, rate, rounding));
                assertThat(rate.of(-fen, rounding)).isEqualTo(decimal(-fen, rate, rounding));
            }
        }
    }

    private static long decimal(long fen, Rate rate, RoundingMode rounding) {
        return BigDecimal.valueOf(fen)
                .multiply(rate.fraction())
                .setScale(0, rounding)
                .longValueExact();
    }

    @Test
    void what_must_not_be_rounded_is_refused_when_it_would_be() {
        assertThat(new Rate(5_000).of(4, RoundingMode.UNNECESSARY)).isEqualTo(2);
        assertThatThrownBy(() -> new Rate(5_000).of(3, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }
}
