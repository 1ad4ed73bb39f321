package org.huzhu.members.payees;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.CardNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The bank card of the member who asks. */
@Repository
class JdbcOwnCards {

    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended('card/' || :member, 0))";

    private static final String IS_LIVE = """
            select exists (select from members.card
                           where member = :member and kind = 'BANK' and replaced_at is null and index = :index
                             and (path <@ any(:reach::ltree[]) or member = :own))
            """;

    private static final String REPLACE = """
            update members.card set replaced_at = :at
            where member = :member and kind = 'BANK' and replaced_at is null
              and (path <@ any(:reach::ltree[]) or member = :own)
            """;

    private static final String GIVE = """
            insert into members.card (id, member, path, kind, sealed, index, given_at)
            select :id, m.id, m.path, 'BANK', :sealed, :index, :at from members.member m
            where m.id = :member and (m.path <@ any(:reach::ltree[]) or m.id = :own)
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcOwnCards(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private StatementSpec limited(String sql, UUID member) {
        Scope scope = Scope.required();
        return database.sql(sql)
                .param("member", member)
                .param("reach", scope.reachText())
                .param("own", scope.member().orElseThrow());
    }

    /** Until the transaction at hand ends, nobody else gives the member a card here. */
    void alone(UUID member) {
        database.sql(ONE_BY_ONE)
                .param("member", member.toString())
                .query((_, _) -> true)
                .list();
    }

    boolean isLive(UUID member, CardNumber card) {
        return limited(IS_LIVE, member)
                .param("index", secrets.index(Field.CARD, card.digits()))
                .query(Boolean.class)
                .single();
    }

    void give(UUID id, UUID member, CardNumber card, Instant at) {
        limited(REPLACE, member).param("at", Timestamp.from(at)).update();
        limited(GIVE, member)
                .param("id", id)
                .param("sealed", secrets.seal(Field.CARD, id, card.digits()))
                .param("index", secrets.index(Field.CARD, card.digits()))
                .param("at", Timestamp.from(at))
                .update();
    }
}
