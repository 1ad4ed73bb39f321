package org.huzhu.quarters.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.PaidTo;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.checks.Check.Otherwise;
import org.huzhu.quarters.checks.QuarterChecks.Draw;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Checks, drawn from the lines of a trial. */
@Repository
class JdbcChecks {

    private static final String IN = " path <@ any(:reach::ltree[]) ";

    /** A check has the id of its line: what is sealed in one opens in the other. */
    private static final String DRAW = """
            insert into quarters.verification
                (id, run, path, plan, year, quarter, person, payee, card_end, due_fen, drawn_by, drawn_at)
            select id, run, path, plan, year, quarter, person, payee, card_end, due_fen, :actor, :at
            from quarters.line
            where run = :run and trial = :trial and due_fen > 0
              and (due_fen >= :from or :one_in > 0
                   and mod(abs(hashtextextended(person, 0) % 1000000007), greatest(:one_in, 1)) = 0)
              and
            """ + IN + " on conflict (run, person) do nothing";

    private static final String SELECT = """
            select id, run, path::text as path, plan, year, quarter, payee, card_end, due_fen, state, said,
                   otherwise, otherwise_said, otherwise_by
            from quarters.verification where
            """ + IN;

    private static final String ONE = SELECT + " and id = :id";
    private static final String LOCKED = ONE + " for update";
    private static final String WAITING = SELECT
            + " and state = 'OPEN' and otherwise is null order by year, quarter, path, due_fen desc, id limit :max";
    private static final String OPEN = SELECT
            + " and run = :run and (state <> 'FIT' or otherwise is not null)"
            + " order by otherwise nulls last, state desc, path, id limit :max";

    /** In an order: whoever answers for some of the same people waits, and does not lock the other out. */
    private static final String OF_RUN = SELECT + " and run = :run and id = any(:ids::uuid[]) order by id for update";

    private static final String FIT = """
            update quarters.verification set state = 'FIT', answered_by = :actor, answered_at = :at
            where id = any(:ids::uuid[]) and state = 'OPEN' and otherwise is null and
            """ + IN;

    private static final String COUNT = """
            select state, count(*) as persons from quarters.verification where run = :run and
            """ + IN + " group by state";

    private static final String ANSWER = """
            update quarters.verification
            set state = :state, said = :said, answered_by = :actor, answered_at = :at
            where id = :id and (state = 'OPEN' or :again) and
            """ + IN;

    /** Whoever confirms changes this row: one of both waits for the other. */
    private static final String RUN =
            "select state, trial, quarter from quarters.run where id = :run and " + IN + " for share";

    private static final String DRAW_ONE = """
            insert into quarters.verification
                (id, run, path, plan, year, quarter, person, payee, card_end, due_fen, drawn_by, drawn_at)
            select id, run, path, plan, year, quarter, person, payee, card_end, due_fen, :actor, :at
            from quarters.line where run = :run and person = :person and stands and due_fen > 0 and
            """ + IN + " on conflict (run, person) do nothing";

    private static final String OF_PERSON =
            "select id from quarters.verification where run = :run and person = :person and " + IN;

    private static final String SAY = """
            update quarters.verification
            set otherwise = :state, otherwise_said = :said, otherwise_by = :actor, otherwise_at = :at
            where id = :id and otherwise is null and state <> :state and
            """ + IN;

    private static final String CONFIRM = """
            update quarters.verification
            set state = otherwise, said = otherwise_said, answered_by = otherwise_by, answered_at = otherwise_at,
                confirmed_by = :actor,
                otherwise = null, otherwise_said = null, otherwise_by = null, otherwise_at = null
            where id = :id and otherwise = :state and
            """ + IN;

    /** Who was not drawn before was found to be entitled now. */
    private static final String DECLINE = """
            update quarters.verification
            set state = case state when 'OPEN' then 'FIT' else state end,
                answered_by = coalesce(answered_by, :actor), answered_at = coalesce(answered_at, :at),
                otherwise = null, otherwise_said = null, otherwise_by = null, otherwise_at = null
            where id = :id and otherwise = :state and
            """ + IN;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcChecks(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Who is checked, to be sealed again when keys change. */
    @Bean
    static SealedColumn checkedPayees(JdbcClient database) {
        return SealedColumn.of(database, Field.CARD, "quarters.verification", "id", "payee");
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    private StatementSpec acting(String sql, Instant at) {
        return within(sql).param("actor", Scope.required().actor()).param("at", Timestamp.from(at));
    }

    /** How far a run has come, held until the transaction ends. */
    record At(String state, int trial, int quarter) {

        /** Above the ceiling, for the whole year. */
        boolean isYearly() {
            return quarter >= Quarter.YEARLY;
        }

        boolean isSettled() {
            return state.equals("CONFIRMED") || state.equals("PAID") || state.equals("CLOSED");
        }

        boolean isTried() {
            return state.equals("TRIED") || state.equals("COMPARED");
        }
    }

    Optional<At> run(UUID run) {
        return within(RUN)
                .param("run", run)
                .query((row, _) -> new At(row.getString("state"), row.getInt("trial"), row.getInt("quarter")))
                .optional();
    }

    int draw(UUID run, int trial, Draw draw, Instant at) {
        return acting(DRAW, at)
                .param("run", run)
                .param("trial", trial)
                .param("from", draw.from().map(Money::fen).orElse(Long.MAX_VALUE))
                .param("one_in", draw.oneIn())
                .update();
    }

    Optional<Check> one(UUID id) {
        return within(ONE).param("id", id).query((row, _) -> check(row)).optional();
    }

    /** The same, which nobody else changes until the transaction ends. */
    Optional<Check> locked(UUID id) {
        return within(LOCKED).param("id", id).query((row, _) -> check(row)).optional();
    }

    List<Check> waiting(int max) {
        return within(WAITING).param("max", max).query((row, _) -> check(row)).list();
    }

    List<Check> open(UUID run, int max) {
        return within(OPEN)
                .param("run", run)
                .param("max", max)
                .query((row, _) -> check(row))
                .list();
    }

    Map<Check.State, Integer> count(UUID run) {
        Map<Check.State, Integer> counts = new EnumMap<>(Check.State.class);
        within(COUNT)
                .param("run", run)
                .query((row, _) -> counts.put(Check.State.valueOf(row.getString("state")), row.getInt("persons")))
                .list();
        return counts;
    }

    /** Whether it was answered: not, where it was before and may not be again. */
    boolean answer(UUID id, Check.State state, String said, boolean again, Instant at) {
        return acting(ANSWER, at)
                        .param("id", id)
                        .param("state", state.name())
                        .param("said", said)
                        .param("again", again)
                        .update()
                == 1;
    }

    List<Check> locked(UUID run, Collection<UUID> ids) {
        return within(OF_RUN)
                .param("run", run)
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query((row, _) -> check(row))
                .list();
    }

    void fit(Collection<UUID> ids, Instant at) {
        acting(FIT, at).param("ids", new SqlArrayValue("uuid", ids.toArray())).update();
    }

    /**
     * The check of somebody to whom the run gave something, drawn where he was not; empty where it gave him nothing.
     */
    Optional<UUID> ofPerson(UUID run, IdNumber number, Instant at) {
        String person = Digests.hex(secrets.index(Field.ID_NUMBER, number.text()));
        acting(DRAW_ONE, at).param("run", run).param("person", person).update();
        return within(OF_PERSON)
                .param("run", run)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    /** Whether it was another state, and nothing else was said. */
    boolean say(UUID id, Check.State state, String said, Instant at) {
        return acting(SAY, at)
                        .param("id", id)
                        .param("state", state.name())
                        .param("said", said)
                        .update()
                == 1;
    }

    void confirm(UUID id, Check.State state) {
        within(CONFIRM)
                .param("id", id)
                .param("state", state.name())
                .param("actor", Scope.required().actor())
                .update();
    }

    void decline(UUID id, Check.State state, Instant at) {
        acting(DECLINE, at).param("id", id).param("state", state.name()).update();
    }

    private Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getObject("id", UUID.class),
                row.getObject("run", UUID.class),
                row.getString("path"),
                row.getString("plan"),
                row.getInt("year"),
                row.getInt("quarter"),
                PaidTo.of(secrets.open(Field.CARD, row.getObject("id", UUID.class), row.getBytes("payee")))
                        .name(),
                row.getString("card_end"),
                Money.ofFen(row.getLong("due_fen")),
                Check.State.valueOf(row.getString("state")),
                row.getString("said"),
                otherwise(row));
    }

    private static Optional<Otherwise> otherwise(ResultSet row) throws SQLException {
        String state = row.getString("otherwise");
        String said = row.getString("otherwise_said");
        String by = row.getString("otherwise_by");
        return Optional.ofNullable(state)
                .map(Check.State::valueOf)
                .map(found -> new Otherwise(found == Check.State.FIT, said, by));
    }
}
