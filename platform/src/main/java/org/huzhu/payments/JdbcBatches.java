package org.huzhu.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.kernel.Money;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.BatchState;
import org.huzhu.payments.PaymentDesk.PartFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Batches and their files. */
@Repository("paymentBatches")
class JdbcBatches {

    private static final String SELECT = """
            select b.id, b.number, b.fund, b.path::text as path, b.layout, b.day, b.orders, b.parts, b.fen, b.state,
                   b.made_by, b.filed_by, b.released_on, b.answer_due, b.made_at, b.holder, b.account,
                   coalesce(s.paid, 0) as paid, coalesce(s.returned, 0) as returned, coalesce(s.unknown, 0) as unknown
            from payments.batch b left join lateral (
                select count(*) filter (where y.state = 'PAID') as paid,
                       count(*) filter (where y.state in ('RETURNED', 'CANCELLED')) as returned,
                       count(*) filter (where y.state = 'UNKNOWN') as unknown
                from payments.payment y where y.batch = b.id) s on true
            where b.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String LATEST = SELECT + "order by b.made_at desc, b.id limit :max";

    private static final String FIND = SELECT + "and b.id = :id";

    private static final String LOCK = "select id from payments.batch where id = :id and" + Desk.IN + "for update";

    private static final String NEXT_BATCH_NUMBER = "select nextval('payments.batch_number')";

    private static final String ADD = """
            insert into payments.batch (id, number, fund, path, layout, holder, account, day, orders, parts, fen, state,
                                        made_by, made_at)
            values (:id, :number, :fund, cast(:path as ltree), :layout, :holder, :account, :day, :orders, :parts, :fen,
                    'FROZEN', :by, :at)
            """;

    private static final String FILE =
            "update payments.batch set state = 'FILED', filed_by = :by where id = :id and state = 'FROZEN' and"
                    + Desk.IN;

    private static final String RELEASE = """
            update payments.batch set state = 'RELEASED', released_by = :by, released_on = :day, answer_due = :due
            where id = :id and state = 'FILED' and made_by <> :by and filed_by <> :by and""" + Desk.IN;

    private static final String DROP = """
            update payments.batch set state = 'DROPPED', dropped_by = :by
            where id = :id and state in ('FROZEN', 'FILED') and""" + Desk.IN;

    private static final String ADD_FILE = """
            insert into payments.file (batch, part, path, name, sha256, orders, fen, made_by, made_at)
            values (:batch, :part, cast(:path as ltree), :name, :sha, :orders, :fen, :by, :at)
            """;

    private static final String FILES = """
            select part, name, sha256, orders, fen from payments.file
            where batch = :id and""" + Desk.IN + "order by part";

    private static final String ACCOUNT =
            "select holder, number, layout from payments.bank_account where fund = :fund and" + Desk.IN;

    private static final String SET_ACCOUNT = """
            insert into payments.bank_account (fund, path, holder, number, layout, set_by, set_at)
            values (:fund, cast(:path as ltree), :holder, :number, :layout, :by, :at)
            on conflict (fund) do update set holder = excluded.holder, number = excluded.number,
                layout = excluded.layout, set_by = excluded.set_by, set_at = excluded.set_at
            """;

    private final JdbcClient database;

    JdbcBatches(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    /** What the files of a batch say beside its orders. */
    record Frozen(Batch batch, OffsetDateTime madeAt, String holder, String account) {}

    List<Batch> latest(int max) {
        return within(LATEST).param("max", max).query(JdbcBatches::frozen).stream()
                .map(Frozen::batch)
                .toList();
    }

    Optional<Frozen> find(UUID id) {
        return within(FIND).param("id", id).query(JdbcBatches::frozen).optional();
    }

    /** The batch, which nobody else changes until the transaction ends. */
    Optional<Frozen> lock(UUID id) {
        return within(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
    }

    long nextNumber() {
        return database.sql(NEXT_BATCH_NUMBER).query(Long.class).single();
    }

    void add(Frozen frozen) {
        Batch batch = frozen.batch();
        database.sql(ADD)
                .param("id", batch.id())
                .param("number", batch.number())
                .param("fund", batch.fund())
                .param("path", batch.path())
                .param("layout", batch.layout())
                .param("holder", frozen.holder())
                .param("account", frozen.account())
                .param("day", batch.day())
                .param("orders", batch.orders())
                .param("parts", batch.parts())
                .param("fen", batch.sum().fen())
                .param("by", Desk.actor())
                .param("at", frozen.madeAt())
                .update();
    }

    boolean file(UUID id) {
        return within(FILE).param("id", id).param("by", Desk.actor()).update() == 1;
    }

    boolean release(UUID id, LocalDate day, LocalDate due) {
        return within(RELEASE)
                        .param("id", id)
                        .param("by", Desk.actor())
                        .param("day", day)
                        .param("due", due)
                        .update()
                == 1;
    }

    boolean drop(UUID id) {
        return within(DROP).param("id", id).param("by", Desk.actor()).update() == 1;
    }

    void add(Batch batch, PartFile file, OffsetDateTime at) {
        database.sql(ADD_FILE)
                .param("batch", batch.id())
                .param("part", file.part())
                .param("path", batch.path())
                .param("name", file.name())
                .param("sha", HexFormat.of().parseHex(file.sha256()))
                .param("orders", file.orders())
                .param("fen", file.sum().fen())
                .param("by", Desk.actor())
                .param("at", at)
                .update();
    }

    List<PartFile> files(UUID batch) {
        return within(FILES)
                .param("id", batch)
                .query((row, _) -> new PartFile(
                        row.getInt("part"),
                        row.getString("name"),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        row.getInt("orders"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    Optional<Account> account(UUID fund) {
        return within(ACCOUNT)
                .param("fund", fund)
                .query((row, _) ->
                        new Account(row.getString("holder"), row.getString("number"), row.getString("layout")))
                .optional();
    }

    void setAccount(UUID fund, String path, Account account, OffsetDateTime at) {
        database.sql(SET_ACCOUNT)
                .param("fund", fund)
                .param("path", path)
                .param("holder", account.holder())
                .param("number", account.number())
                .param("layout", account.layout())
                .param("by", Desk.actor())
                .param("at", at)
                .update();
    }

    private static Frozen frozen(ResultSet row, int number) throws SQLException {
        Batch batch = new Batch(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("fund", UUID.class),
                row.getString("path"),
                row.getString("layout"),
                row.getObject("day", LocalDate.class),
                row.getInt("orders"),
                row.getInt("parts"),
                Money.ofFen(row.getLong("fen")),
                BatchState.valueOf(row.getString("state")),
                Stream.of("made_by", "filed_by")
                        .flatMap(name -> maybe(row, name))
                        .toList(),
                Optional.ofNullable(row.getObject("released_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("answer_due", LocalDate.class)),
                row.getInt("paid"),
                row.getInt("returned"),
                row.getInt("unknown"));
        return new Frozen(
                batch,
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("holder"),
                row.getString("account"));
    }

    private static Stream<String> maybe(ResultSet row, String name) {
        try {
            return Stream.ofNullable(row.getString(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
