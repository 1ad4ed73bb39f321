package org.huzhu.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.payments.ConfirmationDesk.Kind;
import org.huzhu.payments.ConfirmationDesk.Wish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What one asked for and another decides. */
@Repository("paymentWishes")
class JdbcWishes {

    private static final String ADD = """
            insert into payments.wish (id, payment, path, kind, day, reason, state, asked_by, asked_at)
            values (:id, :payment, cast(:path as ltree), :kind, :day, :reason, 'ASKED', :by, :at)
            """;

    private static final String IS_OPEN = """
            select exists (select from payments.wish
                           where payment = :payment and state = 'ASKED' and""" + Desk.IN + ")";

    private static final String SELECT = """
            select w.id, w.payment, w.path::text as path, w.kind, w.day, w.reason, w.asked_by, y.payee, y.card_end,
                   y.fen,
                   p.key
            from payments.wish w join payments.payment y on y.id = w.payment join payments.payable p on p.id = y.payable
            where w.path <@ any(cast(:reach as ltree[])) and w.state = 'ASKED'
            """;

    private static final String OPEN = SELECT + "order by w.asked_at, w.id limit :max";

    private static final String FIND = SELECT + "and w.id = :id";

    private static final String DECIDE = """
            update payments.wish set state = :state, decided_by = :by, decided_at = :at
            where id = :id and state = 'ASKED' and""" + Desk.IN;

    private static final String OVERTAKE = """
            update payments.wish set state = 'DECLINED', decided_by = 'system', decided_at = :at
            where payment = :payment and state = 'ASKED' and""" + Desk.IN;

    private final JdbcClient database;

    JdbcWishes(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    void add(UUID id, UUID payment, String path, Kind kind, LocalDate day, String reason, OffsetDateTime at) {
        database.sql(ADD)
                .param("id", id)
                .param("payment", payment)
                .param("path", path)
                .param("kind", kind.name())
                .param("day", day)
                .param("reason", reason)
                .param("by", Desk.actor())
                .param("at", at)
                .update();
    }

    boolean isOpen(UUID payment) {
        return within(IS_OPEN).param("payment", payment).query(Boolean.class).single();
    }

    List<Wish> open(int max) {
        return within(OPEN).param("max", max).query(JdbcWishes::wish).list();
    }

    Optional<Wish> find(UUID id) {
        return within(FIND).param("id", id).query(JdbcWishes::wish).optional();
    }

    /** Whether nobody had decided. */
    boolean decide(UUID id, boolean isConfirmed, OffsetDateTime at) {
        return within(DECIDE)
                        .param("id", id)
                        .param("state", isConfirmed ? "CONFIRMED" : "DECLINED")
                        .param("by", Desk.actor())
                        .param("at", at)
                        .update()
                == 1;
    }

    /** What was asked is of no use any more. */
    void overtake(UUID payment, OffsetDateTime at) {
        within(OVERTAKE).param("payment", payment).param("at", at).update();
    }

    private static Wish wish(ResultSet row, int number) throws SQLException {
        return new Wish(
                row.getObject("id", UUID.class),
                row.getObject("payment", UUID.class),
                row.getString("path"),
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                row.getString("payee"),
                row.getString("card_end"),
                Money.ofFen(row.getLong("fen")),
                row.getObject("day", LocalDate.class),
                row.getString("reason"),
                row.getString("asked_by"));
    }
}
