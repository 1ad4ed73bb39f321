package org.huzhu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class AuditTrailTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSearch search;

    @Autowired
    private AuditSeals seals;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Server server;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private SetClock clock;

    private final String actor = UUID.randomUUID().toString();
    private final Scope east = new Scope(actor, List.of("bj.east"), Optional.empty());
    private final Scope west = new Scope(actor, List.of("bj.west"), Optional.empty());

    @Test
    void a_deed_stands_or_falls_with_its_transaction() {
        east.run(() -> {
            transaction.executeWithoutResult(_ -> trail.record(Deed.done("member.admit", "member", "kept")));
            transaction.executeWithoutResult(work -> {
                trail.record(Deed.done("member.admit", "member", "undone"));
                work.setRollbackOnly();
            });
        });

        assertThat(found(east)).extracting(record -> record.deed().object()).containsExactly("kept");
    }

    @Test
    void a_refusal_stands_though_its_transaction_falls() {
        east.run(() -> transaction.executeWithoutResult(work -> {
            trail.recordApart(Deed.refused("member.reveal", "member", "m1", "not there"));
            work.setRollbackOnly();
        }));

        assertThat(found(east)).extracting(record -> record.deed().outcome()).containsExactly(Deed.Outcome.REFUSED);
    }

    @Test
    void refusals_do_not_wait_for_each_other_where_they_hold_all_connections_of_the_pool() {
        int connections = pool.getMaximumPoolSize();
        CyclicBarrier allHeld = new CyclicBarrier(connections);

        Together.all(
                connections,
                () -> east.call(() -> transaction.execute(_ -> {
                    await(allHeld);
                    trail.recordApart(Deed.refused("member.reveal", "member", "m1", "not there"));
                    return true;
                })));

        assertThat(found(east)).hasSize(connections);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void without_a_transaction_or_a_scope_nothing_is_recorded() {
        Deed deed = Deed.done("member.view", "member", "m1");

        assertThatThrownBy(() -> east.run(() -> trail.record(deed))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> trail.record(deed)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_record_says_who_when_and_from_where() throws Exception {
        Origin origin = new Origin("request-7", "192.0.2.7");

        origin.run(() -> east.run(() ->
                transaction.executeWithoutResult(_ -> trail.record(Deed.done("member.change", "member", "m1")
                        .because("他本人要求")
                        .changing(Optional.of("a"), Optional.of("b"))))));

        AuditRecord record = found(east).getFirst();
        assertThat(record.actor()).isEqualTo(actor);
        assertThat(record.at()).isEqualTo(clock.instant());
        assertThat(record.origin()).isEqualTo(origin);
        assertThat(record.deed())
                .isEqualTo(new Deed(
                        "member.change",
                        "member",
                        "m1",
                        Deed.Outcome.DONE,
                        Optional.of("他本人要求"),
                        Optional.of("a"),
                        Optional.of("b"),
                        Optional.of("bj.east")));
    }

    @Test
    void an_organisation_finds_its_own_records_and_those_below_only() {
        record(east, Deed.done("member.view", "member", "m1").at("bj.east.street"));
        record(west, Deed.done("member.view", "member", "m2"));

        assertThat(found(east)).extracting(record -> record.deed().object()).containsExactly("m1");
        assertThat(found(west)).extracting(record -> record.deed().object()).containsExactly("m2");
    }

    @Test
    void the_database_alone_keeps_records_of_others_back_and_wants_a_scope() {
        record(west, Deed.done("member.view", "member", "m2"));
        String all = "select count(*) from audit.record where actor = :actor";

        Long seen = Optional.ofNullable(call(
                        east,
                        () -> transaction.execute(_ -> database.sql(all)
                                .param("actor", actor)
                                .query(Long.class)
                                .single())))
                .orElseThrow();

        assertThat(seen).isZero();
        assertThatThrownBy(() -> transaction.execute(_ -> database.sql(all)
                        .param("actor", actor)
                        .query(Long.class)
                        .single()))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void nobody_records_in_the_name_of_another() {
        String forged = "insert into audit.record (at, actor, path, action, kind, object, outcome, request, origin)"
                + " values (now(), 'another', 'bj.east', 'member.view', 'member', 'm1', 'DONE', '', '')";

        assertThatThrownBy(() -> east.run(() -> transaction.executeWithoutResult(
                        _ -> database.sql(forged).update())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void the_search_narrows_by_actor_object_action_and_day_and_turns_pages() {
        for (int i = 0; i < 5; i++) {
            record(east, Deed.done("member.view", "member", "m" + i));
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone());
        clock.advance(Duration.ofDays(1));
        record(east, Deed.done("member.reveal", "member", "m0"));

        Question mine = Question.all().ofActor(actor);
        assertThat(objects(mine.ofObject("m0"))).containsExactly("m0", "m0");
        assertThat(objects(mine.ofAction("member.reveal"))).containsExactly("m0");
        assertThat(objects(mine.between(day, day.plusDays(1)))).containsExactly("m4", "m3", "m2", "m1", "m0");
        assertThat(objects(mine.ofActor("another"))).isEmpty();
        List<AuditRecord> page = call(east, () -> search.find(mine.atMost(2)));
        assertThat(objects(mine.atMost(2).after(page.getLast()))).containsExactly("m3", "m2");
    }

    @Test
    void the_runner_and_the_owner_change_no_record() throws SQLException {
        record(east, Deed.done("member.view", "member", "m1"));
        seals.seal();

        for (String table : List.of("record", "place", "block", "anchor")) {
            try (Connection runner = server.connectRunner();
                    Connection owner = server.connectOwner()) {
                assertRefused(runner, "delete from audit." + table, "permission denied");
                assertRefused(runner, "truncate audit." + table, "permission denied");
                assertRefused(owner, "delete from audit." + table, "only grows");
            }
        }
    }

    @Test
    void seals_at_once_take_turns_and_leave_no_gap() {
        Together.all(8, () -> {
            for (int i = 0; i < 50; i++) {
                record(east, Deed.done("member.view", "member", "m" + i));
                if (i % 10 == 9) {
                    seals.seal();
                }
            }
            return true;
        });
        seals.seal();

        TrailVerifier.Verdict verdict = seals.verify(seals.anchor());
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.records()).isGreaterThanOrEqualTo(400);
        assertThat(found(east)).hasSize(200);
    }

    @Test
    void an_export_is_verified_without_the_database(@TempDir Path folder) throws IOException {
        record(east, Deed.done("member.view", "member", "m1").because("一\t二\n三\\四\r"));
        IntStream.range(0, 1_100).forEach(i -> record(east, Deed.done("member.view", "member", "n" + i)));
        seals.seal();
        Anchor anchor = Anchor.parse(seals.anchor().orElseThrow().line());
        record(east, Deed.done("member.view", "member", "m2"));
        seals.seal();

        seals.export(folder);

        TrailVerifier.Verdict verdict;
        try (var records = Files.lines(folder.resolve("records.tsv"));
                var blocks = Files.lines(folder.resolve("blocks.tsv"))) {
            verdict = TrailVerifier.verify(records, blocks, Optional.of(anchor));
        }
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.records()).isEqualTo(seals.verify(Optional.empty()).records());
    }

    private void record(Scope scope, Deed deed) {
        scope.run(() -> transaction.executeWithoutResult(_ -> trail.record(deed)));
    }

    private List<AuditRecord> found(Scope scope) {
        return call(scope, () -> search.find(Question.all().ofActor(actor)));
    }

    private List<String> objects(Question question) {
        return call(east, () -> search.find(question)).stream()
                .map(record -> record.deed().object())
                .toList();
    }

    private static <T> T call(Scope scope, java.util.concurrent.Callable<T> work) {
        try {
            return scope.call(work::call);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(Connection connection, String sql, String why) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining(why);
        }
    }
}
