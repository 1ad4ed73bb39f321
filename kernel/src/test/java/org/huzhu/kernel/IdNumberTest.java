package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 1949-12-31, FEMALE",
        "440524188001010014, 1880-01-01, MALE",
        "110101199003071233, 1990-03-07, MALE",
        "540102198812314567, 1988-12-31, FEMALE",
        "110105198503011238, 1985-03-01, MALE",
        "110105198503011246, 1985-03-01, FEMALE",
        "110101200002290018, 2000-02-29, MALE",
        "810000199001010019, 1990-01-01, MALE",
        "933156198501010026, 1985-01-01, FEMALE",
    })
    void a_number_states_birth_date_and_sex(String text, LocalDate birthDate, Sex sex) {
        IdNumber number = IdNumber.parse(text);

        assertThat(number.text()).isEqualTo(text);
        assertThat(number.birthDate()).isEqualTo(birthDate);
        assertThat(number.sex()).isEqualTo(sex);
        assertThat(Long.toString(number.key())).isEqualTo(text.substring(0, 17));
    }

    @Test
    void a_lower_case_x_is_stored_upper_case() {
        assertThat(IdNumber.parse("11010519491231002x").text()).isEqualTo("11010519491231002X");
    }

    @Test
    void an_old_number_is_the_same_person_as_its_new_form() {
        IdNumber old = IdNumber.parse("130503670401001");

        assertThat(old.text()).isEqualTo("130503196704010016");
        assertThat(old).isEqualTo(IdNumber.parse("130503196704010016"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101190002290018",
                "110105194912310021",
                "110105194913310021",
                "130503670431001",
                "13050367040100x",
                "X1010519491231002X",
                " 11010519491231002X",
                "11010519491231002X ",
                "1101051949123100２X",
                "110105194912310",
                "11010519491231002XX",
                "7",
                ""
            })
    void what_is_no_number_is_refused_without_being_quoted(String text) {
        assertThat(IdNumber.find(text)).isEmpty();
        assertThatThrownBy(() -> IdNumber.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(text.isEmpty()
                                || !String.valueOf(refusal.getMessage()).contains(text))
                        .isTrue());
    }

    @Test
    void a_refusal_says_what_is_wrong() {
        assertThatThrownBy(() -> IdNumber.parse("110101190002290018")).hasMessageContaining("birth date");
        assertThatThrownBy(() -> IdNumber.parse("110105194912310021")).hasMessageContaining("check character");
        assertThatThrownBy(() -> IdNumber.parse("11010519491231")).hasMessageContaining("neither 18 nor 15");
        assertThatThrownBy(() -> IdNumber.parse("1101051949123a0021")).hasMessageContaining("a digit is missing");
    }

    @Test
    void only_the_text_shows_the_whole_number() {
        assertThat(IdNumber.parse("11010519491231002X")).hasToString("110***********002X");
        assertThat(IdNumber.masked("123456789")).isEqualTo("*********");
    }

    @Test
    void whoever_was_born_on_a_leap_day_is_a_year_older_on_the_first_of_march() {
        IdNumber number = numberBorn(LocalDate.of(2004, 2, 29));

        assertThat(number.ageOn(LocalDate.of(2022, 2, 28))).isEqualTo(17);
        assertThat(number.ageOn(LocalDate.of(2022, 3, 1))).isEqualTo(18);
        assertThat(number.ageOn(LocalDate.of(2004, 2, 29))).isZero();
        assertThatThrownBy(() -> number.ageOn(LocalDate.of(2004, 2, 28))).hasMessageContaining("not yet born");
    }

    @Test
    void a_key_without_a_real_birth_date_makes_no_number() {
        assertThatThrownBy(() -> new IdNumber(11010119000229001L)).hasMessageContaining("birth date");
        assertThatThrownBy(() -> new IdNumber(-1)).hasMessageContaining("seventeen digits");
    }

    /** The check was made for this: no single wrong digit passes. */
    @Test
    void one_wrong_digit_is_always_found() {
        Cases.check(500, cases -> {
            LocalDate birth = LocalDate.of(1900, 1, 1).plusDays(cases.wholeBetween(0, 45_000));
            char[] text = numberBorn(birth).text().toCharArray();
            int place = (int) cases.wholeBetween(0, 16);
            text[place] = (char) ('0' + (text[place] - '0' + cases.wholeBetween(1, 9)) % 10);

            assertThat(IdNumber.find(new String(text))).isEmpty();
        });
    }

    @Test
    void a_number_is_found_in_the_middle_of_bytes() {
        byte[] bytes = "a,11010519491231002x,b".getBytes(StandardCharsets.UTF_8);

        assertThat(IdNumber.keyOf(bytes, 2, 20)).isEqualTo(11010519491231002L);
        assertThat(IdNumber.keyOf(bytes, 1, 20)).isEqualTo(IdNumber.NONE);
    }

    private static IdNumber numberBorn(LocalDate birth) {
        long date = birth.getYear() * 10_000L + birth.getMonthValue() * 100L + birth.getDayOfMonth();
        return new IdNumber((110_105L * 100_000_000 + date) * 1_000 + 2);
    }
}
