package org.huzhu.quarters.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.checks.QuarterChecks.Draw;
import org.huzhu.quarters.checks.QuarterChecks.Paid;
import org.huzhu.quarters.checks.QuarterChecks.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Checks, and the lines that they were drawn from. */
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
            select id, run, path::text as path, plan, year, quarter, payee, card_end, due_fen, state, said
            from quarters.verification where
            """ + IN;

    private static final String ONE = SELECT + " and id = :id";
    private static final String WAITING =
            SELECT + " and state = 'OPEN' order by year, quarter, path, due_fen desc, id limit :max";
    private static final String OPEN =
            SELECT + " and run = :run and state <> 'FIT' order by state desc, path, id limit :max";

    private static final String COUNT = """
            select state, count(*) as persons from quarters.verification where run = :run and
            """ + IN + " group by state";

    private static final String ANSWER = """
            update quarters.verification
            set state = :state, said = :said, answered_by = :actor, answered_at = :at, is_again = state <> 'OPEN'
            where id = :id and (state = 'OPEN' or :again) and
            """ + IN;

    /** Whoever confirms changes this row: one of both waits for the other. */
    private static final String RUN = "select state, trial from quarters.run where id = :run and " + IN + " for share";

    private static final String UNFIT = """
            select person from quarters.verification where run = any(:runs::uuid[]) and state = 'UNFIT' and
            """ + IN;

    private static final String UNDONE = """
            select count(*) from quarters.verification
            where run = :run
              and (state = 'OPEN' or (state = 'UNFIT' or is_again) and answered_at >= (
                       select t.asked_at from quarters.trial t
                       where t.run = :run and t.number = :trial and t.path <@ any(:reach::ltree[])))
              and
            """ + IN;

    private static final String PARTS =
            """
            select run, plan, year, quarter, count(*) as persons, count(paid_on) as reached, sum(due_fen)::bigint as fen
            from quarters.line where stands and due_fen > 0 and
            """ + IN + " group by run, plan, year, quarter order by year desc, quarter desc, plan";

    private static final String LIST = """
            select id, agency, payee, card_end, due_fen, paid_on from quarters.line
            where (cast(:run as uuid) is null or run = cast(:run as uuid)) and stands and due_fen > 0 and
            """ + IN + " order by year desc, quarter desc, plan, path, id";

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

    /** How far a run has come, held until the transaction ends. */
    record At(String state, int trial) {

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
                .query((row, _) -> new At(row.getString("state"), row.getInt("trial")))
                .optional();
    }

    int draw(UUID run, int trial, Draw draw, Instant at) {
        return within(DRAW)
                .param("run", run)
                .param("trial", trial)
                .param("from", draw.from().map(Money::fen).orElse(Long.MAX_VALUE))
                .param("one_in", draw.oneIn())
                .param("actor", Scope.required().actor())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Check> one(UUID id) {
        return within(ONE).param("id", id).query((row, _) -> check(row)).optional();
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
        return within(ANSWER)
                        .param("id", id)
                        .param("state", state.name())
                        .param("said", said)
                        .param("again", again)
                        .param("actor", Scope.required().actor())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Set<String> unfit(Collection<UUID> runs) {
        return new HashSet<>(within(UNFIT)
                .param("runs", new SqlArrayValue("uuid", runs.toArray()))
                .query(String.class)
                .list());
    }

    boolean isDone(UUID run, int trial) {
        return within(UNDONE)
                        .param("run", run)
                        .param("trial", trial)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    List<Part> parts() {
        return within(PARTS)
                .query((row, _) -> new Part(
                        row.getObject("run", UUID.class),
                        row.getString("plan"),
                        row.getInt("year"),
                        row.getInt("quarter"),
                        row.getInt("persons"),
                        row.getInt("reached"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    void list(Optional<UUID> run, Consumer<Paid> taker) {
        try (Stream<Paid> all = within(LIST)
                .param("run", run.orElse(null), java.sql.Types.OTHER)
                .query((row, _) -> new Paid(
                        row.getString("agency"),
                        name(row),
                        row.getString("card_end"),
                        Money.ofFen(row.getLong("due_fen")),
                        Optional.ofNullable(row.getObject("paid_on", LocalDate.class))))
                .stream()) {
            all.forEach(taker);
        }
    }

    /** What is sealed begins with the name; a tab stands behind it. */
    private String name(ResultSet row) throws SQLException {
        String payee = secrets.open(Field.CARD, row.getObject("id", UUID.class), row.getBytes("payee"));
        return payee.substring(0, payee.indexOf('\t'));
    }

    private Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getObject("id", UUID.class),
                row.getObject("run", UUID.class),
                row.getString("path"),
                row.getString("plan"),
                row.getInt("year"),
                row.getInt("quarter"),
                name(row),
                row.getString("card_end"),
                Money.ofFen(row.getLong("due_fen")),
                Check.State.valueOf(row.getString("state")),
                row.getString("said"));
    }
}
