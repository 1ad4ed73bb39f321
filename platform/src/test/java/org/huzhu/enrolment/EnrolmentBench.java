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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.huzhu.database.Server;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * How long a unit waits that brings a large roster, and a year later renews: until it can be looked at, and until it is
 * confirmed; and how long many units take one after the other. docs/performance.md has the command and what it said.
 * Its name keeps it out of the test run. It asserts what was done, never how fast.
 */
@RoomTest
@Import({Town.class, Outcome.class})
class EnrolmentBench {

    private static final long SECOND = 1_000_000_000;
    private static final int FLAWS_IN_MILLION = 10_000;
    private static final int YEAR_LESS_DAYS = 350;
    private static final Path REPORT = Path.of("target/enrolment-bench.md");
    private static final String PLAN = "住院津贴";

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private SetClock clock;

    @Autowired
    private Server server;

    @Autowired
    private EnrolmentDesk desk;

    private final List<String> report = new ArrayList<>();

    @Test
    void measure() throws IOException, SQLException {
        int rows = Integer.getInteger("rows", 100_000);
        int units = Integer.getInteger("units", 2);
        town.office();
        report.add(machine());
        report.add("");
        report.add("| unit | rows | to the look, s | confirm, s | under cover | heap at most, MiB above idle |");
        report.add("| --- | --- | --- | --- | --- | --- |");
        long start = System.nanoTime();
        long covered = 0;
        double took = 0;
        for (int number = 1; number <= units; number++) {
            Organisation unit = town.unit();
            Path file = roster(number, rows);
            Measured enrolled = measure("" + number, unit, () -> bring(Town.handler(unit), unit, file));
            Files.delete(file);
            covered += enrolled.people();
            took = seconds(start, System.nanoTime());
            if (number == units) {
                renew(unit, enrolled.batch());
            }
        }
        report.add("");
        report.add("%,d under cover in %.0f s, rosters made meanwhile included; a load of %.1f"
                .formatted(
                        covered,
                        took,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        Files.write(REPORT, report);
    }

    /** All of them pay; the year after they are enrolled again as the register knows them. */
    private void renew(Organisation unit, UUID batch) throws IOException, SQLException {
        outcome.pay(batch, LocalDate.of(2026, 3, 5));
        clock.advance(Duration.ofDays(YEAR_LESS_DAYS));
        count();
        Order order = new Order(
                unit.id(),
                List.of(new Order.Wanted(PLAN, Optional.empty())),
                Town.START.plusYears(1),
                1,
                Channel.DIRECT);
        measure("renewed", unit, () -> town.renew(unit, order));
    }

    /** Within a year PostgreSQL has counted its rows by itself, which its plans go by. */
    private void count() throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    private record Measured(UUID batch, int people) {}

    private Measured measure(String name, Organisation unit, Bringing bringing) throws IOException {
        Caller handler = Town.handler(unit);
        long idle = idle();
        long begun = System.nanoTime();
        UUID batch = bringing.bring();
        long looked = System.nanoTime();
        Look look = as(handler, () -> desk.look(handler, batch));
        assertThat(look.batch().state()).isEqualTo(Batch.State.LOOKED);
        doAs(handler, () -> desk.confirm(handler, batch));
        report.add("| %s | %,d | %.1f | %.1f | %,d | %d |"
                .formatted(
                        name,
                        look.counts().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        seconds(begun, looked),
                        seconds(looked, System.nanoTime()),
                        look.people(),
                        (peak() - idle) >> 20));
        // What comes after may take long.
        Files.write(REPORT, report);
        return new Measured(batch, look.people());
    }

    @FunctionalInterface
    private interface Bringing {

        UUID bring() throws IOException;
    }

    private static String machine() throws IOException {
        String processor;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            processor = lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        }
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\s+", " ");
        return "%s × %d, %s, Java %s, -Xmx %d MiB"
                .formatted(
                        processor,
                        Runtime.getRuntime().availableProcessors(),
                        memory,
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Path roster(int seed, int rows) throws IOException {
        Path file = Files.createTempFile("roster", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new RosterMaker(1_000 + seed, rows, FLAWS_IN_MILLION).write(RosterForm.WORKBOOK, out);
        }
        return file;
    }

    private static double seconds(long from, long until) {
        return (until - from) / (double) SECOND;
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
