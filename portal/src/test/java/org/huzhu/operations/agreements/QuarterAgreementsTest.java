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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What quarters came to, held against what is owed: each agreement is broken on purpose, and named. */
class QuarterAgreementsTest {

    private static final String SETTLED = """
            insert into ledger.fund (id, code, name, kind, path, opened_on)
            values (u(1), 'F', '基金', 'PUBLIC', 'o', '2026-01-01');
            insert into quarters.run (id, path, plan, year, quarter, state, trial, opened_by, opened_at, proposed_by,
                                      confirmed_by, confirmed_on)
            values (u(2), 'o', '暖互助', 2025, 1, 'CONFIRMED', 1, 'x', now(), 'x', 'y', '2026-03-01'),
                   (u(3), 'o', '暖互助', 2025, 2, 'CONFIRMED', 1, 'x', now(), 'x', 'y', '2026-03-01');
            insert into quarters.trial (run, number, path, state, asked_by, asked_at, persons, due_fen, carried,
                                        carried_fen, payments)
            values (u(2), 1, 'o', 'DONE', 'x', now(), 1, 100, 0, 0, u(9)),
                   (u(3), 1, 'o', 'DONE', 'x', now(), 1, 50, 0, 0, u(9));
            insert into quarters.line (id, run, trial, path, plan, year, quarter, person, key, part, agency, payee,
                                       card_end, payable, outpatient_fen, inpatient_fen, stays, entitled_fen,
                                       before_fen, due_fen, stands)
            values (u(4), u(2), 1, 'o', '暖互助', 2025, 1, repeat('a', 64), 'Q1', 0, '', '', '0000', true, 0, 0, '',
                    100, 0, 100, true),
                   (u(5), u(3), 1, 'o', '暖互助', 2025, 2, repeat('a', 64), 'Q2', 0, '', '', '0000', true, 0, 0, '',
                    150, 100, 50, true);
            insert into payments.payable (id, key, kind, reference, fund, path, fen, owed_on)
            values (u(6), 'Q1', 'quarter', u(4), u(1), 'o', 100, '2026-03-01'),
                   (u(7), 'Q2', 'quarter', u(5), u(1), 'o', 50, '2026-03-01');
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

    @Test
    void quarters_that_agree_with_what_is_owed_break_nothing() throws SQLException {
        change(SETTLED);
        assertThat(Agreements.values()).allMatch(each -> each.broken(server).isEmpty());
    }

    @Test
    void a_line_that_no_bank_takes_agrees_as_long_as_it_is_not_owed_and_once_it_is_mended_and_owed()
            throws SQLException {
        change(SETTLED);
        change("""
                update quarters.line set payable = false where id = u(5);
                delete from payments.payable where id = u(7)
                """);
        assertThat(Agreements.values()).allMatch(each -> each.broken(server).isEmpty());
        change("""
                update quarters.line set payable = true where id = u(5);
                insert into payments.payable (id, key, kind, reference, fund, path, fen, owed_on)
                values (u(7), 'Q2', 'quarter', u(5), u(1), 'o', 50, '2026-05-01')
                """);
        assertThat(Agreements.values()).allMatch(each -> each.broken(server).isEmpty());
    }

    @Test
    void a_line_above_the_ceiling_counts_the_quarters_and_no_earlier_quarter_counts_as_a_run_of_its_kind()
            throws SQLException {
        change(SETTLED);
        change("""
                update quarters.run set quarter = 5 where id = u(3);
                update quarters.line set quarter = 5, above = '9 0 0 0 100', entitled_fen = 50, before_fen = 0
                where id = u(5)
                """);
        assertThat(Agreements.values()).allMatch(each -> each.broken(server).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUARTER_AS_CONFIRMED | update quarters.line set stands = false where id = u(5)
            QUARTER_AS_CONFIRMED | update quarters.line set due_fen = 51, entitled_fen = 151 where id = u(5)
            QUARTER_OWED_ONCE    | update payments.payable set fen = 51 where id = u(7)
            QUARTER_OWED_ONCE    | delete from payments.payable where id = u(7)
            QUARTER_OWED_ONCE    | update payments.payable set reference = u(8) where id = u(7)
            QUARTER_OWED_ONCE    | update quarters.line set payable = false where id = u(5)
            YEAR_COUNTS_QUARTERS | update quarters.line set quarter = 5, above = '9 0 0 0 150' where id = u(5)
            QUARTER_OF_YEAR      | update quarters.line set before_fen = 99, entitled_fen = 149 where id = u(5)
            """)
    void whatever_does_not_agree_is_named(Agreements agreement, String breach) throws SQLException {
        change(SETTLED);
        change(breach);
        assertThat(agreement.broken(server)).isNotEmpty();
    }
}
