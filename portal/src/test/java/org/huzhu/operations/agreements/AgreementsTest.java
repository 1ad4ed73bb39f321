package org.huzhu.operations.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.huzhu.Society;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.Test;

/** What holds the rooms against the bank, those who are paid and those who are told sees each that does not agree. */
class AgreementsTest {

    private static final String FILED = """
            insert into ledger.fund (id, code, name, kind, path, opened_on)
            values (u(1), 'F', '基金', 'CONTRIBUTION', 'a', '2026-01-01');
            insert into payments.payable (id, key, kind, reference, fund, path, fen, owed_on)
            values (u(2), 'CLM:N:1:F:1', 'claim', u(9), u(1), 'a', 50, '2026-03-01'),
                   (u(3), 'CLM:N:1:F:2', 'claim', u(9), u(1), 'a', 51, '2026-03-01');
            insert into payments.payment (id, payable, attempt, path, fund, fen, payee, card_sealed, card_end, state,
                                          since, made_by, made_at)
            values (u(4), u(2), 1, 'a', u(1), 50, '甲', '', '0000', 'PAYABLE', '2026-03-01', 'x', now()),
                   (u(5), u(3), 1, 'a', u(1), 51, '乙', '', '0000', 'PAYABLE', '2026-03-01', 'x', now());
            insert into claims.claim (id, number, member, unit, path, channel, kind, facts, state, entered_by,
                                      entered_at)
            values (u(9), 'N', u(8), u(8), 'a', 'OWN', 'DEATH', '', 'DRAFT', 'x', now());
            insert into claims.recipient (id, claim, path, member, entered_by, place, tie, name, paper_kind, paper,
                                          card, card_end, part, whole, since)
            values (u(10), u(9), 'a', u(8), 'x', 1, 'CHILD', '甲', 'RESIDENT', '', '', '0000', 1, 2, 1),
                   (u(11), u(9), 'a', u(8), 'x', 2, 'CHILD', '乙', 'RESIDENT', '', '', '0000', 1, 2, 1);
            insert into claims.owed (key, claim, path, member, entered_by, decision, fund, recipient, fen)
            values ('CLM:N:1:F:1', u(9), 'a', u(8), 'x', 1, u(1), 1, 50),
                   ('CLM:N:1:F:2', u(9), 'a', u(8), 'x', 1, u(1), 2, 51);
            insert into notices.notice (event, member, path, template, words, told_at)
            values ('e', u(8), 'a', 't', '{}', now()), ('f', u(8), 'a', 't', '{}', now());
            insert into notices.delivery (notice, channel, member, path, due_at)
            select number, 'SMS', member, path, case event when 'e' then now() else 'infinity' end from notices.notice;
            """;

    private final Server server = TestDatabase.fresh(Society.ROOMS);

    private void change(String sql) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.execute(sql.replaceAll("u\\((\\d+)\\)", "lpad('$1', 32, '0')::uuid"));
            owner.commit();
        }
    }

    private void assertHolds() {
        assertThat(Agreements.values()).allMatch(each -> each.broken(server).isEmpty());
    }

    @Test
    void a_payment_of_which_the_ledger_knows_nothing_on_that_day_is_named() throws SQLException {
        assertHolds();
        change(FILED);
        assertHolds();

        change("""
                insert into payments.answer (id, fund, path, sha256, lines, taken_by, taken_at)
                values (u(20), u(1), 'a', decode(repeat('00', 32), 'hex'), 1, 'x', now());
                insert into payments.answer_line (answer, row, path, bank, serial, payment, outcome, fen, day, fate)
                values (u(20), 1, 'a', 'b', 's', u(4), 'PAID', 50, '2026-03-02', 'PAID');
                """);

        assertThat(Agreements.BANK_IS_STATEMENT.broken(server))
                .singleElement()
                .asString()
                .endsWith(" 2026-03-02");
    }

    @Test
    void an_heir_who_is_owed_more_than_his_share_or_paid_by_another_name_is_named() throws SQLException {
        change(FILED);

        change("update claims.recipient set whole = 3 where place = 1");
        assertThat(Agreements.RECIPIENTS_BY_SHARE.broken(server)).contains("CLM:N:1:F:1");

        change("update claims.recipient set whole = 2; update payments.payment set payee = '丙' where payee = '乙'");
        assertThat(Agreements.RECIPIENTS_BY_SHARE.broken(server)).containsExactly("CLM:N:1:F:2");
    }

    @Test
    void a_message_that_waits_behind_none_is_named() throws SQLException {
        change(FILED);

        change("update notices.delivery set state = 'SENT', done_at = now() where due_at < 'infinity'");

        assertThat(Agreements.NOTICE_IN_TURN.broken(server)).hasSize(1);
    }
}
