package org.huzhu.claims.looking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huzhu.claims.looking.Lookers.Looker;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Who opened which claim when, for some minutes. */
@Repository
class JdbcLookers {

    private static final String FORGET = """
            delete from claims.looking
            where claim = :claim and seen_at < :recent and account <> :actor and path <@ any(:reach::ltree[])
            """;

    private static final String ARRIVE = """
            insert into claims.looking (claim, path, member, entered_by, account, name, since, seen_at)
            select c.id, c.path, c.member, c.entered_by, :actor, :name, :at, :at
            from claims.claim c where c.id = :claim and c.path <@ any(:reach::ltree[])
            on conflict (claim, account) do update set
                since = case when looking.seen_at < :recent then excluded.since else looking.since end,
                seen_at = excluded.seen_at
            where looking.path <@ any(:reach::ltree[])
            """;

    private static final String OTHERS = """
            select name, since from claims.looking
            where claim = :claim and account <> :actor and seen_at >= :recent and path <@ any(:reach::ltree[])
            order by since, name
            """;

    private final JdbcClient database;

    JdbcLookers(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec at(String sql, UUID claim, Instant recent) {
        Scope scope = Scope.required();
        return database.sql(sql)
                .param("claim", claim)
                .param("recent", Timestamp.from(recent))
                .param("actor", scope.actor())
                .param("reach", scope.reachText());
    }

    void arrive(UUID claim, String name, Instant now, Instant recent) {
        at(FORGET, claim, recent).update();
        at(ARRIVE, claim, recent)
                .param("name", name)
                .param("at", Timestamp.from(now))
                .update();
    }

    List<Looker> others(UUID claim, Instant recent) {
        return at(OTHERS, claim, recent)
                .query((row, _) -> new Looker(
                        row.getString("name"), row.getTimestamp("since").toInstant()))
                .list();
    }
}
