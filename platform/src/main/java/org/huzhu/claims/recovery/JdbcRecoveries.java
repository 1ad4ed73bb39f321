package org.huzhu.claims.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.recovery.RecoveryDesk.Receiving;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What is claimed back, what came of it, and what is asked to be written off. */
@Repository
class JdbcRecoveries {

    private static final String ADD = """
            insert into claims.recovery (id, claim, path, member, entered_by, decision, fund, recipient, asked_fen,
                asked_on, until)
            select :id, c.id, c.path, c.member, c.entered_by, :decision, :fund, :recipient, :fen, :day, :until
            from claims.claim c where c.id = :claim and c.path <@ any(:reach::ltree[])
            """;

    private static final String SELECT = """
            select r.id, c.number, p.name as recipient, r.path::text as path, r.fund, r.asked_fen, r.received_fen,
                   r.waived_fen, r.asked_on, r.until, w.id as wish, w.fen as wish_fen, w.reason, w.asked_by
            from claims.recovery r join claims.claim c on c.id = r.claim
            left join claims.recipient p on p.claim = r.claim and p.place = r.recipient
                                        and p.path <@ any(:reach::ltree[])
            left join claims.waiver w on w.recovery = r.id and w.state = 'ASKED' and w.path <@ any(:reach::ltree[])
            where r.path <@ any(:reach::ltree[]) and c.path <@ any(:reach::ltree[])
            """;

    private static final String OPEN = SELECT + """
              and r.asked_fen > r.received_fen + r.waived_fen
            order by r.asked_on, r.id limit :max
            """;

    private static final String ONE = SELECT + " and r.id = :id";

    private static final String LOCK =
            "select id from claims.recovery where id = :id and path <@ any(:reach::ltree[]) for update";

    private static final String RECEIVE = """
            insert into claims.instalment (id, recovery, path, fen, day, source, made_by, made_at)
            select :key, r.id, r.path, :fen, :day, :source, :actor, :at
            from claims.recovery r where r.id = :id and r.path <@ any(:reach::ltree[])
            """;

    private static final String HAS_COME = """
            select exists (select from claims.instalment
                           where id = :key and recovery = :id and fen = :fen and day = :day and source = :source
                             and path <@ any(:reach::ltree[]))
            """;

    private static final String ADD_RECEIVED = """
            update claims.recovery set received_fen = received_fen + :fen
            where id = :id and path <@ any(:reach::ltree[])
            """;

    private static final String ADD_WAIVED = """
            update claims.recovery set waived_fen = waived_fen + :fen
            where id = :id and path <@ any(:reach::ltree[])
            """;

    private static final String WISH = """
            insert into claims.waiver (id, recovery, path, fen, reason, state, asked_by, asked_at)
            select :wish, r.id, r.path, :fen, :reason, 'ASKED', :actor, :at
            from claims.recovery r where r.id = :id and r.path <@ any(:reach::ltree[])
            """;

    private static final String OF_WISH =
            "select recovery from claims.waiver where id = :wish and path <@ any(:reach::ltree[])";

    private static final String DECIDE = """
            update claims.waiver set state = :state, decided_by = :actor, decided_at = :at
            where id = :wish and state = 'ASKED' and path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    JdbcRecoveries(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    private static String actor() {
        return Scope.required().actor();
    }

    void add(UUID id, TooMuch much, LocalDate until) {
        within(ADD)
                .param("id", id)
                .param("claim", much.claim())
                .param("decision", much.decision())
                .param("recipient", much.recipient())
                .param("fund", much.fund())
                .param("fen", much.sum().fen())
                .param("day", much.day())
                .param("until", until)
                .update();
    }

    List<Recovery> open(int max) {
        return within(OPEN).param("max", max).query(JdbcRecoveries::recovery).list();
    }

    /** The recovery, held until the transaction ends. */
    Optional<Recovery> lock(UUID id) {
        return within(LOCK)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(held -> within(ONE)
                        .param("id", held)
                        .query(JdbcRecoveries::recovery)
                        .optional());
    }

    /** Whether the same money was taken in under the key before. */
    boolean hasCome(UUID key, UUID id, Receiving receiving) {
        return within(HAS_COME)
                .param("key", key)
                .param("id", id)
                .param("fen", receiving.sum().fen())
                .param("day", receiving.day())
                .param("source", receiving.source().name())
                .query(Boolean.class)
                .single();
    }

    void receive(UUID key, UUID id, Receiving receiving, OffsetDateTime at) {
        within(RECEIVE)
                .param("key", key)
                .param("id", id)
                .param("fen", receiving.sum().fen())
                .param("day", receiving.day())
                .param("source", receiving.source().name())
                .param("actor", actor())
                .param("at", at)
                .update();
        within(ADD_RECEIVED).param("id", id).param("fen", receiving.sum().fen()).update();
    }

    void waive(UUID id, Money sum) {
        within(ADD_WAIVED).param("id", id).param("fen", sum.fen()).update();
    }

    void wish(UUID wish, Recovery recovery, String reason, OffsetDateTime at) {
        within(WISH)
                .param("wish", wish)
                .param("id", recovery.id())
                .param("fen", recovery.open().fen())
                .param("reason", reason)
                .param("actor", actor())
                .param("at", at)
                .update();
    }

    Optional<UUID> ofWish(UUID wish) {
        return within(OF_WISH).param("wish", wish).query(UUID.class).optional();
    }

    /** Whether nobody had decided. */
    boolean decide(UUID wish, boolean isConfirmed, OffsetDateTime at) {
        return within(DECIDE)
                        .param("wish", wish)
                        .param("state", isConfirmed ? "CONFIRMED" : "DECLINED")
                        .param("actor", actor())
                        .param("at", at)
                        .update()
                == 1;
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        return new Recovery(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Optional.ofNullable(row.getString("recipient")),
                row.getString("path"),
                row.getObject("fund", UUID.class),
                Money.ofFen(row.getLong("asked_fen")),
                Money.ofFen(row.getLong("received_fen")),
                Money.ofFen(row.getLong("waived_fen")),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                wish(row));
    }

    private static Optional<Recovery.Wish> wish(ResultSet row) throws SQLException {
        UUID wish = row.getObject("wish", UUID.class);
        return wish == null
                ? Optional.empty()
                : Optional.of(new Recovery.Wish(
                        wish,
                        Money.ofFen(row.getLong("wish_fen")),
                        row.getString("reason"),
                        row.getString("asked_by")));
    }
}
