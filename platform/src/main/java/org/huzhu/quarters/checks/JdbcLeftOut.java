package org.huzhu.quarters.checks;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Whom trials leave out: as it is now, and as it was noted with a trial. */
@Repository
class JdbcLeftOut {

    private static final String NOW = """
            select distinct person from quarters.verification
            where run = any(:runs::uuid[]) and state = 'UNFIT' and path <@ any(:reach::ltree[])
            """;

    private static final String NOTE = """
            update quarters.trial set left_out = cast(:persons as text[])
            where run = :run and left_out is null and path <@ any(:reach::ltree[])
              and number = (select trial from quarters.run where id = :run and path <@ any(:reach::ltree[]))
            """;

    private static final String NOTED = """
            select unnest(t.left_out) from quarters.run r join quarters.trial t on t.run = r.id and t.number = r.trial
            where r.id = :run and r.path <@ any(:reach::ltree[]) and t.path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    JdbcLeftOut(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /** Who is not entitled now, of these runs. */
    Set<String> now(Collection<UUID> runs) {
        return new HashSet<>(within(NOW)
                .param("runs", new SqlArrayValue("uuid", runs.toArray()))
                .query(String.class)
                .list());
    }

    /** Notes it with the last trial of the run, where nothing is noted yet. */
    void note(UUID run, Collection<String> persons) {
        within(NOTE)
                .param("run", run)
                .param(
                        "persons",
                        new SqlArrayValue("text", persons.stream().sorted().toArray()))
                .update();
    }

    /** What is noted with the last trial of the run. */
    Set<String> noted(UUID run) {
        return new HashSet<>(within(NOTED).param("run", run).query(String.class).list());
    }
}
