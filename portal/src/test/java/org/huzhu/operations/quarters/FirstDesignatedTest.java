package org.huzhu.operations.quarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.huzhu.kernel.Money;
import org.huzhu.operations.quarters.FirstDesignated.Group;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What designated people of the demonstration get: as many and as much as was published (首都工会, 2021-08-13). */
class FirstDesignatedTest {

    @ParameterizedTest
    @CsvSource({"HARDSHIP, 577, 132200, 30, 229", "MODEL_WORKER, 3060, 382400, 20, 125"})
    void they_come_to_what_was_published_to_the_fen(Group group, int persons, int yuan, int percent, int average) {
        int[] dues = group.dues(persons);

        assertThat(IntStream.of(dues)).hasSize(persons).allMatch(due -> due > 0);
        assertThat(IntStream.of(dues).sum()).isEqualTo((int) Money.ofYuan(yuan).fen());
        assertThat(Math.round(yuan / (double) persons)).isEqualTo(average);
        assertThat(IntStream.of(dues))
                .allSatisfy(due -> assertThat(Math.round((group.paidFor(due) - 180_000) * percent / 100.0))
                        .isEqualTo(due.longValue()));
    }
}
