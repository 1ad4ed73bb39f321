package org.huzhu.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long large rosters take, and in how little memory they can be read; docs/performance.md has the command and what
 * it said. Its name keeps it out of the test run. It asserts what was found, never how fast.
 */
class RosterBench {

    private static final int WRONG_IN_MILLION = 10_000;
    private static final int ROUNDS = 3;

    private final List<String> report = new ArrayList<>();

    @Test
    void measure(@TempDir Path folder) throws IOException {
        report.add("| file | people | size, MB | -Xmx | read, s | processor, s | read and sent back, s |");
        report.add("| --- | --- | --- | --- | --- | --- | --- |");
        time(folder, RosterForm.WORKBOOK, 100_000, "64m");
        time(folder, RosterForm.WORKBOOK_INLINE, 100_000, "32m");
        time(folder, RosterForm.CSV_UTF_8, 100_000, "32m");
        time(folder, RosterForm.WORKBOOK, 1_000_000, "256m");
        time(folder, RosterForm.WORKBOOK_INLINE, 1_000_000, "80m");
        time(folder, RosterForm.CSV_UTF_8, 1_000_000, "80m");
    }

    private void time(Path folder, RosterForm form, int rows, String heap) throws IOException {
        Path file = folder.resolve("roster");
        try (OutputStream out = Files.newOutputStream(file)) {
            new RosterMaker(1, rows, WRONG_IN_MILLION).write(form, out);
        }
        List<Apart> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(Apart.read(file, heap));
        }
        assertThat(rounds).allMatch(each -> each.lines() == rows && each.wrong() > rows / 200);
        report.add("| %s | %,d | %.1f | %s | %.1f | %.1f | %.1f |"
                .formatted(
                        form,
                        rows,
                        Files.size(file) / 1e6,
                        heap,
                        median(rounds.stream().mapToLong(Apart::millis)) / 1e3,
                        median(rounds.stream().mapToLong(Apart::millisOfProcessor)) / 1e3,
                        median(rounds.stream().mapToLong(Apart::millisBack)) / 1e3));
        Files.write(Path.of("target/roster-bench.md"), report);
    }

    private static long median(LongStream numbers) {
        return numbers.sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }
}
