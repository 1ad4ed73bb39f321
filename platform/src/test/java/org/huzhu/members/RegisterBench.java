package org.huzhu.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.members.MembersRoom.as;
import static org.huzhu.members.MembersRoom.caller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Server;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * How long the register takes to find somebody among a million; docs/performance.md has the command and what it said.
 * Its name keeps it out of the test run. It asserts what was found, never how fast.
 */
@SpringBootTest(classes = {Society.class, MembersRoom.class})
class RegisterBench {

    private static final int ROUNDS = 300;
    private static final int PAGE = 50;
    private static final List<Post> POSTS = List.of(
            new Post("office", caller(Role.OFFICE_REVIEWER, "bj")),
            new Post("agency", caller(Role.AGENCY_HANDLER, Crowd.agency(0))),
            new Post("unit", caller(Role.UNIT_HANDLER, Crowd.unitPath(0))));

    private final MemberRegister register;
    private final Secrets secrets;
    private final Server server;
    private final List<String> report = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(4);

    @Autowired
    RegisterBench(MemberRegister register, Secrets secrets, Server server) {
        this.register = register;
        this.secrets = secrets;
        this.server = server;
    }

    @Test
    void measure() throws SQLException, IOException {
        int members = Integer.getInteger("members", 1_000_000);
        long start = System.nanoTime();
        Crowd crowd = new Crowd(secrets, members);
        try (Connection admin = Server.connect(server.url(), server.admin().orElseThrow())) {
            crowd.fill(admin);
            report.add("%,d members in %d s, %s on disk"
                    .formatted(members, (System.nanoTime() - start) / 1_000_000_000, size(admin)));
        }
        report.add("| search | within reach | median, ms | 99th of 100, ms | slowest, ms |");
        report.add("| --- | --- | --- | --- | --- |");
        for (Post post : POSTS) {
            searches(crowd, post);
        }
        Files.write(Path.of("target/register-bench.md"), report);
    }

    /** Somebody with a reach. */
    private record Post(String reach, Caller caller) {}

    private void searches(Crowd crowd, Post reach) {
        Caller caller = reach.caller();
        time("number", reach, i -> register.findByPaper(caller, crowd.paper(i)));
        time("card", reach, i -> register.findByCard(caller, crowd.card(i)));
        time("phone", reach, i -> register.findByPhone(caller, crowd.phone(i)));
        time("whole name", reach, i -> register.findByName(caller, crowd.name(i), PAGE));
        time("two signs of a name", reach, i -> register.findByName(caller, Crowd.lastTwo(crowd.name(i)), PAGE));
        time("one sign, 王", reach, _ -> register.findByName(caller, "王", PAGE));
        time("a name that nobody has", reach, _ -> register.findByName(caller, "王龘龘", PAGE));
        time("page of a unit", reach, i -> register.ofUnit(caller, Crowd.unit(i), Optional.empty(), PAGE));
        if (!reach.reach().equals("office")) {
            return;
        }
        time(
                "all of one member",
                reach,
                i -> List.of(register.detail(caller, Crowd.member(i)).line()));
    }

    private void time(String what, Post post, IntFunction<List<MemberLine>> search) {
        long[] nanos = new long[ROUNDS];
        long found = 0;
        for (int round = -20; round < ROUNDS; round++) {
            int member = random.nextInt(Integer.getInteger("members", 1_000_000));
            long start = System.nanoTime();
            List<MemberLine> lines = as(post.caller(), () -> search.apply(member));
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
            }
            found += lines.size();
        }
        if (post.reach().equals("office") && !what.contains("nobody")) {
            assertThat(found).as(what).isGreaterThanOrEqualTo(ROUNDS);
        }
        Arrays.sort(nanos);
        report.add("| %s | %s | %.1f | %.1f | %.1f |"
                .formatted(
                        what,
                        post.reach(),
                        nanos[ROUNDS / 2] / 1e6,
                        nanos[ROUNDS * 99 / 100] / 1e6,
                        nanos[ROUNDS - 1] / 1e6));
    }

    private static String size(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet rows =
                        statement.executeQuery("select pg_size_pretty(pg_database_size(current_database()))")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
