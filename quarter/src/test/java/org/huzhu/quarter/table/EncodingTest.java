package org.huzhu.quarter.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class EncodingTest {

    /** Whatever the bytes, our quick check and the platform's strict decoder are of one opinion. */
    @Test
    void utf_8_is_what_a_strict_decoder_takes() {
        String text = "a\u00e9\u0800\uD7FF\uE000\uFFFF\uD800\uDC00\uDBFF\uDFFF东城";
        Cases.check(20_000, cases -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int place = (int) cases.wholeBetween(0, bytes.length - 1L);
            bytes[place] = (byte) cases.wholeBetween(-128, 127);
            int to = (int) cases.wholeBetween(0, bytes.length);

            assertThat(Encoding.UTF_8.firstWrong(bytes, 0, to) < 0).isEqualTo(isUtf8(bytes, to));
        });
    }

    private static boolean isUtf8(byte[] bytes, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, to));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
