package org.huzhu.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How passwords are set, and which an account had before, within a transaction that may see them. */
@Repository
class JdbcPasswords {

    private static final String SET_PASSWORD = """
            update staff.account
            set password = :password, password_set_at = :now, failures = 0, locked_until = null
            where id = :id and disabled_at is null
            """;

    private static final String REHASH =
            "update staff.account set password = :fresh where id = :id and password = :stored";

    private static final String KEEP_FORMER = """
            insert into staff.former_password (account, hash, set_at)
            select id, password, password_set_at from staff.account where id = :id and password is not null
            on conflict do nothing
            """;

    private static final String FORGET_FORMER = """
            delete from staff.former_password
            where account = :id and set_at not in (
                select set_at from staff.former_password where account = :id order by set_at desc limit :kept)
            """;

    private static final String FORMER =
            "select hash from staff.former_password where account = :id order by set_at desc limit :kept";

    private final JdbcClient database;

    JdbcPasswords(JdbcClient database) {
        this.database = database;
    }

    /** Sets another password; the one before is kept among the former ones. */
    boolean setPassword(UUID account, String hash, Instant now) {
        keep(account);
        database.sql(FORGET_FORMER)
                .param("id", account)
                .param("kept", PasswordPolicy.FORMER_KEPT)
                .update();
        return database.sql(SET_PASSWORD)
                        .param("id", account)
                        .param("password", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Stores the same password in another way. */
    void rehash(UUID account, String stored, String fresh) {
        database.sql(REHASH)
                .param("id", account)
                .param("stored", stored)
                .param("fresh", fresh)
                .update();
    }

    /** The passwords before the present one, the last first. */
    List<String> former(UUID account) {
        return database.sql(FORMER)
                .param("id", account)
                .param("kept", PasswordPolicy.FORMER_KEPT)
                .query((row, _) -> row.getString("hash"))
                .list();
    }

    /** Keeps the present password among the former ones. */
    void keep(UUID account) {
        database.sql(KEEP_FORMER).param("id", account).update();
    }
}
