package org.huzhu.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.bank.StatementFile.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The lines of the bank's statements, and our payments as a statement would show them. */
@Repository("paymentStatements")
class JdbcStatements {

    private static final String ADD = """
            insert into payments.statement_line (id, fund, path, serial, day, fen, party, remark, taken_by, taken_at)
            values (:id, :fund, cast(:path as ltree), :serial, :day, :fen, :party, :remark, :by, :at)
            on conflict (fund, serial) do nothing
            """;

    private static final String IS_SAME = """
            select exists (select from payments.statement_line
                           where fund = :fund and serial = :serial and day = :day and fen = :fen and""" + Desk.IN + ")";

    private static final String BANK = """
            select day, fen, count(*) as count from payments.statement_line
            where fund = :fund and day <= :day and""" + Desk.IN + "group by day, fen";

    /** What was paid and what came back later, by answers and by what two people settled. */
    private static final String OURS = """
            select day, fen, count(*) as count from (
                select l.day, case l.fate when 'PAID' then -y.fen else y.fen end as fen
                from payments.answer_line l join payments.payment y on y.id = l.payment
                where y.fund = :fund and l.fate in ('PAID', 'RETURNED_LATE') and l.day <= :day
                  and y.path <@ any(cast(:reach as ltree[]))
                union all
                select w.day, -y.fen from payments.wish w join payments.payment y on y.id = w.payment
                where y.fund = :fund and w.kind = 'SETTLE_PAID' and w.state = 'CONFIRMED' and w.day <= :day
                  and y.path <@ any(cast(:reach as ltree[]))) m
            group by day, fen
            """;

    private final JdbcClient database;

    JdbcStatements(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec of(String sql, UUID fund) {
        return database.sql(sql).param("reach", Desk.reach()).param("fund", fund);
    }

    /** Whether it was not known. */
    boolean add(UUID id, Fund fund, Line line, OffsetDateTime at) {
        return database.sql(ADD)
                        .param("id", id)
                        .param("fund", fund.id())
                        .param("path", fund.path())
                        .param("serial", line.serial())
                        .param("day", line.day())
                        .param("fen", line.sum().fen())
                        .param("party", line.party())
                        .param("remark", line.remark())
                        .param("by", Desk.actor())
                        .param("at", at)
                        .update()
                == 1;
    }

    boolean isSame(UUID fund, Line line) {
        return of(IS_SAME, fund)
                .param("serial", line.serial())
                .param("day", line.day())
                .param("fen", line.sum().fen())
                .query(Boolean.class)
                .single();
    }

    /** So many movements of one sum on one day. */
    record Moved(LocalDate day, Money sum, int count) {

        static Moved of(ResultSet row, int number) throws SQLException {
            return new Moved(
                    row.getObject("day", LocalDate.class), Money.ofFen(row.getLong("fen")), row.getInt("count"));
        }
    }

    List<Moved> bank(UUID fund, LocalDate until) {
        return of(BANK, fund).param("day", until).query(Moved::of).list();
    }

    List<Moved> ours(UUID fund, LocalDate until) {
        return of(OURS, fund).param("day", until).query(Moved::of).list();
    }
}
