package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** The first is the example of GB 32100-2015; the others are of real firms, or made up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110108MA01G0FB09",
                "91110000600001760P",
                "81110101MC0123450X",
                "8111000050001234XD",
                "51100000500009992T"
            })
    void a_code_is_read_and_stands_by_its_checks(String text) {
        assertThat(CreditCode.parse(text).text()).isEqualTo(text);
        assertThat(CreditCode.withChecks(text.substring(0, 8), text.substring(8, 16)))
                .isEqualTo(CreditCode.parse(text));
        assertThat(CreditCode.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"M000100Y, 4", "MA01G0FB, 0", "60000176, 0", "D2143569, X"})
    void the_organisation_has_a_check_of_its_own(String body, char check) {
        assertThat(CreditCode.withChecks("91110108", body).text().charAt(16)).isEqualTo(check);
    }

    @Test
    void small_letters_and_blanks_around_it_will_do() {
        assertThat(CreditCode.parse(" 91350100m000100y43\n").text()).isEqualTo("91350100M000100Y43");
        assertThat(CreditCode.find("91350100m000100y43")).contains(new CreditCode("91350100M000100Y43"));
    }

    @Test
    void a_basic_union_is_told_by_its_first_signs() {
        assertThat(CreditCode.parse("81110101MC0123450X").isOfBasicUnion()).isTrue();
        assertThat(CreditCode.parse("51100000500009992T").isOfBasicUnion()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, 17 signs",
        "91350100M000100Y433, 19 signs",
        "91350100I000100Y43, a sign that codes do not use",
        "91350100M000100Y4Z, a sign that codes do not use",
        "913501０0M000100Y43, a sign that codes do not use",
        "9135A100M000100Y43, no division",
        "91350100M000100Y53, the check of its organisation code",
        "91350100M000100Y44, the last sign"
    })
    void a_refusal_says_what_is_wrong(String text, String wrong) {
        assertThat(CreditCode.find(text)).isEmpty();
        assertThatThrownBy(() -> CreditCode.parse(text))
                .hasMessageContaining(text)
                .hasMessageContaining(wrong);
    }

    @Test
    void no_code_is_made_of_signs_that_codes_do_not_use() {
        assertThatThrownBy(() -> CreditCode.withChecks("91350100", "M0001OOY")).hasMessageContaining("M0001OOY");
        assertThatThrownBy(() -> CreditCode.withChecks("9135010", "M000100Y")).hasMessageContaining("eight first");
    }

    /** The checks were made for this: no single wrong sign passes. */
    @Test
    void one_wrong_sign_is_always_found() {
        Cases.check(500, cases -> {
            char[] text = CreditCode.withChecks("91110101", body(cases)).text().toCharArray();
            int place = (int) cases.wholeBetween(0, 17);
            int right = SIGNS.indexOf(text[place]);
            text[place] = SIGNS.charAt((right + (int) cases.wholeBetween(1, 30)) % 31);

            assertThat(CreditCode.find(new String(text))).isEmpty();
        });
    }

    private static String body(Cases cases) {
        return IntStream.range(0, 8)
                .mapToObj(place -> String.valueOf(SIGNS.charAt((int) cases.wholeBetween(0, 30))))
                .collect(Collectors.joining());
    }
}
