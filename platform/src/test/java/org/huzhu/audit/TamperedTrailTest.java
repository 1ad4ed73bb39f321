package org.huzhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.RoomTest;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The superuser, with all triggers off, against the seals. */
@RoomTest
class TamperedTrailTest {

    private static final int BLOCKS = 12;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSeals seals;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Server server;

    private long records;

    @BeforeEach
    void seal_a_trail() {
        for (int block = 0; block < BLOCKS; block++) {
            for (int i = 0; i <= block; i++) {
                String object = "m" + block + "-" + i;
                Deed deed = Deed.done("member.change", "member", object);
                record(i % 3 == 0 ? deed : deed.because("更正").changing(Optional.of("00"), Optional.of("01")));
            }
            records += seals.seal();
        }
        records = seals.verify(Optional.empty()).records();
    }

    private void record(Deed deed) {
        new Scope("officer", List.of("bj.east"), Optional.empty())
                .run(() -> transaction.executeWithoutResult(_ -> trail.record(deed)));
    }

    @Test
    void ten_thousand_manipulations_are_all_found() throws SQLException {
        Anchor anchor = seals.anchor().orElseThrow();
        Map<String, Integer> done = new TreeMap<>();
        try (Connection superuser = superuser()) {
            JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
            JdbcSeals tampered = new JdbcSeals(database);
            assertThat(AuditSealsService.look(tampered, Optional.of(anchor)).flaws())
                    .isEmpty();

            Cases.check(10_000, cases -> {
                String what = new Tampering(database, cases, records, anchor.block()).once();
                assertThat(AuditSealsService.look(tampered, Optional.of(anchor)).flaws())
                        .as(what)
                        .isNotEmpty();
                rollback(superuser);
                done.merge(what.split(" of | at ", -1)[0], 1, Integer::sum);
            });

            assertThat(AuditSealsService.look(tampered, Optional.of(anchor)).flaws())
                    .isEmpty();
        }
        assertThat(done.values()).allMatch(count -> count > 100).hasSizeGreaterThan(7);
    }

    /** Whoever may write all can also make all seals anew: then only what was kept elsewhere tells. */
    @Test
    void a_trail_rewritten_as_a_whole_is_found_by_its_anchor_alone() throws SQLException {
        Anchor anchor = seals.anchor().orElseThrow();
        try (Connection superuser = superuser()) {
            JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
            JdbcSeals tampered = new JdbcSeals(database);
            database.sql("update audit.record set actor = 'another' where seq = (select min(seq) from audit.record)")
                    .update();
            sealAnew(database, tampered);

            assertThat(AuditSealsService.look(tampered, Optional.empty()).flaws())
                    .isEmpty();
            assertThat(AuditSealsService.look(tampered, Optional.of(anchor)).flaws())
                    .containsExactly(new Flaw(Flaw.Kind.ANCHOR, anchor.block()));
        }
    }

    private static void sealAnew(JdbcClient database, JdbcSeals tampered) {
        List<Block> old;
        List<SealedLine> lines;
        try (var blocks = tampered.blocks();
                var sealed = tampered.sealed()) {
            old = blocks.toList();
            lines = sealed.toList();
        }
        database.sql("delete from audit.anchor").update();
        database.sql("delete from audit.block").update();
        String previous = Block.NONE;
        for (Block block : old) {
            MerkleTree tree = new MerkleTree();
            lines.subList((int) block.firstPos() - 1, (int) block.lastPos()).forEach(line -> tree.add(line.bytes()));
            Block anew = Block.of(block.number(), block.lastPos(), block.sealedAt(), previous, tree);
            tampered.add(anew);
            previous = anew.hash();
        }
    }

    private Connection superuser() throws SQLException {
        Connection superuser = Server.connect(server.url(), server.admin().orElseThrow());
        try (var statement = superuser.createStatement()) {
            // No trigger fires any more, no foreign key binds.
            statement.execute("set session_replication_role = replica");
        }
        superuser.setAutoCommit(false);
        return superuser;
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
