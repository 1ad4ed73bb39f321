package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * How long a unit waits that brings a large roster: until it can be looked at, and until it is confirmed; and how long
 * many units take one after the other. docs/performance.md has the command and what it said. Its name keeps it out of
 * the test run. It asserts what was done, never how fast.
 */
@RoomTest
@Import(Town.class)
class EnrolmentBench {

    private static final long SECOND = 1_000_000_000;
    private static final int FLAWS_IN_MILLION = 10_000;
    private static final String PLAN = "住院津贴";

    @Autowired
    private Town town;

    @Autowired
    private EnrolmentDesk desk;

    private final List<String> report = new ArrayList<>();

    @Test
    void measure() throws IOException {
        int rows = Integer.getInteger("rows", 100_000);
        int units = Integer.getInteger("units", 2);
        town.office();
        report.add("| unit | rows | to the look, s | confirm, s | under cover | heap at most, MiB above idle |");
        report.add("| --- | --- | --- | --- | --- | --- |");
        long start = System.nanoTime();
        long covered = 0;
        for (int unit = 0; unit < units; unit++) {
            covered += measure(unit, rows);
        }
        report.add("%,d under cover in %.0f s, rosters made meanwhile included"
                .formatted(covered, (System.nanoTime() - start) / (double) SECOND));
        Files.write(Path.of("target/enrolment-bench.md"), report);
    }

    private long measure(int number, int rows) throws IOException {
        Organisation unit = town.unit();
        Caller handler = Town.handler(unit);
        Path file = Files.createTempFile("roster", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new RosterMaker(1_000 + number, rows, FLAWS_IN_MILLION).write(RosterForm.WORKBOOK, out);
        }
        long idle = idle();
        long begun = System.nanoTime();
        UUID batch = bring(handler, unit, file);
        long looked = System.nanoTime();
        Look look = as(handler, () -> desk.look(handler, batch));
        assertThat(look.batch().state()).isEqualTo(Batch.State.LOOKED);
        doAs(handler, () -> desk.confirm(handler, batch));
        long confirmed = System.nanoTime();
        report.add("| %d | %,d | %.1f | %.1f | %,d | %d |"
                .formatted(
                        number + 1,
                        rows,
                        (looked - begun) / (double) SECOND,
                        (confirmed - looked) / (double) SECOND,
                        look.people(),
                        (peak() - idle) >> 20));
        Files.delete(file);
        return look.people();
    }

    private UUID bring(Caller handler, Organisation unit, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            UUID batch = as(handler, () -> desk.bring(handler, Town.order(unit, Channel.DIRECT, PLAN), "名册.xlsx", in));
            as(handler, () -> desk.await(handler, batch));
            return batch;
        }
    }

    /** What the heap holds when nothing is done; from here on the highest that it comes to is watched. */
    private static long idle() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static long peak() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
