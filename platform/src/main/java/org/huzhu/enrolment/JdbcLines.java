package org.huzhu.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huzhu.database.ManyRows;
import org.huzhu.enrolment.Entry.Verdict.Proposed;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.PlanSum;
import org.huzhu.enrolment.Look.Row;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The rows of rosters, and what each will become. */
@Repository
class JdbcLines {

    private static final String OF_BATCH = " batch = :batch and " + Reach.IN;

    private static final String CLEAR_LINES = "delete from enrolment.line where part >= :part and" + OF_BATCH;

    private static final String CLEAR_PROPOSALS = "delete from enrolment.proposal where part >= :part and" + OF_BATCH;

    private static final String REPLACE_WRONG =
            "update enrolment.line set replaced = true where kind = 'WRONG' and part < :part and" + OF_BATCH;

    private static final String COUNTS = """
            select kind, replaced, count(*) as count from enrolment.line where
            """ + OF_BATCH + " group by kind, replaced";

    private static final String SUMS = """
            select plan, count(*)::int as heads, sum(units)::int as units, sum(fen)::bigint as fen
            from enrolment.proposal where
            """ + OF_BATCH + " group by plan order by plan";

    private static final String ROWS = """
            select part, row, name, kind, troubles from enrolment.line
            where kind = :kind and not replaced and
            """ + OF_BATCH + " order by part, row limit :max offset :after";

    private static final String TROUBLES_OF_PART = """
            select row, troubles from enrolment.line
            where kind = 'WRONG' and part = :part and
            """ + OF_BATCH + " order by row";

    private static final String PERSONS = """
            select person, part, row from enrolment.line
            where kind in ('NEW', 'RENEWED', 'CHANGED') and part between 1 and :part - 1 and
            """ + OF_BATCH;

    private static final String NAMED = """
            select person from enrolment.line
            where part = :part and kind = any(:kinds) and person is not null and
            """ + OF_BATCH;

    /** The rows of persons in a part and those before it; by a list, since the table has no index of persons. */
    private static final String SUPERSEDED = """
             in (select l.part, l.row from enrolment.line l
                 where l.batch = :batch and l.part <= :upTo and l.person = any(:persons::uuid[])
                   and l.path <@ any(:reach::ltree[])) and
            """;

    private static final String STRIKE_PROPOSALS =
            "delete from enrolment.proposal where (part, row)" + SUPERSEDED + OF_BATCH;

    private static final String STRIKE_LINES =
            "update enrolment.line set kind = 'LEFT', replaced = true where (part, row)" + SUPERSEDED + OF_BATCH;

    /** Where a plan wants the same for all, what is more than most take is void. */
    private static final String LEVEL = """
            update enrolment.proposal set units = :units, fen = fen / units * :units
            where plan = :plan and units > :units and
            """ + OF_BATCH;

    private static final String UNITS = """
            select units, count(*)::int as count from enrolment.proposal where plan = :plan and
            """ + OF_BATCH + " group by units order by count(*) desc, units";

    private final JdbcClient database;
    private final JdbcOperations rows;

    JdbcLines(JdbcClient database, JdbcOperations rows) {
        this.database = database;
        this.rows = rows;
    }

    private record Proposal(Entry entry, PlanCheck plan, Proposed proposed) {}

    /** Adds rows of a part of the batch. */
    void add(Batch batch, int part, List<Entry> entries) {
        List<Proposal> all = entries.stream()
                .flatMap(entry -> entry.proposed().entrySet().stream()
                        .map(each -> new Proposal(entry, each.getKey(), each.getValue())))
                .toList();
        rows.execute((ConnectionCallback<@Nullable Void>) connection -> {
            lines(batch, part).add(connection, entries);
            proposals(batch, part).add(connection, all);
            return null;
        });
    }

    private static ManyRows<Entry> lines(Batch batch, int part) {
        return ManyRows.<Entry>of("enrolment.line")
                .column("batch", "uuid", _ -> batch.id())
                .column("part", "smallint", _ -> part)
                .column("row", "integer", Entry::row)
                .column("path", "ltree", _ -> batch.path())
                .column("name", "text", Entry::name)
                .column("person", "uuid", entry -> entry.person().orElse(null))
                .column("member", "uuid", entry -> entry.member().orElse(null))
                .column("newcomer", "boolean", entry -> entry.newcomer().isPresent())
                .column("kind", "text", entry -> entry.kind().name())
                .column("troubles", "text", entry -> flat(entry.troubles()));
    }

    private static ManyRows<Proposal> proposals(Batch batch, int part) {
        return ManyRows.<Proposal>of("enrolment.proposal")
                .column("batch", "uuid", _ -> batch.id())
                .column("part", "smallint", _ -> part)
                .column("row", "integer", each -> each.entry().row())
                .column("plan", "text", each -> each.plan().name())
                .column("path", "ltree", _ -> batch.path())
                .column("person", "uuid", each -> each.entry().person().orElseThrow())
                .column("member", "uuid", each -> each.entry().member().orElseThrow())
                .column("kind", "text", each -> each.proposed().kind().name())
                .column("version", "text", each -> each.plan().plan().id().version())
                .column("from_on", "date", each -> each.proposed().span().from())
                .column("until_on", "date", each -> each.proposed().span().until())
                .column("with_unit", "boolean", each -> each.proposed().endsWithUnit())
                .column("since_on", "date", each -> each.proposed().since())
                .column(
                        "prior_until",
                        "date",
                        each -> each.proposed().priorUntil().orElse(null))
                .column(
                        "waits_until",
                        "date",
                        each -> each.proposed().waitsUntil().orElse(null))
                .column("units", "integer", each -> each.proposed().units())
                .column("insured", "text", each -> each.entry().insured().orElse(null))
                .column(
                        "occupation",
                        "text",
                        each -> each.entry().offered().occupation().name())
                .column("category", "text", each -> each.proposed().category().name())
                .column("fen", "bigint", each -> each.proposed().contribution().fen());
    }

    /** Forgets the rows of the part and of later ones. */
    void clear(UUID batch, int part) {
        of(CLEAR_PROPOSALS, batch).param("part", part).update();
        of(CLEAR_LINES, batch).param("part", part).update();
    }

    /** The rows that are wrong in earlier parts are those that this part is for. */
    void replaceWrong(UUID batch, int part) {
        of(REPLACE_WRONG, batch).param("part", part).update();
    }

    /**
     * Strikes from earlier parts whom the last one names otherwise: he leaves, or takes part otherwise than the list of
     * last term says.
     */
    void strike(Batch batch) {
        int part = batch.parts();
        strike(batch.id(), part - 1, named(batch.id(), part, Kind.LEFT));
        if (batch.renews()) {
            strike(batch.id(), 0, named(batch.id(), part, Kind.NEW, Kind.RENEWED, Kind.CHANGED));
        }
    }

    private List<UUID> named(UUID batch, int part, Kind... kinds) {
        return of(NAMED, batch)
                .param("part", part)
                .param(
                        "kinds",
                        new SqlArrayValue(
                                "text", Arrays.stream(kinds).map(Kind::name).toArray()))
                .query((row, _) -> row.getObject("person", UUID.class))
                .list();
    }

    private void strike(UUID batch, int upTo, List<UUID> persons) {
        if (!persons.isEmpty()) {
            SqlArrayValue all = new SqlArrayValue("uuid", persons.toArray());
            of(STRIKE_PROPOSALS, batch)
                    .param("upTo", upTo)
                    .param("persons", all)
                    .update();
            of(STRIKE_LINES, batch).param("upTo", upTo).param("persons", all).update();
        }
    }

    /** How many rows there are of each kind, and how many wrong ones were replaced. */
    record Counts(Map<Kind, Integer> counts, int replaced) {}

    Counts counts(UUID batch) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        int[] replaced = {0};
        of(COUNTS, batch).query(row -> {
            Kind kind = Kind.valueOf(row.getString("kind"));
            if (!row.getBoolean("replaced")) {
                counts.put(kind, row.getInt("count"));
            } else if (kind == Kind.WRONG) {
                replaced[0] += row.getInt("count");
            }
        });
        return new Counts(counts, replaced[0]);
    }

    List<PlanSum> sums(UUID batch) {
        return of(SUMS, batch).query(JdbcLines::sum).list();
    }

    static PlanSum sum(ResultSet row, int number) throws SQLException {
        return new PlanSum(
                row.getString("plan"), row.getInt("heads"), row.getInt("units"), Money.ofFen(row.getLong("fen")));
    }

    List<Row> rows(UUID batch, Kind kind, int after, int max) {
        return of(ROWS, batch)
                .param("kind", kind.name())
                .param("after", after)
                .param("max", max)
                .query((row, _) -> new Row(
                        row.getInt("part"),
                        row.getInt("row"),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        troubles(row)))
                .list();
    }

    /** What is wrong with the rows of a part, by row. */
    Map<Integer, List<Trouble>> troubles(UUID batch, int part) {
        Map<Integer, List<Trouble>> troubles = new java.util.HashMap<>();
        of(TROUBLES_OF_PART, batch)
                .param("part", part)
                .query((row, _) -> {
                    troubles.put(row.getInt("row"), troubles(row));
                    return row.getInt("row");
                })
                .list();
        return troubles;
    }

    /** Whoever was accepted from earlier parts. */
    void persons(UUID batch, int part, RowCheck check) {
        of(PERSONS, batch).param("part", part).query(row -> {
            check.remember(row.getObject("person", UUID.class), row.getInt("part"), row.getInt("row"));
        });
    }

    /** How many people take so many units of cover under the plan, the number that most take first. */
    List<UnitCount> units(UUID batch, String plan) {
        return of(UNITS, batch)
                .param("plan", plan)
                .query((row, _) -> new UnitCount(row.getInt("units"), row.getInt("count")))
                .list();
    }

    /** So many people take so many units. */
    record UnitCount(int units, int people) {}

    /** Voids what people take beyond so many units. */
    int level(UUID batch, String plan, int units) {
        return of(LEVEL, batch).param("plan", plan).param("units", units).update();
    }

    private StatementSpec of(String sql, UUID batch) {
        return Reach.limited(database, sql).param("batch", batch);
    }

    private static String flat(List<Trouble> troubles) {
        return troubles.stream()
                .map(each -> each.column() + "\t" + each.wrong() + "\t" + each.remedy())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static List<Trouble> troubles(ResultSet row) throws SQLException {
        return row.getString("troubles")
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Trouble(parts[0], parts[1], parts[2]))
                .toList();
    }
}
