package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** As OpenSSL works it out: PBKDF2 with HMAC-SM3, 1,000 rounds, the salt 000102…0f. */
    private static final String KNOWN = "$pbkdf2-hmacsm3$1000$000102030405060708090a0b0c0d0e0f$"
            + "12742a87b310eaa8a5cb3ecb3b5145a508557e9d8bc3242ad4b447e45c9bc4d5";

    private final Passwords argon2 = new Passwords(PasswordPolicy.ASVS, "argon2id");
    private final Passwords sm3 = new Passwords(PasswordPolicy.ASVS, "pbkdf2-hmacsm3");

    @Test
    void pbkdf2_with_sm3_is_that_of_others() {
        assertThat(sm3.matches("Moonlit-river-7", Optional.of(KNOWN))).isTrue();
        assertThat(sm3.matches("Moonlit-river-8", Optional.of(KNOWN))).isFalse();
    }

    @Test
    void either_way_reads_what_the_other_stored_and_calls_it_outdated() {
        String stored = sm3.rehashed("Moonlit-river-7");

        assertThat(stored).startsWith("$pbkdf2-hmacsm3$600000$").isNotEqualTo(sm3.rehashed("Moonlit-river-7"));
        assertThat(argon2.matches("Moonlit-river-7", Optional.of(stored))).isTrue();
        assertThat(argon2.isOutdated(stored)).isTrue();
        assertThat(sm3.isOutdated(stored)).isFalse();
        assertThat(sm3.isOutdated(argon2.rehashed("Moonlit-river-7"))).isTrue();
    }

    @Test
    void an_unknown_way_does_not_start() {
        assertThatThrownBy(() -> new Passwords(PasswordPolicy.ASVS, "md5")).hasMessageContaining("'md5'");
    }
}
