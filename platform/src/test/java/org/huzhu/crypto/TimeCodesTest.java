package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    private static final String SECRET = TimeCodes.text("12345678901234567890".getBytes(US_ASCII));

    /** RFC 6238 appendix B, of whose eight digits the last six are shown. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(TimeCodes.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void a_code_is_known_one_step_early_and_one_late_and_no_further() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        String code = TimeCodes.code(SECRET, now);
        long step = now.getEpochSecond() / 30;

        assertThat(TimeCodes.step(SECRET, code, now.plusSeconds(30))).hasValue(step);
        assertThat(TimeCodes.step(SECRET, code, now.minusSeconds(30))).hasValue(step);
        assertThat(TimeCodes.step(SECRET, code, now.plusSeconds(60))).isEmpty();
        assertThat(TimeCodes.step(SECRET, code, now.minusSeconds(60))).isEmpty();
        assertThat(TimeCodes.step(SECRET, "", now)).isEmpty();
    }
}
