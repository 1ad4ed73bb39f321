package org.huzhu.quarters.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.quarters.checks.JdbcPaid.Listed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Lines of a list, some at a time. */
@RoomTest
class JdbcPaidTest {

    private static final Scope OFFICE = new Scope("test", List.of("o77"), Optional.empty());
    private static final int LINES = 20;

    private final UUID run = UUID.randomUUID();
    private final JdbcPaid paid;
    private final Secrets secrets;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    @Autowired
    JdbcPaidTest(JdbcPaid paid, Secrets secrets, JdbcClient database, TransactionOperations transactions) {
        this.paid = paid;
        this.secrets = secrets;
        this.database = database;
        this.transactions = transactions;
    }

    /** Of five places, in no order, all owed. */
    private void lay() {
        for (int i = 0; i < LINES; i++) {
            UUID id = UUID.randomUUID();
            database.sql("""
                            insert into quarters.line
                                (id, run, trial, path, plan, year, quarter, person, key, part, agency, payee, card_end,
                                 payable, outpatient_fen, inpatient_fen, stays, entitled_fen, before_fen, due_fen,
                                 stands)
                            values (:id, :run, 1, cast(:path as ltree), '暖互助', 2025, 1, :person, :person, 0, '', :payee,
                                    '0000', true, 0, 0, '', :fen, 0, :fen, true)
                            """)
                    .param("id", id)
                    .param("run", run)
                    .param("path", "o77.a" + i % 5)
                    .param("person", "%064d".formatted(i))
                    .param("payee", secrets.seal(Field.CARD, id, "甲\t1\t2"))
                    .param("fen", i + 1)
                    .update();
        }
    }

    private List<UUID> read(int atOnce) {
        List<UUID> all = new ArrayList<>();
        List<Listed> some = paid.after(run, Optional.empty(), atOnce);
        while (!some.isEmpty()) {
            some.forEach(each -> all.add(each.id()));
            some = paid.after(run, Optional.of(some.getLast()), atOnce);
        }
        return all;
    }

    @Test
    void however_many_are_read_at_once_each_is_there_once_and_in_the_same_order() {
        OFFICE.run(() -> transactions.executeWithoutResult(_ -> lay()));

        List<UUID> all = OFFICE.call(() -> read(1_000));

        assertThat(all).hasSize(LINES).doesNotHaveDuplicates();
        assertThat(OFFICE.<List<UUID>, RuntimeException>call(() -> read(3))).isEqualTo(all);
        assertThat(OFFICE.<List<UUID>, RuntimeException>call(() -> read(4))).isEqualTo(all);
        Scope other = new Scope("test", List.of("o77.a1"), Optional.empty());
        assertThat(other.<List<UUID>, RuntimeException>call(() -> read(3))).hasSize(LINES / 5);
    }
}
