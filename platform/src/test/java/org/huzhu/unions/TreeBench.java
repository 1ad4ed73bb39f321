package org.huzhu.unions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Server;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long the tree of a large office takes; docs/performance.md has the command and what it said. Its name keeps it
 * out of the test run. It asserts what was found, never how fast.
 */
@RoomOfUnions
class TreeBench {

    private static final int ROUNDS = 100;
    private static final int AGENCIES = 108;
    private static final int POINTS = 13_000;
    private static final int UNITS = 39_000;

    /** Ids are numbers: of the office 0, of agencies from 1, of points from 1,000, of units from 100,000. */
    private static final String FILL = """
            insert into unions.organisation (id, tier, name, path, parent, opened_on, changed_on)
            select id::text::uuid, tier, name, path::ltree, parent::text::uuid, '2016-01-01', '2016-01-01' from (
                select lpad('0', 32, '0') as id, 'OFFICE' as tier, '北京办事处' as name, 'b' as path, null as parent
                union all
                select lpad(a::text, 32, '0'), 'AGENCY', '第' || a || '代办处', 'b.a' || a, lpad('0', 32, '0')
                from generate_series(1, :agencies) a
                union all
                select lpad((1000 + p)::text, 32, '0'), 'POINT', '第' || p || '街道' || chr(19968 + p % 2000) || '站代办点',
                       'b.a' || 1 + p % :agencies || '.p' || p, lpad((1 + p % :agencies)::text, 32, '0')
                from generate_series(1, :points) p
                union all
                select lpad((100000 + u)::text, 32, '0'), 'UNIT',
                       chr(19968 + u % 3000) || chr(19968 + u * 7 % 2000) || '科技第' || u || '有限公司工会',
                       'b.a' || 1 + (1 + u % :points) % :agencies || '.p' || 1 + u % :points || '.u' || u,
                       lpad((1001 + u % :points)::text, 32, '0')
                from generate_series(1, :units) u) all_of_them
            """.replace(":agencies", "" + AGENCIES)
            .replace(":points", "" + POINTS)
            .replace(":units", "" + UNITS);

    private final UnionTree tree;
    private final Server server;
    private final List<String> report = new ArrayList<>();

    @Autowired
    TreeBench(UnionTree tree, Server server) {
        this.tree = tree;
        this.server = server;
    }

    @Test
    void measure() throws SQLException, IOException {
        try (Connection admin = Server.connect(server.url(), server.admin().orElseThrow());
                Statement statement = admin.createStatement()) {
            statement.execute(FILL);
            statement.execute("vacuum analyze unions.organisation");
        }
        report.add("| asked | within reach | median, ms | slowest, ms |");
        report.add("| --- | --- | --- | --- |");
        for (String reach : List.of("b", "b.a1", "b.a1.p108")) {
            Caller caller = new Caller(UUID.randomUUID(), Role.OFFICE_REVIEWER, Optional.of(reach), Optional.empty());
            time("where the reach begins, with counts", caller, _ -> tree.tops());
            time("branches of an office, with counts", caller, _ -> tree.branches(id(0)));
            time("branches of an agency, with counts", caller, _ -> tree.branches(id(1)));
            time("a unit by a part of its name", caller, i -> tree.search("科技第" + i, 50));
            time("many by a part of their name", caller, _ -> tree.search("有限公司", 50));
            time("a name that is not quite so", caller, i -> tree.search("科技地" + i + "有限公司", 50));
            time(
                    "all of one",
                    caller,
                    i -> tree.detail(id(100_001 + i)).stream().toList());
        }
        Files.write(Path.of("target/tree-bench.md"), report);
    }

    private static UUID id(int number) {
        String digits = "%032d".formatted(number);
        return UUID.fromString(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private void time(String what, Caller caller, IntFunction<List<?>> asked) {
        long[] nanos = new long[ROUNDS];
        long found = 0;
        for (int round = -5; round < ROUNDS; round++) {
            int number = (round + 5) * 389 % UNITS;
            long start = System.nanoTime();
            found += Village.as(caller, () -> asked.apply(number)).size();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
            }
        }
        if (caller.path().equals(Optional.of("b"))) {
            assertThat(found).as(what).isPositive();
        }
        Arrays.sort(nanos);
        report.add("| %s | %s | %.1f | %.1f |"
                .formatted(what, caller.path().orElseThrow(), nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS - 1] / 1e6));
    }
}
