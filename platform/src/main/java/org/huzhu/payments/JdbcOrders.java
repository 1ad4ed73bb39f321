package org.huzhu.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.payments.PaymentDesk.Order;
import org.huzhu.payments.Standing.State;
import org.huzhu.payments.bank.Instruction;
import org.huzhu.payments.bank.Instructions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The orders of batches, many at a time. */
@Repository("paymentOrders")
class JdbcOrders {

    private static final int FETCH = 2_000;

    /** Who asked to take one back does not have it paid meanwhile. */
    private static final String ASSEMBLE = """
            with waiting as (
                select y.id from payments.payment y
                where y.fund = :fund and y.state = 'PAYABLE' and y.path <@ any(cast(:reach as ltree[]))
                  and not exists (select from payments.wish w where w.payment = y.id and w.state = 'ASKED')
                order by y.id for update of y),
            numbered as (select id, row_number() over (order by id) - 1 as place from waiting)
            update payments.payment y set state = 'BATCHED', since = :day, batch = :batch,
                   part = (n.place / :max) + 1, place = (n.place % :max) + 1
            from numbered n where y.id = n.id and y.state = 'PAYABLE' and y.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String COUNT_WAITING =
            "select count(*) from payments.payment where fund = :fund and state = 'PAYABLE' and" + Desk.IN;

    private static final String STEP = """
            update payments.payment set state = :to, since = :day
            where batch = :batch and state = :from and""" + Desk.IN;

    private static final String LET_GO = """
            update payments.payment set state = 'PAYABLE', since = :day, batch = null, part = null, place = null
            where batch = :batch and state in ('BATCHED', 'FILED') and""" + Desk.IN;

    private static final String OVERDUE = """
            update payments.payment y set state = 'UNKNOWN', since = :day from payments.batch b
            where y.batch = b.id and y.state = 'RELEASED' and b.answer_due < :day
              and y.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String PART = """
            select count(*), coalesce(sum(fen), 0) from payments.payment
            where batch = :batch and part = :part and""" + Desk.IN;

    private static final String WHOLE =
            "select count(*), coalesce(sum(fen), 0) from payments.payment where batch = :batch and" + Desk.IN;

    private static final String EACH = """
            select id, payable, attempt, place, payee, card_sealed, fen from payments.payment
            where batch = :batch and part = :part and""" + Desk.IN + "order by place";

    private static final String SELECT = """
            select y.id, p.key, y.payee, y.card_end, y.fen, y.state, y.attempt, y.since, y.bank_reason, exists (
                select from payments.wish w where w.payment = y.id and w.state = 'ASKED') as asked
            from payments.payment y join payments.payable p on p.id = y.payable
            where y.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String PAGE = SELECT + "and y.batch = :batch order by y.part, y.place limit :max offset :from";

    private static final String UNSETTLED = SELECT
            + "and y.state in ('RETURNED', 'REDIRECTED', 'UNKNOWN') and y.attempt = p.attempt"
            + " order by y.since, y.id limit :max";

    private static final String WAITING = """
            select y.fund, p.kind, subpath(y.path, 0, least(nlevel(y.path), :depth))::text as under, count(*) as count,
                   sum(y.fen) as fen, min(y.since) as since
            from payments.payment y join payments.payable p on p.id = y.payable
            where y.state = 'PAYABLE' and y.path <@ any(cast(:reach as ltree[]))
              and not exists (select from payments.wish w where w.payment = y.id and w.state = 'ASKED')
            group by 1, 2, 3 order by since, 1, 2, 3
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcOrders(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    /** So many orders and what they come to. */
    record Total(int count, Money sum) {

        static Total of(ResultSet row, int number) throws SQLException {
            return new Total(row.getInt(1), Money.ofFen(row.getLong(2)));
        }
    }

    /** Puts what waits into a batch, so many into each file; says how many. */
    int assemble(UUID fund, UUID batch, int max, LocalDate day) {
        Desk.expect(
                database,
                within(COUNT_WAITING).param("fund", fund).query(Long.class).single());
        return within(ASSEMBLE)
                .param("fund", fund)
                .param("batch", batch)
                .param("max", max)
                .param("day", day)
                .update();
    }

    /** Takes a step with all orders of a batch that stand where it begins; says how many. */
    int step(UUID batch, State from, State to, LocalDate day) {
        return within(STEP)
                .param("batch", batch)
                .param("from", from.name())
                .param("to", to.name())
                .param("day", day)
                .update();
    }

    int letGo(UUID batch, LocalDate day) {
        return within(LET_GO).param("batch", batch).param("day", day).update();
    }

    int overdue(LocalDate day) {
        return within(OVERDUE).param("day", day).update();
    }

    Total part(UUID batch, int part) {
        return within(PART)
                .param("batch", batch)
                .param("part", part)
                .query(Total::of)
                .single();
    }

    Total whole(UUID batch) {
        return within(WHOLE).param("batch", batch).query(Total::of).single();
    }

    /** The orders of a file, with cards opened. */
    void each(UUID batch, int part, Instructions.Sink sink) throws IOException {
        try {
            within(EACH)
                    .param("batch", batch)
                    .param("part", part)
                    .withFetchSize(FETCH)
                    .query(row -> {
                        UUID id = row.getObject("id", UUID.class);
                        PayReference reference =
                                new PayReference(row.getObject("payable", UUID.class), row.getInt("attempt"));
                        take(
                                sink,
                                new Instruction(
                                        row.getInt("place"),
                                        reference.text(),
                                        row.getString("payee"),
                                        secrets.open(Field.CARD, id, row.getBytes("card_sealed")),
                                        Money.ofFen(row.getLong("fen"))));
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void take(Instructions.Sink sink, Instruction instruction) {
        try {
            sink.take(instruction);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Order> page(UUID batch, int from, int max) {
        return within(PAGE)
                .param("batch", batch)
                .param("from", from)
                .param("max", max)
                .query(JdbcOrders::order)
                .list();
    }

    List<Order> unsettled(int max) {
        return within(UNSETTLED).param("max", max).query(JdbcOrders::order).list();
    }

    /** What waits, under an organisation of that depth. */
    record Waits(UUID fund, String kind, String under, Total total, LocalDate since) {}

    List<Waits> waiting(int depth) {
        return within(WAITING)
                .param("depth", depth)
                .query((row, _) -> new Waits(
                        row.getObject("fund", UUID.class),
                        row.getString("kind"),
                        row.getString("under"),
                        new Total(row.getInt("count"), Money.ofFen(row.getLong("fen"))),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getString("key"),
                new PersonName(row.getString("payee")).masked(),
                row.getString("card_end"),
                Money.ofFen(row.getLong("fen")),
                State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getString("bank_reason")),
                row.getBoolean("asked"));
    }
}
