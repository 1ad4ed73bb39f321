package org.huzhu.enrolment.gaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.gaps.Gaps.Fit;
import org.huzhu.enrolment.gaps.Gaps.Gap;
import org.huzhu.enrolment.gaps.Gaps.Held;
import org.huzhu.enrolment.gaps.Gaps.Question;
import org.huzhu.enrolment.gaps.Gaps.State;
import org.huzhu.enrolment.gaps.Gaps.Totals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** All units below a path at once, and the rows of one page of them. */
@Repository
class JdbcGaps {

    /** The open units, with what was known of them on the day. */
    private static final String UNITS = """
            unit as (
                select o.id, o.name, o.path, nullif(f.staff, 0) as staff,
                       case when f.staff > 0 then f.women end as women
                from unions.organisation o
                left join lateral (
                    select staff, women from unions.fact where organisation = o.id and day <= :day
                    order by day desc, number desc limit 1) f on true
                where o.tier = 'UNIT' and o.opened_on <= :day and (o.closed_on is null or o.closed_on > :day)
                  and o.path <@ cast(:path as ltree) and o.path <@ any(cast(:reach as ltree[]))
            )""";

    /** Each person of each unit: how many covers hold, whether one begins later, when one ends that is not renewed. */
    private static final String HELD = """
            held as (
                select b.unit, c.person, count(*) filter (where c.from_on <= :day) as times,
                       min(c.until_on) filter (
                           where c.from_on <= :day and c.until_on <= cast(:day as date) + cast(:ahead as integer)
                             and not exists (select from enrolment.cover n
                                             where n.person = c.person and n.plan = c.plan and n.from_on >= c.until_on
                                               and n.state <> 'VOID')) as ends
                from unit u join enrolment.batch b on b.unit = u.id join enrolment.cover c on c.batch = b.id
                where c.until_on > :day and c.state <> 'VOID' and (cast(:plan as text) = '' or c.plan = :plan)
                  and b.path <@ any(cast(:reach as ltree[]))
                group by b.unit, c.person
            ), heads as (
                select unit, count(*) filter (where times > 0) as persons, sum(times) as times,
                       count(*) filter (where times = 0) as ahead, count(ends) as due, min(ends) as due_from
                from held group by unit
            )""";

    /** Those of the unit who are listed in one of the groups. */
    private static final String LISTED = """
            select count(distinct e.member) from members.employment e join members.category g on g.member = e.member
            where e.unit = u.id and e.from_on <= :day and (e.until_on is null or e.until_on > :day)
              and g.from_on <= :day and (g.until_on is null or g.until_on > :day)
              and g.kind = any(cast(:groups as text[])) and e.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String RATED = """
            counted as (
                select u.*, case :base when 'WOMEN' then u.women when 'GROUPS' then (""" + LISTED + """
                       ) else u.staff end as base,
                       coalesce(h.persons, 0) as persons, coalesce(h.times, 0) as times, coalesce(h.ahead, 0) as ahead,
                       coalesce(h.due, 0) as due, h.due_from
                from unit u left join heads h on h.unit = u.id
            ), rated as (
                select *, case when persons + ahead > 0 and base is null then 'UNCOUNTED'
                               when persons + ahead > 0 and (persons + ahead) * 100 >= base * :weak then 'GOOD'
                               when persons + ahead > 0 then 'WEAK'
                               when base = 0 then 'NOT_MEANT' else 'BLANK' end as state
                from counted
            ), ranked as (
                select *, array_position(array['BLANK', 'WEAK', 'UNCOUNTED', 'GOOD', 'NOT_MEANT'], state) as rank,
                       cast(persons + ahead as numeric) / nullif(base, 0) as share
                from rated
            )""";

    private static final String TOTALS = """
            totals as (
                select count(*) as units, count(*) filter (where state = 'BLANK') as blank,
                       count(*) filter (where state = 'WEAK') as weak,
                       count(*) filter (where state = 'UNCOUNTED' or (state = 'BLANK' and base is null)) as uncounted,
                       count(*) filter (where due > 0) as due_units, coalesce(sum(base), 0) as all_base,
                       coalesce(sum(least(persons, base)) filter (where base is not null), 0) as reached,
                       (select count(distinct person) from held where times > 0) as all_persons,
                       coalesce(sum(times), 0) as all_times, coalesce(sum(ahead), 0) as all_ahead
                from rated where state <> 'NOT_MEANT'
            ), page as (
                select * from ranked
                where (cast(:only as text) = '' or state = :only or (:only = 'DUE' and due > 0)
                       or (:only = 'UNCOUNTED' and base is null))
                  and name ilike :words
                order by rank, case when state = 'BLANK' then -base end, share, -base, name collate "zh-x-icu", id
                limit :max offset :passed
            )""";

    private static final String ORDER =
            " order by p.rank, case when p.state = 'BLANK' then -p.base end, p.share, -p.base, p.name collate"
                    + " \"zh-x-icu\", p.id";

    /** What is told of each unit of the page alone. */
    private static final String FIND = "with " + UNITS + ", " + HELD + ", " + RATED + ", " + TOTALS + """
            select t.*, p.*,
                   (select array_agg(concat_ws(E'\\t', plan, now, later) order by plan) from (
                       select c.plan, count(*) filter (where c.from_on <= :day) as now,
                              count(*) filter (where c.from_on > :day) as later
                       from enrolment.batch b join enrolment.cover c on c.batch = b.id
                       where b.unit = p.id and c.until_on > :day and c.state <> 'VOID'
                         and b.path <@ any(cast(:reach as ltree[])) group by c.plan) each) as plans,
                   (select count(distinct c.person) from enrolment.batch b join enrolment.cover c on c.batch = b.id
                    where b.unit = p.id and c.until_on > :day and c.state <> 'VOID' and c.occupation = 'HIGH_RISK'
                      and b.path <@ any(cast(:reach as ltree[]))) as high_risk,
                   array(select distinct f.plan from catalogue.offer f
                         where f.path @> p.path and f.from_on <= :day
                           and (f.until_on is null or f.until_on > :day)) as offered,
                   (select array_agg(concat_ws(E'\\t', kind, heads)) from (
                       select g.kind, count(distinct e.member) as heads
                       from members.employment e join members.category g on g.member = e.member
                       where e.unit = p.id and e.from_on <= :day and (e.until_on is null or e.until_on > :day)
                         and g.from_on <= :day and (g.until_on is null or g.until_on > :day)
                         and e.path <@ any(cast(:reach as ltree[])) group by g.kind) each) as groups
            from totals t left join page p on true
            """ + ORDER;

    private final JdbcClient database;

    JdbcGaps(JdbcClient database) {
        this.database = database;
    }

    /** Who counts. */
    sealed interface Base {

        record Staff() implements Base {}

        record Women() implements Base {}

        /** Members who are listed in one of these. */
        record Groups(Set<String> kinds) implements Base {}
    }

    /** What was found. */
    record Page(Totals totals, List<Row> rows) {}

    /**
     * A unit without the plans that would fit it, and what these depend on.
     *
     * @param groups how many are listed in each
     */
    record Row(Gap gap, List<String> offered, Map<String, Integer> groups, int highRisk) {

        Gap gap(List<Fit> fits) {
            return new Gap(
                    gap.unit(),
                    gap.name(),
                    gap.state(),
                    gap.staff(),
                    gap.women(),
                    gap.base(),
                    gap.persons(),
                    gap.times(),
                    gap.ahead(),
                    gap.due(),
                    gap.dueFrom(),
                    gap.plans(),
                    fits);
        }
    }

    Page find(Question question, Base base) {
        Set<String> groups = base instanceof Base.Groups(Set<String> kinds) ? kinds : Set.of();
        List<Row> rows = new ArrayList<>();
        List<Totals> totals = new ArrayList<>();
        database.sql(FIND)
                .param("path", question.path())
                .param("plan", question.plan().orElse(""))
                .param("words", "%" + question.words().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("only", question.only().map(Enum::name).orElse(""))
                .param("day", question.day())
                .param("ahead", Gaps.DAYS_AHEAD)
                .param("weak", Gaps.WEAK_BELOW)
                .param("base", word(base))
                .param("groups", new SqlArrayValue("text", groups.toArray()))
                .param("max", question.max())
                .param("passed", question.passed())
                .param("reach", Scope.required().reachText())
                .query(row -> {
                    totals.add(totals(row));
                    if (row.getObject("id") != null) {
                        rows.add(row(row));
                    }
                });
        return new Page(totals.getFirst(), rows);
    }

    private static String word(Base base) {
        return switch (base) {
            case Base.Staff _ -> "STAFF";
            case Base.Women _ -> "WOMEN";
            case Base.Groups _ -> "GROUPS";
        };
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getInt("units"),
                row.getInt("blank"),
                row.getInt("weak"),
                row.getInt("uncounted"),
                row.getInt("due_units"),
                row.getLong("all_base"),
                row.getLong("reached"),
                row.getLong("all_persons"),
                row.getLong("all_times"),
                row.getLong("all_ahead"));
    }

    private static Row row(ResultSet row) throws SQLException {
        List<Held> plans = texts(row, "plans").stream()
                .map(text -> text.split("\t"))
                .map(cells -> new Held(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2])))
                .toList();
        Map<String, Integer> groups = new HashMap<>();
        texts(row, "groups").stream()
                .map(text -> text.split("\t"))
                .forEach(cells -> groups.put(cells[0], Integer.parseInt(cells[1])));
        Gap gap = new Gap(
                row.getObject("id", UUID.class),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                number(row, "staff"),
                number(row, "women"),
                number(row, "base"),
                row.getInt("persons"),
                row.getInt("times"),
                row.getInt("ahead"),
                row.getInt("due"),
                Optional.ofNullable(row.getObject("due_from", LocalDate.class)),
                plans,
                List.of());
        return new Row(gap, texts(row, "offered"), groups, row.getInt("high_risk"));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
