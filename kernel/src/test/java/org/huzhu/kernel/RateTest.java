package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
