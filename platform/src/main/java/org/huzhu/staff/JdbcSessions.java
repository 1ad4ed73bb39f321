package org.huzhu.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of sessions, within a transaction that may see them. */
@Repository
class JdbcSessions {

    /** A session of staff opens only while the account is in use, and in its post where there is but one. */
    private static final String OPEN_STAFF = """
            insert into staff.session (digest, id, kind, holder, post, address, made_at, seen_at, stepped_at)
            select :digest, :id, 'STAFF', a.id,
                   (select (array_agg(p.id))[1] from staff.post p
                    where p.account = a.id and p.since <= :now and (p.until is null or p.until > :now)
                    having count(*) = 1),
                   :address, :now, :now, :stepped
            from staff.account a
            where a.id = :holder and a.disabled_at is null
            """;

    private static final String OPEN_OTHER = """
            insert into staff.session (digest, id, kind, holder, phone_sealed, address, made_at, seen_at)
            values (:digest, :id, :kind, :holder, :phone, :address, :now, :now)
            """;

    private static final String COLUMNS = "id, kind, holder, post, address, made_at, seen_at, stepped_at";

    private static final String LIVE = " ended_at is null and seen_at > :idle and made_at > :life and made_at <= :now";

    private static final String FIND = "select " + COLUMNS + " from staff.session where digest = :digest and" + LIVE;

    private static final String OF = "select " + COLUMNS + " from staff.session where holder = :holder and" + LIVE
            + " order by seen_at desc, id";

    private static final String SEEN = "update staff.session set seen_at = :now where id = :id and seen_at < :now";

    private static final String STEPPED =
            "update staff.session set stepped_at = :now where id = :id and ended_at is null";

    private static final String ACT = """
            update staff.session set post = :post
            where id = :id and ended_at is null and exists (
                select from staff.post p
                where p.id = :post and p.account = session.holder
                  and p.since <= :now and (p.until is null or p.until > :now))
            """;

    private static final String ACT_FOR =
            "update staff.session set post = :grant where id = :id and kind <> 'STAFF' and ended_at is null";

    private static final String END =
            "update staff.session set ended_at = :now where holder = :holder and id = :id and ended_at is null";

    private static final String END_ALL =
            "update staff.session set ended_at = :now where holder = :holder and ended_at is null";

    private static final String CALLER = """
            select p.account, p.role, p.path::text as path
            from staff.post p join staff.account a on a.id = p.account
            where p.id = :post and p.account = :holder and a.disabled_at is null
              and p.since <= :now and (p.until is null or p.until > :now)
              and (a.totp_is_on or p.role <> all(cast(:guarded as text[])))
            """;

    /**
     * Locks both, so that they stand until the transaction ends or have ended before. Who has no account here is the
     * program itself.
     */
    private static final String HOLD = """
            with used as (
                select disabled_at is null as yes from staff.account where id = :account for share
            ), held as (
                select id from staff.post
                where account = :account and role = :role and path = cast(:path as ltree)
                  and (until is null or until > :now)
                for share
            )
            select used.yes and exists (select from held) as stands from used
            """;

    private static final String[] GUARDED =
            Arrays.stream(Role.values()).filter(Role::isGuarded).map(Role::name).toArray(String[]::new);

    private static final String PHONE = "select phone_sealed from staff.session where id = :id";

    private static final List<String> PUT_AWAY = List.of(
            "delete from staff.session where coalesce(ended_at, made_at) < :past",
            "delete from staff.invitation where expires_at < :past",
            "delete from staff.code where sent_at < :past",
            "delete from staff.tally where since < :past");

    private final JdbcClient database;

    JdbcSessions(JdbcClient database) {
        this.database = database;
    }

    /** Whether the caller's account and post stand; they do then until the transaction at hand ends. */
    boolean hold(Caller caller, Instant now) {
        return database.sql(HOLD)
                .param("account", caller.account())
                .param("role", caller.role().name())
                .param("path", caller.path().orElse("-"))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Opens a session of staff; nothing where the account is not in use. */
    boolean openStaff(byte[] digest, UUID id, UUID account, String address, Instant now, Optional<Instant> stepped) {
        return database.sql(OPEN_STAFF)
                        .param("digest", digest)
                        .param("id", id)
                        .param("holder", account)
                        .param("address", address)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param(
                                "stepped",
                                stepped.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                        .update()
                == 1;
    }

    void openOther(byte[] digest, Session session, Optional<byte[]> phoneSealed) {
        database.sql(OPEN_OTHER)
                .param("digest", digest)
                .param("id", session.id())
                .param("kind", session.kind().name())
                .param("holder", session.holder())
                .param("phone", phoneSealed.orElse(null))
                .param("address", session.address())
                .param("now", session.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Session> find(byte[] digest, Instant now) {
        return live(database.sql(FIND).param("digest", digest), now)
                .query((row, _) -> session(row))
                .optional();
    }

    List<Session> of(UUID holder, Instant now) {
        return live(database.sql(OF).param("holder", holder), now)
                .query((row, _) -> session(row))
                .list();
    }

    private static JdbcClient.StatementSpec live(JdbcClient.StatementSpec statement, Instant now) {
        return statement
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("idle", now.minus(Sessions.IDLE_MAX).atOffset(ZoneOffset.UTC))
                .param("life", now.minus(Sessions.LIFE_MAX).atOffset(ZoneOffset.UTC));
    }

    void seen(UUID session, Instant now) {
        database.sql(SEEN)
                .param("id", session)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stepped(UUID session, Instant now) {
        database.sql(STEPPED)
                .param("id", session)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean act(UUID session, UUID post, Instant now) {
        return database.sql(ACT)
                        .param("id", session)
                        .param("post", post)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int actFor(UUID session, Optional<UUID> grant) {
        return database.sql(ACT_FOR)
                .param("id", session)
                .param("grant", grant.orElse(null), Types.OTHER)
                .update();
    }

    int end(UUID holder, UUID session, Instant now) {
        return database.sql(END)
                .param("holder", holder)
                .param("id", session)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int endAll(UUID holder, Instant now) {
        return database.sql(END_ALL)
                .param("holder", holder)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Caller> caller(UUID holder, UUID post, Instant now) {
        return database.sql(CALLER)
                .param("guarded", GUARDED)
                .param("holder", holder)
                .param("post", post)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Caller(
                        row.getObject("account", UUID.class),
                        Role.valueOf(row.getString("role")),
                        Optional.of(row.getString("path")),
                        Optional.empty()))
                .optional();
    }

    /** Deletes what ended before, of sessions, invitations, codes and counts. */
    int putAway(Instant past) {
        return PUT_AWAY.stream()
                .mapToInt(statement -> database.sql(statement)
                        .param("past", past.atOffset(ZoneOffset.UTC))
                        .update())
                .sum();
    }

    Optional<byte[]> phoneSealed(UUID session) {
        return database.sql(PHONE)
                .param("id", session)
                .query((row, _) -> Optional.ofNullable(row.getBytes("phone_sealed")))
                .single();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                Session.Kind.valueOf(row.getString("kind")),
                row.getObject("holder", UUID.class),
                Optional.ofNullable(row.getObject("post", UUID.class)),
                row.getString("address"),
                moment(row, "made_at").orElseThrow(),
                moment(row, "seen_at").orElseThrow(),
                moment(row, "stepped_at"));
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Phones that opened a session are sealed again when keys change. */
    @Bean
    static SealedColumn sessionPhones(JdbcClient database) {
        return SealedColumn.of(database, Field.PHONE, "staff.session", "id", "phone_sealed");
    }
}
