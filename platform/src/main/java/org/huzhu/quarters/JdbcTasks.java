package org.huzhu.quarters;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.quarters.Trial.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Work that one process at a time does. */
@Repository
class JdbcTasks {

    /** How long work is held without a sign of whoever is at it. */
    static final Duration HELD = Duration.ofMinutes(1);

    private static final String ADD = """
            insert into quarters.task (id, run, path, kind, number)
            values (:id, :run, cast(:path as ltree), :kind, :number)
            """;

    private static final String TAKE = """
            update quarters.task t set epoch = epoch + 1, until = :until
            where t.id = (select w.id from quarters.task w
                          where w.state = 'WAITING' and (w.until is null or w.until < :now)
                            and w.path <@ any(:reach::ltree[])
                          order by w.kind desc, w.id limit 1 for update skip locked)
              and t.path <@ any(:reach::ltree[])
            returning t.id, t.run, t.kind, t.number, t.epoch
            """;

    private static final String SIGN = """
            update quarters.task set until = :until, stage = :stage, done = :done, total = :total
            where id = :id and state = 'WAITING' and epoch = :epoch and
            """ + JdbcRuns.IN;

    private static final String FINISH = """
            update quarters.task set state = 'DONE'
            where id = :id and state = 'WAITING' and epoch = :epoch and
            """ + JdbcRuns.IN;

    private static final String PROGRESS = """
            select stage, done, total from quarters.task where run = :run and kind = 'TRIAL' and number = :number and
            """ + JdbcRuns.IN;

    private static final String LEFT = """
            select count(*) from quarters.task where run = :run and kind = 'OWE' and state = 'WAITING' and
            """ + JdbcRuns.IN;

    private final JdbcClient database;

    JdbcTasks(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /**
     * Work in hand.
     *
     * @param number of the trial, or of the part
     * @param epoch whoever has a later one has taken it over
     */
    record Task(UUID id, UUID run, Kind kind, int number, long epoch) {

        /** What is done. Names are stored: never rename one. */
        enum Kind {
            TRIAL,
            OWE
        }
    }

    void add(UUID id, Run run, Task.Kind kind, int number) {
        database.sql(ADD)
                .param("id", id)
                .param("run", run.id())
                .param("path", run.path())
                .param("kind", kind.name())
                .param("number", number)
                .update();
    }

    /** Takes what nobody is at. */
    Optional<Task> take(Instant now) {
        return within(TAKE)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(HELD)))
                .query((row, _) -> new Task(
                        row.getObject("id", UUID.class),
                        row.getObject("run", UUID.class),
                        Task.Kind.valueOf(row.getString("kind")),
                        row.getInt("number"),
                        row.getLong("epoch")))
                .optional();
    }

    /** Says how far it has come; whether it is still ours. */
    boolean sign(Task task, Progress progress, Instant now) {
        return within(SIGN)
                        .param("id", task.id())
                        .param("epoch", task.epoch())
                        .param("until", Timestamp.from(now.plus(HELD)))
                        .param("stage", progress.stage())
                        .param("done", progress.done())
                        .param("total", progress.total())
                        .update()
                == 1;
    }

    /** Ends it with the transaction at hand; whether it is still ours. */
    boolean finish(Task task) {
        return within(FINISH)
                        .param("id", task.id())
                        .param("epoch", task.epoch())
                        .update()
                == 1;
    }

    Optional<Progress> progress(UUID run, int trial) {
        return within(PROGRESS)
                .param("run", run)
                .param("number", trial)
                .query((row, _) -> new Progress(row.getString("stage"), row.getLong("done"), row.getLong("total")))
                .optional();
    }

    /** How many parts are not owed yet. */
    int left(UUID run) {
        return within(LEFT).param("run", run).query(Integer.class).single();
    }
}
