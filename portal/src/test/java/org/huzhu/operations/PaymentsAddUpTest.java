package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.huzhu.Society;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.Test;

/** What adds the payments up sees each thing that does not add up. */
class PaymentsAddUpTest {

    private static final Set<Invariants> OURS = EnumSet.range(Invariants.PAYABLE_IN_LEDGER, Invariants.PAYMENT_BY_TWO);

    private static final String BROKEN = """
            alter table payments.batch drop constraint released_by_another;
            insert into ledger.fund (id, code, name, kind, path, opened_on)
            values (u(1), 'F', '基金', 'CONTRIBUTION', 'a', '2026-01-01');
            insert into payments.payable (id, key, kind, reference, fund, path, fen, owed_on, attempt)
            values (u(2), 'A', 'claim', u(9), u(1), 'a', 100, '2026-03-01', 2),
                   (u(3), 'B', 'claim', u(9), u(1), 'a', 50, '2026-03-01', 1),
                   (u(4), 'C', 'claim', u(9), u(1), 'a', 70, '2026-03-01', 1);
            insert into payments.batch (id, number, fund, path, layout, holder, account, day, orders, parts, fen, state,
                                        made_by, made_at, filed_by, released_by, released_on, answer_due)
            values (u(5), 'N', u(1), 'a', 'x', 'x', '1', '2026-03-01', 2, 1, 150, 'RELEASED', 'x', now(), 'x', 'x',
                    '2026-03-01', '2026-03-04');
            insert into payments.payment (id, payable, attempt, path, fund, fen, payee, card_sealed, card_end, state,
                                          since, batch, part, place, made_by, made_at)
            values (u(6), u(2), 1, 'a', u(1), 100, 'x', '', '0000', 'PAID', '2026-03-01', u(5), 1, 1, 'x', now()),
                   (u(7), u(3), 1, 'a', u(1), 50, 'x', '', '0000', 'RELEASED', '2026-03-01', u(5), 1, 2, 'x', now()),
                   (u(8), u(4), 1, 'a', u(1), 70, 'x', '', '0000', 'PAYABLE', '2026-03-01', null, null, null, 'x',
                    now());
            insert into payments.file (batch, part, path, name, sha256, orders, fen, made_by, made_at)
            values (u(5), 1, 'a', 'f', decode(repeat('00', 32), 'hex'), 3, 150, 'x', now());
            """;

    private final Server server = TestDatabase.fresh(Society.ROOMS);

    @Test
    void each_sum_that_is_wrong_is_named_and_an_empty_society_adds_up() throws SQLException {
        assertThat(OURS).hasSize(6).allMatch(each -> each.broken(server).isEmpty());

        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.execute(BROKEN.replaceAll("u\\((\\d+)\\)", "lpad('$1', 32, '0')::uuid"));
            owner.commit();
        }

        assertThat(OURS).noneMatch(each -> each.broken(server).isEmpty());
    }
}
