package org.huzhu.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {

    @Test
    void a_number_is_known_by_the_row_where_it_stood_first() {
        Cases.check(200, cases -> {
            SeenNumbers seen = new SeenNumbers();
            Map<Long, Integer> slow = new HashMap<>();
            long among = cases.wholeBetween(1, 5_000);
            for (int row = 1; row <= 3_000; row++) {
                long key = cases.wholeBetween(0, among) * 1_000;
                Integer before = slow.putIfAbsent(key, row);
                assertThat(seen.put(key, row)).isEqualTo(before == null ? 0 : before);
            }
        });
    }

    @Test
    void numbers_of_other_papers_are_never_taken_for_identity_numbers() {
        assertThat(SeenNumbers.keyOf("PASSPORTE12345678")).isGreaterThan(100_000_000_000_000_000L);
        assertThat(SeenNumbers.keyOf("PASSPORTE12345678")).isNotEqualTo(SeenNumbers.keyOf("PASSPORTE12345687"));
    }
}
