package org.huzhu.claims.watch;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.huzhu.claims.Claim;
import org.huzhu.claims.watch.Flag.Kind;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was found about claims, and what is needed to find it. */
@Repository
class JdbcFlags {

    private static final String FORGET =
            "delete from claims.flag where claim = :claim and path <@ any(:reach::ltree[])";

    private static final String RAISE = """
            insert into claims.flag (claim, path, member, entered_by, kind, figures, raised_at)
            select c.id, c.path, c.member, c.entered_by, :kind, :figures, :at
            from claims.claim c where c.id = :claim and c.path <@ any(:reach::ltree[])
            """;

    private static final String COUNT =
            "update claims.claim set flags = :count where id = :claim and path <@ any(:reach::ltree[])";

    private static final String OF = """
            select kind, figures from claims.flag where claim = :claim and path <@ any(:reach::ltree[]) order by kind
            """;

    private static final String SAME_RECEIPT = """
            select count(distinct r.claim) from claims.receipt mine
            join claims.receipt r on r.key = mine.key and r.claim <> mine.claim
            join claims.claim c on c.id = r.claim and c.state not in ('DRAFT', 'WITHDRAWN')
            where mine.claim = :claim and mine.path <@ any(:reach::ltree[]) and r.path <@ any(:reach::ltree[])
              and c.path <@ any(:reach::ltree[])
            """;

    private static final String FILED = """
            select count(*) from claims.claim
            where member = :member and state not in ('DRAFT', 'WITHDRAWN') and filed_at >= :from and filed_at < :until
              and path <@ any(:reach::ltree[])
            """;

    /** So many of the latest lines of the plan tell what is usual: what it costs to ask does not grow. */
    private static final String PEERS = """
            with peers as (
                select sum(l.fen) as fen
                from (select assessment, fen from claims.line
                      where plan = :plan and member <> :member and path <@ any(:reach::ltree[])
                      order by on_day desc limit 2000) l
                join claims.assessment a on a.id = l.assessment and a.path <@ any(:reach::ltree[])
                join claims.claim c on c.id = a.claim and c.path <@ any(:reach::ltree[])
                where c.kind = :kind
                group by c.id having sum(l.fen) > 0),
            middle as (select count(*) as peers, percentile_cont(0.5) within group (order by fen) as median from peers)
            select m.peers, coalesce(m.median, 0)::bigint as median,
                   coalesce(percentile_cont(0.5) within group (order by abs(p.fen - m.median)), 0)::bigint as deviation
            from middle m left join peers p on true
            group by m.peers, m.median
            """;

    private final JdbcClient database;

    JdbcFlags(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /** Puts these in place of what was found before. */
    void raise(UUID claim, List<Flag> flags, Instant at) {
        within(FORGET).param("claim", claim).update();
        for (Flag flag : flags) {
            within(RAISE)
                    .param("claim", claim)
                    .param("kind", flag.kind().name())
                    .param("figures", flag.figures().toArray(String[]::new))
                    .param("at", Timestamp.from(at))
                    .update();
        }
        within(COUNT).param("claim", claim).param("count", flags.size()).update();
    }

    List<Flag> of(UUID claim) {
        return within(OF)
                .param("claim", claim)
                .query((row, _) -> new Flag(Kind.valueOf(row.getString("kind")), List.of((String[])
                        row.getArray("figures").getArray())))
                .list();
    }

    /** How many other claims state one of its receipts. */
    int sameReceipt(UUID claim) {
        return within(SAME_RECEIPT).param("claim", claim).query(Integer.class).single();
    }

    /** How many claims were handed in for the member from the one day on, before the other. */
    int filed(UUID member, LocalDate from, LocalDate until, ZoneId zone) {
        return within(FILED)
                .param("member", member)
                .param("from", Timestamp.from(from.atStartOfDay(zone).toInstant()))
                .param("until", Timestamp.from(until.atStartOfDay(zone).toInstant()))
                .query(Integer.class)
                .single();
    }

    /** What claims of others of the same kind came to under the plan. */
    Peers peers(Claim claim, String plan) {
        return within(PEERS)
                .param("plan", plan)
                .param("member", claim.member())
                .param("kind", claim.kind().name())
                .query((row, _) -> new Peers(
                        row.getInt("peers"), Money.ofFen(row.getLong("median")), Money.ofFen(row.getLong("deviation"))))
                .single();
    }
}
