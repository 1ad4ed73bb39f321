package org.huzhu.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.signon.Vouched;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which account is whose for the issuer of identities, within a transaction that may see it. */
@Repository
class JdbcBindings {

    private static final String ACCOUNT = "select account from staff.binding where vouched = :vouched";

    private static final String IS_BOUND = "select exists (select from staff.binding where account = :account)";

    private static final String BIND =
            "insert into staff.binding (vouched, account, bound_at) values (:vouched, :account, :now)";

    private static final String UNBIND = "delete from staff.binding where account = :account";

    private final JdbcClient database;

    JdbcBindings(JdbcClient database) {
        this.database = database;
    }

    Optional<UUID> account(Vouched vouched) {
        return database.sql(ACCOUNT)
                .param("vouched", vouched.digest())
                .query((row, _) -> row.getObject("account", UUID.class))
                .optional();
    }

    boolean isBound(UUID account) {
        return database.sql(IS_BOUND)
                .param("account", account)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void bind(UUID account, Vouched vouched, Instant now) {
        try {
            database.sql(BIND)
                    .param("vouched", vouched.digest())
                    .param("account", account)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StaffRefused(StaffRefused.Reason.BOUND_ALREADY, e);
        }
    }

    boolean unbind(UUID account) {
        return database.sql(UNBIND).param("account", account).update() == 1;
    }
}
