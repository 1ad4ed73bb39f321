package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Town.doAs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.enrolment.export.RosterDesk;
import org.huzhu.enrolment.export.RosterDesk.Form;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * How long a roster of any size is written, and in how much memory. docs/performance.md has the command and what it
 * said. Its name keeps it out of the test run. It asserts what was written, never how fast. The covers are put into the
 * table by themselves: those of a thousand people, again and again.
 */
@RoomTest
@Import(Town.class)
class RosterExportBench {

    private static final long SECOND = 1_000_000_000;
    private static final int PEOPLE = 1_000;
    private static final String PLAN = "住院津贴";

    /** Each person is covered again and again, from one year to the next, as nobody is. */
    private static final String REPEAT = """
            insert into enrolment.cover (id, member, path, person, plan, version, from_on, until_on, since_on,
                waits_until, units, occupation, category, fen, kind, batch, filed_path, part, row, state)
            select gen_random_uuid(), c.member, c.path, c.person, c.plan, c.version, c.from_on, c.until_on, c.since_on,
                   c.waits_until, c.units, c.occupation, c.category, c.fen, c.kind, c.batch, c.filed_path, c.part,
                   c.row + n * ?, c.state
            from enrolment.cover c cross join generate_series(1, ?) n where c.batch = ?
            """;

    @Autowired
    private Town town;

    @Autowired
    private RosterDesk rosters;

    @Autowired
    private Server server;

    private final List<String> report = new ArrayList<>();

    @Test
    void measure() throws IOException, SQLException {
        int rows = Integer.getInteger("rows", 1_000_000);
        Organisation unit = town.unit();
        UUID batch = town.enrol(unit, Town.people(PEOPLE), PLAN);
        repeat(batch, rows / PEOPLE - 1);
        report.add("| form | rows | s | MB | heap at most, MiB above idle |");
        report.add("| --- | --- | --- | --- | --- |");
        for (Form form : Form.values()) {
            measure(unit, batch, form, rows);
        }
        Files.write(Path.of("target/roster-export-bench.md"), report);
    }

    private void repeat(UUID batch, int times) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement rules = owner.createStatement();
                PreparedStatement repeat = owner.prepareStatement(REPEAT)) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            rules.execute("alter table enrolment.cover drop constraint cover_once");
            repeat.setInt(1, PEOPLE);
            repeat.setInt(2, times);
            repeat.setObject(3, batch);
            repeat.executeUpdate();
            owner.commit();
            owner.setAutoCommit(true);
            rules.execute("analyze enrolment.cover");
        }
    }

    private void measure(Organisation unit, UUID batch, Form form, int rows) throws IOException {
        Caller handler = Town.handler(unit);
        Path file = Files.createTempFile("export", ".tmp");
        long idle = idle();
        long begun = System.nanoTime();
        Lines lines = new Lines(Files.newOutputStream(file));
        doAs(handler, () -> rosters.write(handler, batch, form, lines));
        long ended = System.nanoTime();
        long above = (peak() - idle) >> 20;
        if (form == Form.TEXT) {
            assertThat(lines.count).isEqualTo(rows + 1L);
        }
        report.add("| %s | %,d | %.1f | %.1f | %d |"
                .formatted(form, rows, (ended - begun) / (double) SECOND, Files.size(file) / 1e6, above));
        Files.delete(file);
    }

    /** Counts the ends of lines that go by. */
    private static final class Lines extends FilterOutputStream {

        private long count;

        Lines(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int at = from; at < from + length; at++) {
                count += bytes[at] == '\n' ? 1 : 0;
            }
            out.write(bytes, from, length);
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
