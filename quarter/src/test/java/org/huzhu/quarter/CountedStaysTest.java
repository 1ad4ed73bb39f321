package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.quarter.CountedStays.Stay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedStaysTest {

    @TempDir
    private Path folder;

    private CountedStays settled(String... rows) {
        Desk desk = new Desk(folder);
        List<CountedStays> taken = new ArrayList<>();
        SettlementRequest request = desk.request(1, List.of(desk.feed("feed.csv", rows)), List.of());
        SettlementSummary _ = Settlement.settleWithStays(request, Desk.RULE, SettlementListener.SILENT, taken::add);
        return taken.getFirst();
    }

    @Test
    void only_stays_that_count_are_there_by_day_and_then_by_record_number() {
        CountedStays stays = settled(
                Desk.stay("R9", Desk.ZHANG, "2014-02-01", "900"),
                Desk.stay("R10", Desk.ZHANG, "2014-02-01", "1000"),
                Desk.stay("R1", Desk.ZHANG, "2014-01-31", "70.05"),
                Desk.outpatient("R2", Desk.ZHANG, "2014-01-15", "20.05"),
                Desk.stay("R3", Desk.ZHANG, "2014-01-16", "30"),
                Desk.cancel("R4", "2014-01-17", "R3"),
                Desk.stay("R5", Desk.STRANGER, "2014-01-16", "50"));

        assertThat(stays.of("M1"))
                .containsExactly(
                        new Stay(LocalDate.of(2014, 1, 31), 7_005),
                        new Stay(LocalDate.of(2014, 2, 1), 100_000),
                        new Stay(LocalDate.of(2014, 2, 1), 90_000));
        assertThat(stays.of("M2")).isEmpty();
    }
}
