package org.huzhu.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.database.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of accounts and of what proves them, within a transaction that may see them. */
@Repository
class JdbcAccounts {

    private static final String COLUMNS = """
            select id, login, name, home::text as home, password, password_set_at, totp_sealed, totp_is_on, disabled_at
            from staff.account a
            """;

    private static final String BY_LOGIN = COLUMNS + " where login = :login";

    /** The first wall: only oneself, and who is at home or holds a post in reach; row-level security is the second. */
    private static final String BY_IDS = COLUMNS + """
             where id in (:ids)
               and (home <@ any(cast(:reach as ltree[])) or id::text = :actor
                    or exists (select from staff.post p
                               where p.account = a.id and p.path <@ any(cast(:reach as ltree[]))))
            """;

    private static final String AT = COLUMNS + """
             where (home <@ cast(:path as ltree)
                    or exists (select from staff.post p where p.account = a.id and p.path <@ cast(:path as ltree)
                               and p.since <= :now and (p.until is null or p.until > :now)))
               and login > :after and (login like :words or name like :words)
            order by login limit :max
            """;

    private static final String IS_EMPTY = "select not exists (select from staff.account)";

    private static final String ADD = """
            insert into staff.account (id, login, name, phone_sealed, home, made_at)
            values (:id, :login, :name, :phone, cast(:home as ltree), :now)
            """;

    /** Counts the attempt before it is looked at, so that as many at once are no more than as many in turn. */
    private static final String RESERVE = """
            update staff.account
            set failures = case when locked_until <= :now then 1 else failures + 1 end,
                locked_until = case
                    when locked_until <= :now then null
                    when failures + 1 >= :max then cast(:until as timestamptz) end
            where id = :id and (locked_until is null or locked_until <= :now)
            """;

    /** An attempt that was right but not yet whole does not count. */
    private static final String GIVE_BACK = """
            update staff.account set failures = greatest(failures - 1, 0), locked_until = null where id = :id
            """;

    private static final String SUCCEED = "update staff.account set failures = 0, locked_until = null where id = :id";

    private static final String NEW_TOTP =
            "update staff.account set totp_sealed = :sealed where id = :id and not totp_is_on";

    /** Only a later step than the last: a code is used once. */
    private static final String USE_TOTP = """
            update staff.account set totp_step = :step, totp_is_on = true where id = :id and totp_step < :step
            """;

    /** What else lets him in is gone too: whom an issuer vouches for must be bound again. */
    private static final String FORGET = """
            with unbound as (delete from staff.binding where account = :id)
            update staff.account set password = null, totp_sealed = null, totp_is_on = false where id = :id
            """;

    private static final String DISABLE =
            "update staff.account set disabled_at = :now where id = :id and disabled_at is null";

    private static final String INVITE = """
            insert into staff.invitation (digest, account, made_at, expires_at)
            values (:digest, :account, :now, :until)
            """;

    private static final String INVITED = """
            select account from staff.invitation where digest = :digest and used_at is null and expires_at > :now
            """;

    private static final String USE_INVITATION = """
            update staff.invitation set used_at = :now
            where digest = :digest and used_at is null and expires_at > :now
            """;

    private static final String VOID_INVITATIONS =
            "update staff.invitation set used_at = :now where account = :account and used_at is null";

    /** A list in SQL has one element at the least. */
    private static final List<UUID> NOBODY = List.of(new UUID(0, 0));

    private final JdbcClient database;

    JdbcAccounts(JdbcClient database) {
        this.database = database;
    }

    /** An account with what proves it. */
    record Known(
            Account account, Optional<String> password, Optional<Instant> passwordSetAt, Optional<byte[]> totpSealed) {}

    Optional<Known> withLogin(String login) {
        return database.sql(BY_LOGIN)
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query((row, _) -> known(row))
                .optional();
    }

    Optional<Known> find(UUID account) {
        return find(List.of(account)).stream().findFirst();
    }

    /** Those of the accounts that the scope reaches. */
    List<Known> find(Collection<UUID> accounts) {
        Scope scope = Scope.required();
        return database.sql(BY_IDS)
                .param("ids", accounts.isEmpty() ? NOBODY : accounts)
                .param("reach", scope.reachText())
                .param("actor", scope.actor())
                .query((row, _) -> known(row))
                .list();
    }

    /** Those at the organisation or below whose login or name has the words, a page of them after the login. */
    List<Account> at(String path, String words, String after, Instant now) {
        String literally = words.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return database.sql(AT)
                .param("path", path)
                .param("words", "%" + literally + "%")
                .param("after", after)
                .param("max", StaffDesk.PAGE)
                .param("now", at(now))
                .query((row, _) -> known(row).account())
                .list();
    }

    void add(Account account, byte[] phoneSealed, Instant now) {
        try {
            database.sql(ADD)
                    .param("id", account.id())
                    .param("login", account.login())
                    .param("name", account.name())
                    .param("phone", phoneSealed)
                    .param("home", account.home())
                    .param("now", at(now))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StaffRefused(StaffRefused.Reason.LOGIN_TAKEN, e);
        }
    }

    /** Whether the attempt may be looked at; it counts as a failure until it has succeeded. */
    boolean reserveAttempt(UUID account, Instant now) {
        return database.sql(RESERVE)
                        .param("id", account)
                        .param("now", at(now))
                        .param("max", SignIn.FAILURES_MAX)
                        .param("until", at(now.plus(Duration.ofMinutes(SignIn.LOCK_MINUTES))))
                        .update()
                == 1;
    }

    void giveBackAttempt(UUID account) {
        database.sql(GIVE_BACK).param("id", account).update();
    }

    void succeed(UUID account) {
        database.sql(SUCCEED).param("id", account).update();
    }

    /** Keeps a new secret; not while one is in use. */
    boolean newTotp(UUID account, byte[] sealed) {
        return database.sql(NEW_TOTP)
                        .param("id", account)
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    /** Uses up the code of a step, and all before it; false where it was used before. */
    boolean useTotp(UUID account, long step) {
        return database.sql(USE_TOTP).param("id", account).param("step", step).update() == 1;
    }

    void forgetProofs(UUID account) {
        database.sql(FORGET).param("id", account).update();
    }

    boolean disable(UUID account, Instant now) {
        return database.sql(DISABLE).param("id", account).param("now", at(now)).update() == 1;
    }

    void invite(UUID account, byte[] digest, Instant now) {
        voidInvitations(account, now);
        database.sql(INVITE)
                .param("digest", digest)
                .param("account", account)
                .param("now", at(now))
                .param("until", at(now.plus(Duration.ofHours(StaffDesk.INVITATION_HOURS))))
                .update();
    }

    void voidInvitations(UUID account, Instant now) {
        database.sql(VOID_INVITATIONS)
                .param("account", account)
                .param("now", at(now))
                .update();
    }

    Optional<UUID> invited(byte[] digest, Instant now) {
        return database.sql(INVITED)
                .param("digest", digest)
                .param("now", at(now))
                .query((row, _) -> row.getObject("account", UUID.class))
                .optional();
    }

    boolean useInvitation(byte[] digest, Instant now) {
        return database.sql(USE_INVITATION)
                        .param("digest", digest)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    boolean isEmpty() {
        return database.sql(IS_EMPTY).query(Boolean.class).single();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Known known(ResultSet row) throws SQLException {
        @Nullable String password = row.getString("password");
        byte @Nullable [] totp = row.getBytes("totp_sealed");
        boolean isDisabled = JdbcSessions.moment(row, "disabled_at").isPresent();
        Account.State usable = password == null ? Account.State.INVITED : Account.State.ACTIVE;
        Account account = new Account(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("home"),
                isDisabled ? Account.State.DISABLED : usable,
                row.getBoolean("totp_is_on"));
        return new Known(
                account,
                Optional.ofNullable(password),
                JdbcSessions.moment(row, "password_set_at"),
                Optional.ofNullable(totp));
    }

    /** Phones and what codes are made from are sealed again when keys change. */
    @Bean
    static SealedColumn accountPhones(JdbcClient database) {
        return SealedColumn.of(database, Field.PHONE, "staff.account", "id", "phone_sealed");
    }

    @Bean
    static SealedColumn accountSecondFactors(JdbcClient database) {
        return SealedColumn.of(database, Field.TOTP, "staff.account", "id", "totp_sealed");
    }
}
