package org.huzhu.city.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterMakerTest {

    private static byte[] made(long seed, RosterForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RosterMaker(seed, 500, 100_000).write(form, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_seed_gives_the_same_bytes_and_another_seed_others(RosterForm form) throws IOException {
        assertThat(made(1, form)).isEqualTo(made(1, form)).isNotEqualTo(made(2, form));
    }

    @Test
    void as_many_rows_are_wrong_as_were_ordered() {
        RosterMaker maker = new RosterMaker(1, 100_000, 10_000);
        assertThat(IntStream.range(0, maker.rows())
                        .filter(i -> maker.flaw(i).isPresent())
                        .count())
                .isBetween(900L, 1_100L);
    }
}
