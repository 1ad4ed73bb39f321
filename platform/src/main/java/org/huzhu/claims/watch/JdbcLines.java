package org.huzhu.claims.watch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was checked before a claim was handed in, and when it was approved. */
@Repository
class JdbcLines {

    private static final String SELF_CHECKED = """
            insert into claims.self_check (claim, place, path, member, entered_by, papers, receipts, electronic,
                due_fen, denials, made_by, made_at)
            select c.id,
                   (select count(*) + 1 from claims.self_check s
                    where s.claim = c.id and s.path <@ any(:reach::ltree[])),
                   c.path, c.member, c.entered_by,
                   (select count(*) from claims.paper p
                    where p.claim = c.id and p.removed_at is null and p.path <@ any(:reach::ltree[])),
                   (select count(*) from claims.receipt r where r.claim = c.id and r.path <@ any(:reach::ltree[])),
                   (select count(*) from claims.receipt r
                    where r.claim = c.id and r.by_itself and r.path <@ any(:reach::ltree[])),
                   :fen, :denials, :actor, :at
            from claims.claim c where c.id = :claim and c.path <@ any(:reach::ltree[])
            """;

    private static final String COMPLIED = """
            insert into claims.compliance (claim, path, member, entered_by, round, step, checked, made_by, made_at)
            select c.id, c.path, c.member, c.entered_by, c.round, :step, :checked, :actor, :at
            from claims.claim c where c.id = :claim and c.path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    JdbcLines(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        Scope scope = Scope.required();
        return database.sql(sql).param("reach", scope.reachText()).param("actor", scope.actor());
    }

    void selfChecked(UUID claim, Assessment assessment, Instant at) {
        within(SELF_CHECKED)
                .param("claim", claim)
                .param("fen", assessment.due().fen())
                .param("denials", assessment.denials().size())
                .param("at", Timestamp.from(at))
                .update();
    }

    void complied(UUID claim, ReviewStep step, Set<Check> checked, Instant at) {
        within(COMPLIED)
                .param("claim", claim)
                .param("step", step.name())
                .param("checked", checked.stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }
}
