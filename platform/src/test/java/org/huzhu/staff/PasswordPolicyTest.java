package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.staff.StaffRefused.Reason.PASSWORD_KNOWN;
import static org.huzhu.staff.StaffRefused.Reason.PASSWORD_LONG;
import static org.huzhu.staff.StaffRefused.Reason.PASSWORD_PLAIN;
import static org.huzhu.staff.StaffRefused.Reason.PASSWORD_SHORT;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final Account account =
            new Account(UUID.randomUUID(), "chen.mei", "陈小梅", "bj.east", Account.State.INVITED, false);

    @Test
    void dengbao3_asks_for_ten_signs_of_three_kinds() {
        assertThat(PasswordPolicy.DENGBAO3.refusal("Aa1!Bb2?x", account)).hasValue(PASSWORD_SHORT);
        assertThat(PasswordPolicy.DENGBAO3.refusal("moonlit-river", account)).hasValue(PASSWORD_PLAIN);
        assertThat(PasswordPolicy.DENGBAO3.refusal("Moonlit-river", account)).isEmpty();
        assertThat(PasswordPolicy.DENGBAO3.refusal("春风又绿江南岸Ab1", account)).isEmpty();
    }

    @Test
    void asvs_asks_for_eight_signs_and_no_composition() {
        assertThat(PasswordPolicy.ASVS.refusal("moonriv", account)).hasValue(PASSWORD_SHORT);
        assertThat(PasswordPolicy.ASVS.refusal("moonlitriver", account)).isEmpty();
        assertThat(PasswordPolicy.ASVS.life()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password123!", "Chen.Mei-2026", "陈小梅-Abc123", "Dragon2026!!", "aA!aA!aA!aA!"})
    void what_many_use_and_what_names_the_person_is_refused(String password) {
        assertThat(PasswordPolicy.DENGBAO3.refusal(password, account)).hasValue(PASSWORD_KNOWN);
    }

    @Test
    void a_password_without_end_is_refused() {
        assertThat(PasswordPolicy.ASVS.refusal("Ab1!xyz".repeat(40), account)).hasValue(PASSWORD_LONG);
    }

    @Test
    void an_unknown_policy_does_not_start() {
        assertThat(PasswordPolicy.named("asvs")).isEqualTo(PasswordPolicy.ASVS);
        assertThatThrownBy(() -> PasswordPolicy.named("none")).hasMessageContaining("'none'");
    }
}
