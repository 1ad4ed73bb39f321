package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"阿卜杜•买买提", "阿卜杜‧买买提", "阿卜杜・买买提", "阿卜杜･买买提", "阿卜杜.买买提", "阿卜杜．买买提", "阿卜杜∙买买提"})
    void whatever_dot_was_typed_the_name_is_the_same(String typed) {
        assertThat(new PersonName(typed)).isEqualTo(new PersonName("阿卜杜·买买提"));
        assertThat(new PersonName(typed).text()).contains("\u00B7");
    }

    @Test
    void a_full_stop_elsewhere_stays_one() {
        assertThat(new PersonName("John F. Kennedy").text()).isEqualTo("John F. Kennedy");
    }

    @Test
    void spaces_at_the_ends_are_dropped() {
        assertThat(new PersonName("　王  伟 ").text()).isEqualTo("王 伟");
    }

    @Test
    void a_rare_sign_is_one_sign_and_stays_what_it_is() {
        PersonName rare = new PersonName("\uD842\uDFB7野\uF967");

        assertThat(rare.masked()).isEqualTo("\uD842\uDFB7**");
        assertThat(rare.text()).endsWith("\uF967");
    }

    @Test
    void only_the_first_sign_of_a_masked_name_is_shown() {
        assertThat(new PersonName("欧阳娜娜").masked()).isEqualTo("欧***");
        assertThat(new PersonName("王").masked()).isEqualTo("王");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "王1", "王\u0000伟", "王\u200B伟", "<b>", "王\n;伟"})
    void what_is_no_name_is_refused(String text) {
        assertThatThrownBy(() -> new PersonName(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_has_a_hundred_signs_at_most() {
        assertThat(new PersonName("\uD842\uDFB7".repeat(100)).text()).hasSize(200);
        assertThatThrownBy(() -> new PersonName("王".repeat(101))).hasMessageContaining("101");
    }
}
