package org.huzhu.quarters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Trial.Come;
import org.huzhu.quarters.Trial.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Trials, and what stands out about them. */
@Repository
class JdbcTrials {

    private static final String ADD = """
            insert into quarters.trial (run, number, path, asked_by, asked_at)
            values (:run, :number, cast(:path as ltree), :actor, :at)
            """;

    private static final String SELECT = """
            select number, state, trouble, input, plan_version, edition, payments_sha256, persons, due_fen, carried,
                   carried_fen, rows_read, rows_rejected, reasons, counts, payments, rejects
            from quarters.trial where run = :run and number = :number and
            """ + JdbcRuns.IN;

    private static final String DONE = """
            update quarters.trial set state = 'DONE', done_at = :at, input = :input, plan_version = :version,
                edition = :edition, persons = :persons, due_fen = :due, carried = :carried, carried_fen = :carried_fen,
                rows_read = :rows, rows_rejected = :rejected, reasons = :reasons, counts = :counts,
                payments = :payments, payments_sha256 = :sha256, carried_file = :carried_file, rejects = :rejects
            where run = :run and number = :number and state = 'ASKED' and
            """ + JdbcRuns.IN;

    private static final String STOPPED = """
            update quarters.trial set state = 'STOPPED', done_at = :at, trouble = :trouble
            where run = :run and number = :number and state = 'ASKED' and
            """ + JdbcRuns.IN;

    private static final String WARN = """
            insert into quarters.warning (run, trial, path, kind, words)
            values (:run, :trial, cast(:path as ltree), :kind, :words)
            """;

    private static final String WARNINGS = """
            select kind, words, seen_by from quarters.warning where run = :run and trial = :trial and
            """ + JdbcRuns.IN + " order by kind";

    private static final String SEEN = """
            update quarters.warning set seen_by = :actor
            where run = :run and trial = :trial and kind = :kind and seen_by is null and
            """ + JdbcRuns.IN;

    private final JdbcClient database;

    JdbcTrials(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /**
     * A trial, and where what it wrote lies.
     *
     * @param payments the id of the file, as documents know it
     */
    record Kept(Trial trial, Optional<UUID> payments, Optional<UUID> rejects) {}

    /** What a trial wrote, by the ids under which it lies. */
    record Written(UUID payments, UUID carried, UUID rejects) {}

    void add(Run run, int number, Instant at) {
        database.sql(ADD)
                .param("run", run.id())
                .param("number", number)
                .param("path", run.path())
                .param("actor", Scope.required().actor())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Kept> one(UUID run, int number) {
        return within(SELECT)
                .param("run", run)
                .param("number", number)
                .query((row, _) -> new Kept(
                        new Trial(
                                row.getInt("number"),
                                State.valueOf(row.getString("state")),
                                Optional.ofNullable(row.getString("trouble")),
                                row.getObject("payments") == null ? Optional.empty() : Optional.of(come(row))),
                        Optional.ofNullable(row.getObject("payments", UUID.class)),
                        Optional.ofNullable(row.getObject("rejects", UUID.class))))
                .optional();
    }

    private static Come come(ResultSet row) throws SQLException {
        return new Come(
                row.getString("input"),
                row.getString("plan_version"),
                row.getString("edition"),
                row.getString("payments_sha256"),
                row.getInt("persons"),
                Money.ofFen(row.getLong("due_fen")),
                row.getInt("carried"),
                Money.ofFen(row.getLong("carried_fen")),
                row.getLong("rows_read"),
                row.getLong("rows_rejected"),
                counts(row));
    }

    private static Map<String, Long> counts(ResultSet row) throws SQLException {
        String[] reasons = (String[]) row.getArray("reasons").getArray();
        Long[] counts = (Long[]) row.getArray("counts").getArray();
        Map<String, Long> all = new TreeMap<>();
        for (int i = 0; i < reasons.length; i++) {
            all.put(reasons[i], counts[i]);
        }
        return all;
    }

    void done(Run run, int number, Come come, Written written, Instant at) {
        Map<String, Long> rejected = new TreeMap<>(come.rejected());
        within(DONE)
                .param("run", run.id())
                .param("number", number)
                .param("at", Timestamp.from(at))
                .param("input", come.input())
                .param("version", come.planVersion())
                .param("edition", come.edition())
                .param("persons", come.persons())
                .param("due", come.due().fen())
                .param("carried", come.carried())
                .param("carried_fen", come.carriedSum().fen())
                .param("rows", come.rows())
                .param("rejected", come.rowsRejected())
                .param("reasons", new SqlArrayValue("text", rejected.keySet().toArray()))
                .param("counts", new SqlArrayValue("bigint", rejected.values().toArray()))
                .param("payments", written.payments())
                .param("sha256", come.payments())
                .param("carried_file", written.carried())
                .param("rejects", written.rejects())
                .update();
    }

    void stopped(Run run, int number, String trouble, Instant at) {
        within(STOPPED)
                .param("run", run.id())
                .param("number", number)
                .param("trouble", trouble)
                .param("at", Timestamp.from(at))
                .update();
    }

    void warn(Run run, int trial, Warning warning) {
        database.sql(WARN)
                .param("run", run.id())
                .param("trial", trial)
                .param("path", run.path())
                .param("kind", warning.kind().name())
                .param("words", new SqlArrayValue("text", warning.words().toArray()))
                .update();
    }

    List<Warning> warnings(UUID run, int trial) {
        return within(WARNINGS)
                .param("run", run)
                .param("trial", trial)
                .query((row, _) -> new Warning(
                        Warning.Kind.valueOf(row.getString("kind")),
                        Arrays.asList((String[]) row.getArray("words").getArray()),
                        row.getString("seen_by") != null))
                .list();
    }

    void seen(UUID run, int trial, Warning.Kind kind) {
        within(SEEN)
                .param("actor", Scope.required().actor())
                .param("run", run)
                .param("trial", trial)
                .param("kind", kind.name())
                .update();
    }
}
