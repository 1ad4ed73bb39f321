package org.huzhu.quarter.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class PlainRowTest {

    private static final String AFTER = "9".repeat(600);

    @Test
    void an_amount_is_read_as_the_careful_way_reads_it_or_not_at_all() {
        for (String text :
                List.of("0.00", "1.5", "12", "12.50", "1234567.89", "12345678.90", "123456789.01", ".50", "")) {
            PlainRow row = row(text + ",\n");

            long fen = row.fen();

            if (row.end()) {
                assertThat(fen).isEqualTo(Typed.anyFen(text.getBytes(StandardCharsets.UTF_8), 0, text.length()));
            }
        }
    }

    @Test
    void both_ways_of_reading_an_amount_agree_on_any_bytes() {
        Cases.check(100_000, cases -> {
            byte[] bytes = new byte[24];
            byte[] usual = "0123456789..,-".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = usual[(int) cases.wholeBetween(0, usual.length - 1L)];
            }
            int to = (int) cases.wholeBetween(0, 16);

            assertThat(Typed.fen(bytes, 0, to)).isEqualTo(Typed.anyFen(bytes, 0, to));
        });
    }

    @Test
    void a_number_of_digits_is_its_own_key_and_gives_its_text_back() {
        for (String text : List.of("7", "007", "12345678", "123456789", "999999999999999999", "000000000000000000")) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            long key = NumberKey.of(bytes, 0, bytes.length);

            assertThat(NumberKey.isDigits(key)).isTrue();
            assertThat(NumberKey.digits(key)).isEqualTo(bytes);
            PlainRow row = row(text + ",\n");
            assertThat(row.number()).isEqualTo(key);
            assertThat(row.end()).isTrue();
        }
    }

    @Test
    void any_other_number_is_hashed_and_never_taken_for_digits() {
        for (String text : List.of("", "R1", "1234567890123456789", "12345678R", "1234567R9", "１")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

            assertThat(NumberKey.isDigits(NumberKey.of(bytes, 0, bytes.length))).isFalse();
        }
    }

    @Test
    void prefixes_sort_as_unsigned_bytes_and_equal_ones_by_more() {
        Cases.check(2_000, cases -> {
            long[] prefixes = new long[(int) cases.wholeBetween(0, 40)];
            int[] items = new int[prefixes.length];
            for (int i = 0; i < prefixes.length; i++) {
                prefixes[i] = cases.wholeBetween(-3, 3) << cases.wholeBetween(0, 40);
                items[i] = i;
            }
            long[] before = prefixes.clone();

            int[] sorted = PrefixSort.sorted(prefixes, items, (a, b) -> Integer.compare(b, a));

            Integer[] expected = new Integer[before.length];
            Arrays.setAll(expected, i -> i);
            Arrays.sort(expected, (a, b) -> {
                int byPrefix = Long.compareUnsigned(before[a], before[b]);
                return byPrefix != 0 ? byPrefix : Integer.compare(b, a);
            });
            assertThat(Arrays.stream(sorted).boxed().toArray()).isEqualTo(expected);
        });
    }

    private static PlainRow row(String text) {
        byte[] bytes = (text + AFTER).getBytes(StandardCharsets.US_ASCII);
        PlainRow row = new PlainRow(new Block(bytes, 0, bytes.length));
        assertThat(row.begin(0)).isTrue();
        return row;
    }
}
