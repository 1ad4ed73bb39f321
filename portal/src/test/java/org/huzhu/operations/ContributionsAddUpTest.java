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

/** What adds the contributions up sees each thing that does not add up. */
class ContributionsAddUpTest {

    private static final Set<Invariants> OURS = EnumSet.range(Invariants.BILL_IN_LEDGER, Invariants.REFUND_BY_TWO);

    private static final String BROKEN = """
            alter table contributions.refund drop constraint decided_by_another;
            insert into ledger.fund (id, code, name, kind, path, opened_on)
            values (u(1), 'F', '基金', 'CONTRIBUTION', 'a', '2026-01-01');
            insert into contributions.billing (batch, number, unit, path, starts_on, due_fen, billed_on, state, paid_on,
                                               covered_from)
            values (u(2), '1', u(3), 'a', '2026-04-01', 100, '2026-03-01', 'PAID', '2026-03-01', '2026-04-01');
            insert into contributions.bill (id, batch, unit, path, reference, fund, payer, payer_name, due_fen,
                                            allocated_fen)
            values (u(4), u(2), u(3), 'a', '1-A1', u(1), 'UNIT_UNION', '某厂', 90, 20),
                   (u(5), u(2), u(3), 'a', '1-B1', u(1), 'UNIT_UNION', '某厂', 5, 5);
            insert into contributions.bill_line (bill, path, place, plan, fen) values (u(4), 'a', 0, 'p', 80);
            insert into contributions.deposit (id, fund, path, serial, day, fen, payer, remark, personal, allocated_fen,
                                               taken_by, taken_at)
            values (u(6), u(1), 'a', '1', '2026-03-01', 100, '', '', false, 30, 'x', now());
            insert into contributions.allocation (id, deposit, bill, path, fen, came_on, found_by, made_by, made_at)
            values (u(7), u(6), u(4), 'a', 10, '2026-03-01', 'HAND', 'x', now());
            insert into contributions.subsidy (id, organisation, path, sponsor, plan, head_fen, budget_fen, used_fen,
                                               from_on, until_on, granted_by, granted_at)
            values (u(8), u(3), 'a', '某局', '', 10, 100, 5, '2026-01-01', '2027-01-01', 'x', now());
            insert into contributions.subsidy_use (subsidy, batch, person, plan, path, year, fen)
            values (u(8), u(2), u(9), 'p', 'a', 2026, 11);
            insert into contributions.receipt (fund, year, sequence, path, bill, given_on)
            values (u(1), 2026, 2, 'a', u(4), '2026-03-01');
            insert into contributions.refund (id, path, fund, deposit, fen, state, reason, asked_by, asked_at,
                                              decided_by, decided_at)
            values (u(10), 'a', u(1), u(6), 1, 'RELEASED', 'x', 'x', now(), 'x', now());
            """;

    private final Server server = TestDatabase.fresh(Society.ROOMS);

    @Test
    void each_sum_that_is_wrong_is_named_and_an_empty_society_adds_up() throws SQLException {
        assertThat(OURS).hasSize(15).allMatch(each -> each.broken(server).isEmpty());

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
