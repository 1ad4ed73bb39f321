package org.huzhu.claims.samples;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huzhu.claims.samples.Draw.Candidate;
import org.huzhu.claims.samples.Draw.Why;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Claims that were drawn, and what came of it. */
@Repository
class JdbcLooks {

    private static final String CANDIDATES = """
            select c.id, c.number, subpath(c.path, 0, least(nlevel(c.path), 2))::text as agency,
                   (select sum(a.due_fen) from claims.assessment a
                    where a.claim = c.id and a.path <@ any(:reach::ltree[]))::bigint as fen
            from claims.claim c
            where c.state = 'APPROVED' and c.decided_at >= :from and c.decided_at < :until
              and c.path <@ any(:reach::ltree[])
            order by c.number
            """;

    private static final String ADD = """
            insert into claims.second_look (id, sample, claim, path, member, entered_by, why, due_fen, drawn_at)
            select :id, :sample, c.id, c.path, c.member, c.entered_by, :why,
                   (select coalesce(sum(a.due_fen), 0) from claims.assessment a
                    where a.claim = c.id and a.path <@ any(:reach::ltree[])), :at
            from claims.claim c where c.id = :claim and c.path <@ any(:reach::ltree[])
            """;

    private static final String SELECT = """
            select l.id, l.claim, c.number, l.why, l.due_fen from claims.second_look l
            join claims.claim c on c.id = l.claim
            where l.path <@ any(:reach::ltree[]) and c.path <@ any(:reach::ltree[])
            """;

    private static final String OPEN = SELECT + " and l.outcome is null order by l.drawn_at, c.number limit :max";

    private static final String OF_SAMPLE = SELECT + " and l.sample = :sample order by c.number";

    private static final String CHECK = """
            update claims.second_look set outcome = :outcome, checked_by = :actor, checked_at = :at
            where id = :id and outcome is null and path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    JdbcLooks(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /** What was approved from the one moment on, before the other. */
    List<Candidate> candidates(Instant from, Instant until) {
        return within(CANDIDATES)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, _) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("agency"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    void add(UUID id, @Nullable UUID sample, UUID claim, Why why, Instant at) {
        within(ADD)
                .param("id", id)
                .param("sample", sample, Types.OTHER)
                .param("claim", claim)
                .param("why", why.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<SecondLook> open(int max) {
        return looks(within(OPEN).param("max", max));
    }

    List<SecondLook> ofSample(UUID sample) {
        return looks(within(OF_SAMPLE).param("sample", sample));
    }

    private static List<SecondLook> looks(StatementSpec query) {
        return query.query((row, _) -> new SecondLook(
                        row.getObject("id", UUID.class),
                        row.getObject("claim", UUID.class),
                        row.getString("number"),
                        row.getString("why"),
                        Money.ofFen(row.getLong("due_fen"))))
                .list();
    }

    /** Whether it had no outcome before. */
    boolean check(UUID id, String outcome, Instant at) {
        return within(CHECK)
                        .param("id", id)
                        .param("outcome", outcome)
                        .param("actor", Scope.required().actor())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
