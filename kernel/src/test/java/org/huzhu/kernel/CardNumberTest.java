package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers here belong to no card: they were made up, and their check digits worked out by hand. */
class CardNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"6222021234567890128", "6217000000000000004", "6029690000000002"})
    void a_number_with_its_right_check_digit_is_accepted(String digits) {
        assertThat(new CardNumber(digits).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222021234567890128", "6217000000000000004", "6029690000000002"})
    void a_number_with_any_one_digit_changed_is_refused(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(i)) {
                    String changed = digits.substring(0, i) + other + digits.substring(i + 1);
                    assertThatThrownBy(() -> new CardNumber(changed))
                            .as(changed)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("check digit");
                }
            }
        }
    }

    @Test
    void a_card_number_has_13_to_19_digits() {
        assertThat(CardNumber.withCheckDigit("6".repeat(12)).digits()).hasSize(13);
        assertThat(CardNumber.withCheckDigit("6".repeat(18)).digits()).hasSize(19);
        assertThatThrownBy(() -> CardNumber.withCheckDigit("6".repeat(11))).hasMessageContaining("12 to 18");
        assertThatThrownBy(() -> CardNumber.withCheckDigit("6".repeat(19))).hasMessageContaining("12 to 18");
        assertThatThrownBy(() -> new CardNumber("0".repeat(12))).hasMessageContaining("13 to 19");
        assertThatThrownBy(() -> new CardNumber("0".repeat(20))).hasMessageContaining("13 to 19");
        assertThatThrownBy(() -> new CardNumber("")).hasMessageContaining("13 to 19");
    }

    /** The digits of other scripts pass {@code Character.isDigit}; no bank would take them. */
    @ParameterizedTest
    @ValueSource(strings = {"6029 6900 0000 0002", "602969000000000X", "602969000000000２", "602969000000000/"})
    void anything_but_the_ten_digits_is_refused(String digits) {
        assertThatThrownBy(() -> new CardNumber(digits)).hasMessageContaining("digits only");
    }

    @Test
    void neither_its_text_nor_a_refusal_shows_the_middle() {
        assertThat(new CardNumber("6222021234567890128")).hasToString("622************0128");
        assertThatThrownBy(() -> new CardNumber("6222021234567890129"))
                .hasMessageContaining("622************0129")
                .hasMessageNotContaining("02123456789");
        assertThatThrownBy(() -> new CardNumber("6222021")).hasMessageEndingWith(" *******");
    }

    @Test
    void the_check_digit_that_is_made_is_the_one_that_is_asked_for() {
        Cases.check(2_000, cases -> {
            long body = cases.wholeBetween(100_000_000_000L, 999_999_999_999_999_999L);
            CardNumber made = CardNumber.withCheckDigit(Long.toString(body));
            assertThat(new CardNumber(made.digits())).isEqualTo(made);
        });
    }
}
