package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(strings = {"13812345678", "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "8613812345678"})
    void a_number_is_read_as_people_write_it(String text) {
        assertThat(Phone.parse(text)).isEqualTo(new Phone("13812345678"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12812345678", "23812345678", "1381234567", "138123456789", "1381234567x", "", "01062345678"})
    void what_is_no_mobile_number_is_refused(String text) {
        assertThatThrownBy(() -> Phone.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_middle_is_never_shown() {
        assertThat(new Phone("13812345678")).hasToString("138****5678");
        assertThatThrownBy(() -> new Phone("12812345678")).hasMessageContaining("128****5678");
    }
}
