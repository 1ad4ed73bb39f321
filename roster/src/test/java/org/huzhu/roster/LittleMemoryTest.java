package org.huzhu.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LittleMemoryTest {

    @Test
    void a_hundred_thousand_people_are_read_and_sent_back_within_64_mebibytes(@TempDir Path folder) throws IOException {
        RosterMaker maker = new RosterMaker(1, 100_000, 10_000);
        Path file = folder.resolve("roster.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            maker.write(RosterForm.WORKBOOK, out);
        }
        long wrong = IntStream.range(0, maker.rows())
                .filter(i -> maker.flaw(i).isPresent())
                .count();
        Apart read = Apart.read(file, "64m");
        assertThat(read.lines()).isEqualTo(100_000);
        assertThat(read.wrong()).isEqualTo(wrong);
    }
}
