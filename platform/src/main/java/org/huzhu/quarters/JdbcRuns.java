package org.huzhu.quarters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.Run.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Runs, and the files that were brought for them. */
@Repository
class JdbcRuns {

    /** The first wall: each query asks only for what the scope reaches; policies are the second. */
    static final String IN = " path <@ any(:reach::ltree[]) ";

    private static final String ADD = """
            insert into quarters.run (id, path, plan, year, quarter, opened_by, opened_at)
            values (:id, cast(:path as ltree), :plan, :year, :quarter, :actor, :at) on conflict do nothing
            """;

    private static final String SELECT = """
            select id, path::text as path, plan, year, quarter, state, trial, proposed_by, confirmed_by, confirmed_on
            from quarters.run where
            """ + IN;

    private static final String ONE = SELECT + " and id = :id";
    private static final String LOCK = ONE + " for update";
    private static final String ALL = SELECT + " order by year desc, quarter desc, plan, path limit :max";
    private static final String OF_YEAR = SELECT
            + " and path = cast(:path as ltree) and plan = :plan and year = :year and quarter <= :quarter"
            + " order by quarter";
    private static final String OF_QUARTER =
            SELECT + " and path = cast(:path as ltree) and plan = :plan and year = :year and quarter = :quarter";

    private static final String LAST_OF_YEAR = SELECT
            + " and path = cast(:path as ltree) and plan = :plan and year = :year"
            + " order by quarter desc limit 1";

    private static final String TRY = """
            update quarters.run set state = 'STAGED', trial = trial + 1, proposed_by = null
            where id = :id and state in ('OPEN', 'STAGED', 'TRIED', 'COMPARED') and
            """ + IN + " returning trial";

    private static final String STEP = """
            update quarters.run set state = :to where id = :id and state = :from and trial = :trial and
            """ + IN;

    private static final String UNSETTLE = """
            update quarters.run set state = 'OPEN', proposed_by = null
            where id = :id and state in ('OPEN', 'STAGED', 'TRIED', 'COMPARED') and
            """ + IN;

    private static final String PROPOSE = """
            update quarters.run set state = 'COMPARED', proposed_by = :actor
            where id = :id and state = 'TRIED' and trial = :trial and
            """ + IN;

    private static final String CONFIRM = """
            update quarters.run set state = 'CONFIRMED', confirmed_by = :actor, confirmed_on = :day
            where id = :id and state = 'COMPARED' and trial = :trial and proposed_by <> :actor and
            """ + IN;

    private static final String ADD_FILE = """
            insert into quarters.file (id, run, path, kind, place, rows, bytes, sha256, brought_by, brought_at)
            values (:id, :run, cast(:path as ltree), :kind,
                    (select coalesce(max(place), 0) + 1 from quarters.file
                     where run = :run and kind = :kind and path <@ any(:reach::ltree[])),
                    :rows, :bytes, :sha256, :actor, :at)
            on conflict (run, kind, sha256) do nothing
            """;

    private static final String FILES = """
            select id, kind, place, rows, bytes, sha256 from quarters.file where run = :run and
            """ + IN + " order by kind, place";

    private static final String DROP_FILE = "delete from quarters.file where id = :id and run = :run and " + IN;

    private final JdbcClient database;

    JdbcRuns(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    private StatementSpec acting(String sql) {
        return within(sql).param("actor", Scope.required().actor());
    }

    /** Whether there was none of the plan, year and quarter there. */
    boolean add(UUID id, String path, Quarter quarter, Instant at) {
        return database.sql(ADD)
                        .param("id", id)
                        .param("path", path)
                        .param("plan", quarter.plan())
                        .param("year", quarter.year())
                        .param("quarter", quarter.quarter())
                        .param("actor", Scope.required().actor())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Run> one(UUID id) {
        return within(ONE).param("id", id).query((row, _) -> run(row)).optional();
    }

    /** The same, for this transaction alone until it ends. */
    Optional<Run> lock(UUID id) {
        return within(LOCK).param("id", id).query((row, _) -> run(row)).optional();
    }

    List<Run> all(int max) {
        return within(ALL).param("max", max).query((row, _) -> run(row)).list();
    }

    /** Those of the year at the office, up to the quarter. */
    List<Run> ofYear(String path, Quarter upTo) {
        return at(OF_YEAR, path, upTo).list();
    }

    Optional<Run> of(String path, Quarter quarter) {
        return at(OF_QUARTER, path, quarter).optional();
    }

    /** The last that was opened of the year of the quarter, whichever that is. */
    Optional<Run> lastOfYear(String path, Quarter quarter) {
        return within(LAST_OF_YEAR)
                .param("path", path)
                .param("plan", quarter.plan())
                .param("year", quarter.year())
                .query((row, _) -> run(row))
                .optional();
    }

    private JdbcClient.MappedQuerySpec<Run> at(String sql, String path, Quarter quarter) {
        return within(sql)
                .param("path", path)
                .param("plan", quarter.plan())
                .param("year", quarter.year())
                .param("quarter", quarter.quarter())
                .query((row, _) -> run(row));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("path"),
                new Quarter(row.getString("plan"), row.getInt("year"), row.getInt("quarter")),
                State.valueOf(row.getString("state")),
                row.getInt("trial"),
                Optional.ofNullable(row.getString("proposed_by")),
                Optional.ofNullable(row.getString("confirmed_by")),
                Optional.ofNullable(row.getObject("confirmed_on", LocalDate.class)));
    }

    /** The number of the trial that was begun; empty where the figures stand already. */
    Optional<Integer> begin(UUID id) {
        return within(TRY).param("id", id).query(Integer.class).optional();
    }

    /** Whether it stood there with the trial, and goes on. */
    boolean step(Run run, State from, State to) {
        return within(STEP)
                        .param("id", run.id())
                        .param("trial", run.trial())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Whether its figures did not stand yet: files may come and go. */
    boolean reopen(UUID id) {
        return within(UNSETTLE).param("id", id).update() == 1;
    }

    boolean propose(UUID id, int trial) {
        return acting(PROPOSE).param("id", id).param("trial", trial).update() == 1;
    }

    /** Whether another had proposed it with this trial. */
    boolean confirm(UUID id, int trial, LocalDate day) {
        return acting(CONFIRM)
                        .param("id", id)
                        .param("trial", trial)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Whether it was not there before. */
    boolean add(Run run, UUID id, Kind kind, Staged staged, Instant at) {
        return acting(ADD_FILE)
                        .param("id", id)
                        .param("run", run.id())
                        .param("path", run.path())
                        .param("kind", kind.name())
                        .param("rows", staged.rows())
                        .param("bytes", staged.bytes())
                        .param("sha256", staged.sha256())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** What came of a file. */
    record Staged(long rows, long bytes, String sha256) {}

    List<FeedFile> files(UUID run) {
        return within(FILES)
                .param("run", run)
                .query((row, _) -> new FeedFile(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("place"),
                        row.getLong("rows"),
                        row.getLong("bytes"),
                        row.getString("sha256")))
                .list();
    }

    boolean drop(UUID run, UUID file) {
        return within(DROP_FILE).param("run", run).param("id", file).update() == 1;
    }
}
