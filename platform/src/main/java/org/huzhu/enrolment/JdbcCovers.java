package org.huzhu.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Dues.Line;
import org.huzhu.enrolment.Look.PlanSum;
import org.huzhu.enrolment.Order.Hours;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.PlanId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Cover. */
@Repository
class JdbcCovers {

    /** What was filed within reach, wherever the members work now. */
    private static final String FILED = " filed_path <@ any(:reach::ltree[]) ";

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String AGREE = """
            insert into enrolment.cover (id, member, path, person, plan, version, from_on, until_on, since_on,
                prior_until, waits_until, units, tier, occupation, category, fen, kind, batch, filed_path, part, row,
                with_unit, insured, from_time, until_time, state)
            select gen_random_uuid(), p.member, m.path, p.person, p.plan, p.version, p.from_on, p.until_on, p.since_on,
                   p.prior_until, p.waits_until, p.units, b.tier, p.occupation, p.category, p.fen, p.kind, p.batch,
                   p.path, p.part, p.row, p.with_unit, p.insured, f.from_time, f.until_time, 'AGREED'
            from enrolment.proposal p
            join enrolment.batch f on f.id = p.batch
            join enrolment.batch_plan b on b.batch = p.batch and b.plan = p.plan
            join members.member m on m.id = p.member
            where p.batch = :batch and p.path <@ any(:reach::ltree[])
            """;

    private static final String SETTLE_PROPOSALS =
            "delete from enrolment.proposal where batch = :batch and " + Reach.IN;

    /** Of those whom another unit has enrolled, both units are told. */
    private static final String TELL = """
            select enrolment.tell_both(:batch, array_agg(l.person), array_agg(p.plan), :at)
            from enrolment.line l join enrolment.batch_plan p on p.batch = l.batch
            where l.batch = :batch and l.kind = 'DUPLICATE' and l.person is not null and l.path <@ any(:reach::ltree[])
            having count(*) > 0
            """;

    private static final String VOID = """
            update enrolment.cover set state = 'VOID' where batch = :batch and state <> 'VOID' and
            """ + FILED;

    private static final String SUMS = """
            select plan, count(*)::int as heads, sum(units)::int as units, sum(fen)::bigint as fen
            from enrolment.cover where batch = :batch and state <> 'VOID' and
            """ + FILED + " group by plan order by plan";

    private static final String EACH = """
            select row, person, plan, fen from enrolment.cover where batch = :batch and state <> 'VOID' and
            """ + FILED + " order by part, row, plan";

    /** Cover that begins later than was agreed ends later too, and waits from there if the gap is too long. */
    private static final String SHIFT = """
            update enrolment.cover
            set from_on = :from, until_on = case when with_unit then until_on else :until end, version = :version,
                since_on = case when since_on < from_on and prior_until + :gap::int >= :from::date
                           then since_on else :from end,
                waits_until = case when waits_until is null
                                     or (since_on < from_on and prior_until + :gap::int >= :from::date)
                              then waits_until else :from::date + (waits_until - since_on) end
            where batch = :batch and plan = :plan and state = 'AGREED' and
            """ + FILED;

    private static final String OF = """
            select c.id, c.member, c.plan, c.version, c.from_on, c.until_on, c.from_time,
                   c.until_time, c.since_on, c.waits_until, c.units, c.tier, c.insured, c.occupation,
                   c.fen, c.batch,
                   enrolment.standing(c.state, c.batch) as state, coalesce(b.unit, :nobody::uuid) as unit
            from enrolment.cover c left join enrolment.batch b on b.id = c.batch
            where c.member = any(:members::uuid[]) and c.state <> 'VOID'
              and (c.path <@ any(:reach::ltree[]) or c.filed_path <@ any(:reach::ltree[]) or c.member = :own)
            order by c.from_on desc, c.plan
            """;

    private static final String HEADS = """
            select b.unit, count(*)::int as heads
            from enrolment.cover c join enrolment.batch b on b.id = c.batch
            where b.path <@ :path::ltree and c.plan = :plan and c.state <> 'VOID'
              and c.from_on <= :day and c.until_on > :day and b.path <@ any(:reach::ltree[])
            group by b.unit
            """;

    /** Whose cover ends at about the day, of the same unit and plans, less whom the batch speaks of: list by list. */
    private static final String LEFT_OUT = """
            select count(*) from (
                select c.person
                from enrolment.batch n
                join enrolment.batch_plan p on p.batch = n.id
                join enrolment.batch b on b.unit = n.unit and b.id <> n.id and b.state = 'STARTED'
                join enrolment.cover c on c.batch = b.id and c.plan = p.plan and c.state <> 'VOID'
                     and c.until_on between n.starts_on - :days::int and n.starts_on
                where n.id = :batch and n.path <@ any(:reach::ltree[])
                except
                select l.person from enrolment.proposal l where l.batch = :batch and l.path <@ any(:reach::ltree[])
                except
                select l.person from enrolment.line l
                where l.batch = :batch and l.kind = 'LEFT' and l.path <@ any(:reach::ltree[])) missing
            """;

    /** The term that people of the unit are in on the day, under a plan. */
    private static final String RUNNING = """
            select min(c.from_on) as from_on, max(c.until_on) as until_on
            from enrolment.cover c join enrolment.batch b on b.id = c.batch
            where b.unit = :unit and c.plan = :plan and c.state <> 'VOID' and c.from_on < :day and c.until_on > :day
              and b.path <@ any(:reach::ltree[])
            having count(*) > 0
            """;

    /** People whose cover by the unit ends within so many days before one that would follow. */
    private static final String ENDING = """
            select count(*)::int
            from enrolment.cover c join enrolment.batch b on b.id = c.batch
            where b.unit = :unit and b.state = 'STARTED' and c.plan = :plan and c.state <> 'VOID'
              and c.until_on between :day::date - :days::int and :day and b.path <@ any(:reach::ltree[])
            """;

    /** Whoever enrols where plans exclude each other does so one after the other, lest two do at the same time. */
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtext('enrolment.plans-that-exclude'))";

    private static final String EXCLUDED = """
            select exists (
                select from enrolment.held(
                    (select array_agg(o.person) from enrolment.proposal o
                     where o.batch = :batch and o.path <@ any(:reach::ltree[])), :batch) h
                join enrolment.proposal p on p.batch = :batch and p.person = h.person and p.path <@ any(:reach::ltree[])
                     and p.plan = :plan and h.plan = any(:others)
                     and daterange(p.from_on, p.until_on) && daterange(h.from_on, h.until_on))
            """;

    private static final String CLASHES =
            "select count(*) from enrolment.clash where batch = :batch and is_first and " + Reach.IN;

    private final JdbcClient database;

    JdbcCovers(JdbcClient database) {
        this.database = database;
    }

    /** Makes cover of all that the batch proposes. */
    int agree(UUID batch, Instant now) {
        int agreed = of(AGREE, batch).update();
        of(SETTLE_PROPOSALS, batch).update();
        of(TELL, batch)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .query((_, _) -> 1)
                .list();
        return agreed;
    }

    int voidAll(UUID batch) {
        return of(VOID, batch).update();
    }

    List<PlanSum> sums(UUID batch) {
        return of(SUMS, batch).query(JdbcLines::sum).list();
    }

    void each(UUID batch, Consumer<Line> hearer) {
        of(EACH, batch).query(row -> {
            hearer.accept(new Line(
                    row.getInt("row"),
                    row.getObject("person", UUID.class),
                    row.getString("plan"),
                    Money.ofFen(row.getLong("fen"))));
        });
    }

    /** Where cover of a plan begins, if it begins later than was agreed. */
    record Shift(String plan, String version, DateSpan span, int gapDaysMax) {}

    void shift(UUID batch, Shift shift) {
        of(SHIFT, batch)
                .param("plan", shift.plan())
                .param("version", shift.version())
                .param("from", shift.span().from())
                .param("until", shift.span().until())
                .param("gap", shift.gapDaysMax())
                .update();
    }

    List<Cover> of(List<UUID> members) {
        return Reach.limited(database, OF)
                .param("members", new SqlArrayValue("uuid", members.toArray()))
                .param("own", Scope.required().member().orElse(NOBODY))
                .param("nobody", NOBODY)
                .query(JdbcCovers::cover)
                .list();
    }

    /** How many people of each unit are under cover on the day. */
    Map<UUID, Integer> heads(String path, String plan, LocalDate day) {
        Map<UUID, Integer> heads = new HashMap<>();
        Reach.limited(database, HEADS)
                .param("path", path)
                .param("plan", plan)
                .param("day", day)
                .query(row -> {
                    heads.put(row.getObject("unit", UUID.class), row.getInt("heads"));
                });
        return heads;
    }

    /** How many of the batch another unit has tried to enrol too. */
    int clashes(UUID batch) {
        return of(CLASHES, batch).query(Integer.class).single();
    }

    /** How many were under cover until so many days before the batch starts, and are not in it. */
    int leftOut(UUID batch, int days) {
        return of(LEFT_OUT, batch).param("days", days).query(Integer.class).single();
    }

    /** Whether somebody of the batch holds, by now, a plan that excludes this one; until then others wait. */
    boolean isExcluded(UUID batch, String plan, Set<String> others) {
        database.sql(ONE_BY_ONE).query((_, _) -> 1).list();
        return of(EXCLUDED, batch)
                .param("plan", plan)
                .param("others", new SqlArrayValue("text", others.toArray()))
                .query(Boolean.class)
                .single();
    }

    /** The term that the unit is in on the day under the plan; empty where nobody has such cover, or it begins then. */
    Optional<DateSpan> running(UUID unit, String plan, LocalDate day) {
        return Reach.limited(database, RUNNING)
                .param("unit", unit)
                .param("plan", plan)
                .param("day", day)
                .query((row, _) -> new DateSpan(
                        row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)))
                .optional();
    }

    /** How many people of the unit could renew from the day on: their cover ends then, or so many days before. */
    int ending(UUID unit, String plan, LocalDate day, int days) {
        return Reach.limited(database, ENDING)
                .param("unit", unit)
                .param("plan", plan)
                .param("day", day)
                .param("days", days)
                .query(Integer.class)
                .single();
    }

    private StatementSpec of(String sql, UUID batch) {
        return Reach.limited(database, sql).param("batch", batch);
    }

    private static Cover cover(ResultSet row, int number) throws SQLException {
        return new Cover(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                new PlanId(row.getString("plan"), row.getString("version")),
                new DateSpan(row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)),
                Hours.of(row.getObject("from_time", LocalTime.class), row.getObject("until_time", LocalTime.class)),
                row.getObject("since_on", LocalDate.class),
                Optional.ofNullable(row.getObject("waits_until", LocalDate.class)),
                row.getInt("units"),
                Optional.ofNullable(row.getString("tier")),
                Optional.ofNullable(row.getString("insured")),
                Occupation.valueOf(row.getString("occupation")),
                Money.ofFen(row.getLong("fen")),
                row.getObject("batch", UUID.class),
                row.getObject("unit", UUID.class),
                Cover.State.valueOf(row.getString("state")));
    }
}
