package org.huzhu.quarters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.ManyRows;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Comparison.Share;
import org.huzhu.quarters.Trying.ListedPayment;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What each person is due by a trial. */
@Repository
class JdbcLines {

    private static final int AT_ONCE = 5_000;

    private static final String FORGET =
            "delete from quarters.line where run = :run and trial < :trial and " + JdbcRuns.IN;

    private static final String SELECT = """
            select id, plan, year, quarter, path::text as path, member, key, agency, payee, card_end, outpatient_fen,
                   inpatient_fen, stays, entitled_fen, before_fen, due_fen, paid_on, above
            from quarters.line where
            """;

    private static final String OF_PART =
            SELECT + JdbcRuns.IN + " and run = :run and trial = :trial and part = :part and not stands order by id";

    private static final String LARGEST =
            SELECT + JdbcRuns.IN + " and run = :run and trial = :trial order by due_fen desc, id limit :max";

    private static final String BY_ID = SELECT + JdbcRuns.IN + " and id = any(:ids::uuid[])";

    private static final String OWN =
            SELECT + " member = :member and stands order by year desc, quarter desc, id limit :max";

    private static final String PARTS = """
            select distinct part from quarters.line where run = :run and trial = :trial and
            """ + JdbcRuns.IN + " order by part";

    private static final String STAND = """
            update quarters.line set stands = true where run = :run and trial = :trial and part = :part and
            """ + JdbcRuns.IN;

    private static final String PAID = """
            update quarters.line set paid_on = :day where id = any(:ids::uuid[]) and stands and
            """ + JdbcRuns.IN;

    private static final String BY_AGENCY = """
            select agency, count(*) as persons, sum(due_fen)::bigint as fen from quarters.line
            where run = :run and trial = :trial and due_fen > 0 and
            """ + JdbcRuns.IN + " group by agency order by agency";

    private static final String BY_SIZE = """
            select width_bucket(due_fen, cast(:limits as bigint[])) as size, count(*) as persons,
                   sum(due_fen)::bigint as fen
            from quarters.line where run = :run and trial = :trial and due_fen > 0 and
            """ + JdbcRuns.IN + " group by 1 order by 1";

    private static final String UNPAYABLE = """
            select count(*) from quarters.line where run = :run and trial = :trial and due_fen > 0 and not payable and
            """ + JdbcRuns.IN;

    private static final String BEGIN_AGAIN = """
            update quarters.run r set state = 'CONFIRMED'
            where r.state in ('PAID', 'CLOSED') and r.path <@ any(:reach::ltree[])
              and r.id in (select l.run from quarters.line l
                           where l.id = any(:ids::uuid[]) and l.path <@ any(:reach::ltree[]))
            """;

    private static final String IS_PAID = """
            update quarters.run r set state = 'PAID'
            where r.state = 'CONFIRMED' and r.path <@ any(:reach::ltree[])
              and r.id in (select l.run from quarters.line l
                           where l.id = any(:ids::uuid[]) and l.path <@ any(:reach::ltree[]))
              and not exists (select from quarters.line o where o.run = r.id and o.due_fen > 0 and o.paid_on is null
                              and o.path <@ any(:reach::ltree[]))
            """;

    private final JdbcClient database;
    private final JdbcOperations rows;
    private final Secrets secrets;

    JdbcLines(JdbcClient database, JdbcOperations rows, Secrets secrets) {
        this.database = database;
        this.rows = rows;
        this.secrets = secrets;
    }

    /** Who is paid, to be sealed again when keys change. */
    @Bean
    static SealedColumn quarterPayees(JdbcClient database) {
        return SealedColumn.of(database, Field.CARD, "quarters.line", "id", "payee");
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    private StatementSpec ofTrial(String sql, UUID run, int trial) {
        return within(sql).param("run", run).param("trial", trial);
    }

    /**
     * A line as it is kept.
     *
     * @param path the organisation whose staff sees it
     * @param key of what is owed for it
     */
    record Placed(QuarterLine line, String path, String key, PaidTo to) {}

    /** A line to be kept. */
    record Fresh(
            UUID id,
            String path,
            Optional<UUID> member,
            String person,
            PaidTo to,
            List<QuarterLine.Stay> stays,
            ListedPayment listed) {

        /** So many parts, each about as large as the others. */
        int part(int parts) {
            return Math.floorMod(person.hashCode(), parts);
        }
    }

    void add(Run run, int trial, List<Fresh> lines) {
        rows.execute((ConnectionCallback<Boolean>) connection -> {
            table(run, trial).add(connection, lines, AT_ONCE);
            return true;
        });
    }

    private ManyRows<Fresh> table(Run run, int trial) {
        return ManyRows.<Fresh>of("quarters.line")
                .column("id", "uuid", Fresh::id)
                .column("run", "uuid", _ -> run.id())
                .column("trial", "integer", _ -> trial)
                .column("path", "ltree", Fresh::path)
                .column("plan", "text", _ -> run.quarter().plan())
                .column("year", "smallint", _ -> (short) run.quarter().year())
                .column("quarter", "smallint", _ -> (short) run.quarter().quarter())
                .column("member", "uuid", line -> line.member().orElse(null))
                .column("person", "text", Fresh::person)
                .column("key", "text", line -> key(run, line.person()))
                .column("part", "smallint", line -> (short) line.part(Trying.PARTS))
                .column("agency", "text", line -> line.listed().agency())
                .column(
                        "payee",
                        "bytea",
                        line -> secrets.seal(Field.CARD, line.id(), line.to().text()))
                .column("card_end", "text", line -> line.to().cardEnd())
                .column("payable", "boolean", line -> Owes.payee(line.to()).isPresent())
                .column("outpatient_fen", "bigint", line -> line.listed().outpatient())
                .column("inpatient_fen", "bigint", line -> line.listed().inpatient())
                .column("stays", "text", line -> QuarterLine.Stay.text(line.stays()))
                .column(
                        "above",
                        "text",
                        line -> line.listed()
                                .above()
                                .map(QuarterLine.Above::text)
                                .orElse(""))
                .column("entitled_fen", "bigint", line -> line.listed().entitled())
                .column("before_fen", "bigint", line -> line.listed().before())
                .column("due_fen", "bigint", line -> line.listed().due());
    }

    /** A person has one for a quarter of a plan at an office. */
    private static String key(Run run, String person) {
        Quarter quarter = run.quarter();
        return "Q:%s:%s:%d:%d:%s".formatted(run.path(), quarter.plan(), quarter.year(), quarter.quarter(), person);
    }

    /** Forgets what earlier trials came to. */
    void forget(UUID run, int before) {
        ofTrial(FORGET, run, before).update();
    }

    List<Integer> parts(UUID run, int trial) {
        return ofTrial(PARTS, run, trial).query((row, _) -> row.getInt("part")).list();
    }

    List<Placed> ofPart(UUID run, int trial, int part) {
        return ofTrial(OF_PART, run, trial)
                .param("part", part)
                .query((row, _) -> placed(row))
                .list();
    }

    void stand(UUID run, int trial, int part) {
        ofTrial(STAND, run, trial).param("part", part).update();
    }

    List<QuarterLine> largest(UUID run, int trial, int max) {
        return ofTrial(LARGEST, run, trial)
                .param("max", max)
                .query((row, _) -> placed(row).line())
                .list();
    }

    List<Placed> byId(Collection<UUID> ids) {
        return within(BY_ID)
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query((row, _) -> placed(row))
                .list();
    }

    /** Those of a member that stand, the latest first. */
    List<Placed> own(UUID member, int max) {
        return database.sql(OWN)
                .param("member", member)
                .param("max", max)
                .query((row, _) -> placed(row))
                .list();
    }

    /** Notes when they reached their cards; null where they came back. */
    void paid(Collection<UUID> ids, @org.jspecify.annotations.Nullable LocalDate day) {
        within(PAID)
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .param("day", day, java.sql.Types.DATE)
                .update();
    }

    /** Ends the runs of which these were the last that had not reached their cards. */
    void endOf(Collection<UUID> ids) {
        within(IS_PAID).param("ids", new SqlArrayValue("uuid", ids.toArray())).update();
    }

    /** What came back later is paid again: their runs are not at their end. */
    void beginAgain(Collection<UUID> ids) {
        within(BEGIN_AGAIN)
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .update();
    }

    List<Share> byAgency(UUID run, int trial) {
        return ofTrial(BY_AGENCY, run, trial)
                .query((row, _) ->
                        new Share(row.getString("agency"), row.getInt("persons"), Money.ofFen(row.getLong("fen"))))
                .list();
    }

    /** How many are due something that no bank would take. */
    long unpayable(UUID run, int trial) {
        return ofTrial(UNPAYABLE, run, trial).query(Long.class).single();
    }

    /** By size: the name is how many of the limits, in fen, the sum reaches. */
    List<Share> bySize(UUID run, int trial, List<Long> limits) {
        return ofTrial(BY_SIZE, run, trial)
                .param("limits", new SqlArrayValue("bigint", limits.toArray()))
                .query((row, _) ->
                        new Share(row.getString("size"), row.getInt("persons"), Money.ofFen(row.getLong("fen"))))
                .list();
    }

    private Placed placed(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PaidTo to = PaidTo.of(secrets.open(Field.CARD, id, row.getBytes("payee")));
        QuarterLine line = new QuarterLine(
                id,
                new Quarter(row.getString("plan"), row.getInt("year"), row.getInt("quarter")),
                Optional.ofNullable(row.getObject("member", UUID.class)),
                row.getString("agency"),
                to.name(),
                row.getString("card_end"),
                Money.ofFen(row.getLong("outpatient_fen")),
                Money.ofFen(row.getLong("inpatient_fen")),
                QuarterLine.Stay.of(row.getString("stays")),
                Money.ofFen(row.getLong("entitled_fen")),
                Money.ofFen(row.getLong("before_fen")),
                Money.ofFen(row.getLong("due_fen")),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                QuarterLine.Above.of(row.getString("above")));
        return new Placed(line, row.getString("path"), row.getString("key"), to);
    }
}
