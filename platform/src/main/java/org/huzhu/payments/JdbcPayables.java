package org.huzhu.payments;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.ManyRows;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.payments.Standing.State;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What is owed, and the attempts to pay it, one by one. */
@Repository
class JdbcPayables {

    private static final String ADD = """
            insert into payments.payable (id, key, kind, reference, fund, path, member, fen, owed_on)
            values (:id, :key, :kind, :reference, :fund, cast(:path as ltree), :member, :fen, :day)
            on conflict (key) do nothing
            """;

    private static final String ADD_ATTEMPT = """
            insert into payments.payment (id, payable, attempt, path, fund, fen, payee, card_sealed, card_end, state,
                                          since, bank_reason, made_by, made_at)
            values (:id, :payable, :attempt, cast(:path as ltree), :fund, :fen, :payee, :card, :end, :state, :day,
                    :reason, :by, :at)
            """;

    private static final String COLUMNS = """
            select p.key, p.kind, p.reference, p.member, y.id, y.payable, y.attempt, y.path::text as path, y.fund,
                   y.fen, y.payee, y.card_end, y.state, y.since, y.bank_reason
            from payments.payable p join payments.payment y on y.payable = p.id
            where y.path <@ any(cast(:reach as ltree[])) and p.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String CURRENT = COLUMNS + "and y.attempt = p.attempt and p.key in (:keys)";

    private static final String LOCK = CURRENT + " for update of p, y";

    private static final String FIRST = COLUMNS + "and y.attempt = 1 and p.key in (:keys)";

    private static final String BY_ID = COLUMNS + "and y.id in (:ids)";

    private static final String LOCK_BY_ID = BY_ID + " for update of p, y";

    private static final String CARD = "select card_sealed from payments.payment where id = :id and" + Desk.IN;

    private static final String NEXT =
            "update payments.payable set attempt = attempt + 1 where id = :id and attempt = :attempt and" + Desk.IN;

    private static final String STEP = """
            update payments.payment set state = :state, since = :day, bank_reason = :reason
            where id = :id and state in (:from) and""" + Desk.IN;

    private static final String REPLACE = """
            update payments.payment set payee = :payee, card_sealed = :card, card_end = :end
            where id = :id and state = 'REDIRECTED' and""" + Desk.IN;

    private final JdbcClient database;
    private final JdbcOperations plain;
    private final Secrets secrets;

    JdbcPayables(JdbcClient database, JdbcOperations plain, Secrets secrets) {
        this.database = database;
        this.plain = plain;
        this.secrets = secrets;
    }

    /** The cards, to be sealed again when keys change. */
    @Bean
    static SealedColumn paymentCards(JdbcClient database) {
        return SealedColumn.of(database, Field.CARD, "payments.payment", "id", "card_sealed");
    }

    /** An attempt, with what is owed. */
    record Attempt(
            UUID id,
            UUID payable,
            int number,
            String path,
            UUID fund,
            Money sum,
            String payee,
            String cardEnd,
            State state,
            LocalDate since,
            Optional<String> reason,
            PaymentNews.Item item) {

        Books.Move move(LocalDate day) {
            return new Books.Move(fund, day, sum);
        }
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    /** Whether the key was not known. */
    boolean add(UUID id, Owing owing) {
        return database.sql(ADD)
                        .param("id", id)
                        .param("key", owing.key())
                        .param("kind", owing.kind())
                        .param("reference", owing.reference())
                        .param("fund", owing.fund())
                        .param("path", owing.path())
                        .param("member", owing.member().orElse(null))
                        .param("fen", owing.sum().fen())
                        .param("day", owing.day())
                        .update()
                == 1;
    }

    /** A try that is to be made. */
    record Try(
            UUID id,
            UUID payable,
            int number,
            String path,
            UUID fund,
            Money sum,
            Payee payee,
            State state,
            Optional<String> reason) {}

    void add(Try next, LocalDate day, OffsetDateTime at) {
        database.sql(ADD_ATTEMPT)
                .param("id", next.id())
                .param("payable", next.payable())
                .param("attempt", next.number())
                .param("path", next.path())
                .param("fund", next.fund())
                .param("fen", next.sum().fen())
                .param("payee", next.payee().name().text())
                .param("card", seal(next.id(), next.payee()))
                .param("end", next.payee().cardEnd())
                .param("state", next.state().name())
                .param("day", day)
                .param("reason", next.reason().orElse(null))
                .param("by", Desk.actor())
                .param("at", at)
                .update();
    }

    /** Puts another card in the place of the one that waits to be confirmed. */
    void replace(UUID id, Payee payee) {
        within(REPLACE)
                .param("id", id)
                .param("payee", payee.name().text())
                .param("card", seal(id, payee))
                .param("end", payee.cardEnd())
                .update();
    }

    private byte[] seal(UUID id, Payee payee) {
        return secrets.seal(Field.CARD, id, payee.card().digits());
    }

    /** Many at once, all fresh, each with its first try. */
    void add(Map<UUID, Owing> payables, Map<UUID, UUID> tries, OffsetDateTime at) {
        List<Map.Entry<UUID, Owing>> rows = List.copyOf(payables.entrySet());
        plain.execute((ConnectionCallback<Boolean>) connection -> {
            addPayables(connection, rows);
            addTries(connection, rows, tries, at);
            return true;
        });
    }

    private static void addPayables(Connection connection, List<Map.Entry<UUID, Owing>> rows) throws SQLException {
        ManyRows.<Map.Entry<UUID, Owing>>of("payments.payable")
                .column("id", "uuid", Map.Entry::getKey)
                .column("key", "text", row -> row.getValue().key())
                .column("kind", "text", row -> row.getValue().kind())
                .column("reference", "uuid", row -> row.getValue().reference())
                .column("fund", "uuid", row -> row.getValue().fund())
                .column("path", "ltree", row -> row.getValue().path())
                .column("member", "uuid", row -> row.getValue().member().orElse(null))
                .column("fen", "bigint", row -> row.getValue().sum().fen())
                .column("owed_on", "date", row -> row.getValue().day())
                .add(connection, rows);
    }

    private void addTries(
            Connection connection, List<Map.Entry<UUID, Owing>> rows, Map<UUID, UUID> tries, OffsetDateTime at)
            throws SQLException {
        String by = Desk.actor();
        ManyRows.<Map.Entry<UUID, Owing>>of("payments.payment")
                .column("id", "uuid", row -> tries.get(row.getKey()))
                .column("payable", "uuid", Map.Entry::getKey)
                .column("attempt", "smallint", _ -> (short) 1)
                .column("path", "ltree", row -> row.getValue().path())
                .column("fund", "uuid", row -> row.getValue().fund())
                .column("fen", "bigint", row -> row.getValue().sum().fen())
                .column("payee", "text", row -> row.getValue().payee().name().text())
                .column("card_sealed", "bytea", row -> sealed(tries, row))
                .column("card_end", "text", row -> row.getValue().payee().cardEnd())
                .column("state", "text", _ -> State.PAYABLE.name())
                .column("since", "date", row -> row.getValue().day())
                .column("made_by", "text", _ -> by)
                .column("made_at", "timestamptz", _ -> at)
                .add(connection, rows);
    }

    private byte[] sealed(Map<UUID, UUID> tries, Map.Entry<UUID, Owing> row) {
        return seal(
                Optional.ofNullable(tries.get(row.getKey())).orElseThrow(),
                row.getValue().payee());
    }

    List<Attempt> current(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : within(CURRENT)
                        .param("keys", keys)
                        .query(JdbcPayables::attempt)
                        .list();
    }

    Optional<Attempt> lock(String key) {
        return within(LOCK)
                .param("keys", List.of(key))
                .query(JdbcPayables::attempt)
                .optional();
    }

    Optional<Attempt> first(String key) {
        return within(FIRST)
                .param("keys", List.of(key))
                .query(JdbcPayables::attempt)
                .optional();
    }

    Optional<Attempt> lock(UUID payment) {
        return within(LOCK_BY_ID)
                .param("ids", List.of(payment))
                .query(JdbcPayables::attempt)
                .optional();
    }

    /** Who is paid by it, in clear. */
    Payee payee(Attempt attempt) {
        byte[] sealed = within(CARD)
                .param("id", attempt.id())
                .query((row, _) -> row.getBytes("card_sealed"))
                .single();
        return new Payee(
                new PersonName(attempt.payee()), new CardNumber(secrets.open(Field.CARD, attempt.id(), sealed)));
    }

    /** Whether it was still the last. */
    boolean next(Attempt attempt) {
        return within(NEXT)
                        .param("id", attempt.payable())
                        .param("attempt", attempt.number())
                        .update()
                == 1;
    }

    /** Takes a step; whether it stood where the step begins. */
    boolean step(UUID payment, Collection<State> from, State to, LocalDate day, Optional<String> reason) {
        return within(STEP)
                        .param("id", payment)
                        .param("from", from.stream().map(State::name).toList())
                        .param("state", to.name())
                        .param("day", day)
                        .param("reason", reason.orElse(null))
                        .update()
                == 1;
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        Money sum = Money.ofFen(row.getLong("fen"));
        LocalDate since = row.getObject("since", LocalDate.class);
        Optional<String> reason = Optional.ofNullable(row.getString("bank_reason"));
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("payable", UUID.class),
                row.getInt("attempt"),
                row.getString("path"),
                row.getObject("fund", UUID.class),
                sum,
                row.getString("payee"),
                row.getString("card_end"),
                State.valueOf(row.getString("state")),
                since,
                reason,
                new PaymentNews.Item(
                        row.getString("key"),
                        row.getString("kind"),
                        row.getObject("reference", UUID.class),
                        Optional.ofNullable(row.getObject("member", UUID.class)),
                        sum,
                        since,
                        reason));
    }
}
