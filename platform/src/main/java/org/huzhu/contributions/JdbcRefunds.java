package org.huzhu.contributions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.RefundDesk.Refund;
import org.huzhu.contributions.RefundDesk.State;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refunds that were asked for, and what was decided. */
@Repository
class JdbcRefunds {

    private static final String COLUMNS = """
             id, path::text as path, fund, deposit, bill, plan, fen, state, reason, asked_by
            from contributions.refund where""" + Desk.IN;

    private static final String ADD = """
            insert into contributions.refund (id, path, fund, deposit, bill, plan, fen, state, reason, asked_by,
                                              asked_at)
            values (:id, cast(:path as ltree), :fund, :deposit, :bill, :plan, :fen, 'ASKED', :reason, :by, :at)
            """;

    private static final String FIND = "select" + COLUMNS + "and id = :id";

    private static final String OPEN = "select" + COLUMNS + "and state = 'ASKED' order by asked_at, id";

    private static final String DECIDE = """
            update contributions.refund set state = :state, decided_by = :by, decided_at = :at
            where id = :id and state = 'ASKED' and""" + Desk.IN;

    private final JdbcClient database;

    JdbcRefunds(JdbcClient database) {
        this.database = database;
    }

    void add(Refund refund, OffsetDateTime at) {
        database.sql(ADD)
                .param("id", refund.id())
                .param("path", refund.path())
                .param("fund", refund.fund())
                .param("deposit", refund.deposit().orElse(null), Types.OTHER)
                .param("bill", refund.bill().orElse(null), Types.OTHER)
                .param("plan", refund.plan().orElse(null), Types.VARCHAR)
                .param("fen", refund.sum().fen())
                .param("reason", refund.reason())
                .param("by", refund.askedBy())
                .param("at", at)
                .update();
    }

    Optional<Refund> find(UUID id) {
        return database.sql(FIND)
                .param("id", id)
                .param("reach", Desk.reach())
                .query(JdbcRefunds::refund)
                .optional();
    }

    List<Refund> open() {
        return database.sql(OPEN)
                .param("reach", Desk.reach())
                .query(JdbcRefunds::refund)
                .list();
    }

    /** Whether nobody had decided it. */
    boolean decide(UUID id, State state, String by, OffsetDateTime at) {
        return database.sql(DECIDE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", at)
                        .param("reach", Desk.reach())
                        .update()
                == 1;
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        return new Refund(
                row.getObject("id", UUID.class),
                row.getString("path"),
                row.getObject("fund", UUID.class),
                Optional.ofNullable(row.getObject("deposit", UUID.class)),
                Optional.ofNullable(row.getObject("bill", UUID.class)),
                Optional.ofNullable(row.getString("plan")),
                Money.ofFen(row.getLong("fen")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("asked_by"));
    }
}
