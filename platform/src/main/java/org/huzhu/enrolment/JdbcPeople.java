package org.huzhu.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.enrolment.Entry.Offered;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.enrolment.PlanCheck.Held;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Sex;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Occupation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** People as the register and the cover that they have know them. */
@Repository
class JdbcPeople {

    /** Whose cover ended so many days before a batch starts, or later, can renew in it. */
    static final int RENEWAL_DAYS = 60;

    private static final String HELD = """
            select person, plan, from_on, until_on, since_on, units, here
            from enrolment.held(:persons::uuid[], :unit)
            """;

    /** A member as he is on the day, and where his person is not known by a cover, by his paper. */
    private static final String MEMBER = """
            m.id as member, m.name, m.unit = :unit as is_here, m.birth_on, m.sex,
            array(select k.kind from members.category k
                  where k.member = m.id and k.from_on <= :day and (k.until_on is null or k.until_on > :day)) as kinds,
            (select max(e.from_on) from members.employment e where e.member = m.id and e.unit = :unit) as joined
            """;

    private static final String ENDING = """
            enrolment.cover c join enrolment.batch b on b.id = c.batch and b.unit = :unit and b.state = 'STARTED'
                 and c.plan = any(:plans) and c.state <> 'VOID'
                 and c.until_on between :startsOn::date - :days::int and :startsOn and b.path <@ any(:reach::ltree[])
            """;

    private static final String LAST_TERM =
            "select c.person, c.plan, c.from_on, c.units, c.occupation, c.category, l.name as listed, "
                    + MEMBER + " from " + ENDING + """
            left join enrolment.line l on l.batch = c.batch and l.part = c.part and l.row = c.row
            left join members.member m on m.id = c.member and m.path <@ any(:reach::ltree[])
            order by b.made_at, c.part, c.row, c.plan
            """;

    private static final String OF_MEMBER =
            """
            select encode(substring(m.paper_index for 16), 'hex')::uuid as person, null as plan, m.name as listed,
            """ + MEMBER + " from members.member m where m.merged_into is null and m.path <@ any(:reach::ltree[]) and ";

    /** Who came to the unit since a day, and before the batch starts. */
    private static final String SINCE_THEN = OF_MEMBER + """
            m.unit = :unit
            and exists (select from members.employment e where e.member = m.id and e.unit = :unit and e.until_on is null
                        and e.from_on >= :since and e.from_on <= :startsOn)
            order by m.name, m.id
            """;

    private static final String NAMED = OF_MEMBER + "m.id = any(:members::uuid[]) order by m.name, m.id";

    /** Whom somebody else has enrolled since the batch was looked at, under a plan or one that excludes it. */
    private static final String STRIKE_HELD = """
            delete from enrolment.proposal p
            using enrolment.held((select array_agg(o.person) from enrolment.proposal o
                                  where o.batch = :batch and o.path <@ any(:reach::ltree[])), :unit) h
            where p.batch = :batch and p.plan = :plan and p.person = h.person and h.plan = any(:others)
              and daterange(p.from_on, p.until_on) && daterange(h.from_on, h.until_on)
              and p.path <@ any(:reach::ltree[])
            """;

    private static final String SAY_HELD = """
            update enrolment.line l set kind = 'DUPLICATE', troubles = :trouble
            from (select part, row from enrolment.line
                  where batch = :batch and kind in ('NEW', 'RENEWED', 'CHANGED') and path <@ any(:reach::ltree[])
                  except
                  select part, row from enrolment.proposal where batch = :batch and path <@ any(:reach::ltree[])) struck
            where l.batch = :batch and l.part = struck.part and l.row = struck.row and l.path <@ any(:reach::ltree[])
            """;

    /** Newcomers of a part who take part no longer: they were accepted once, and stand there otherwise now. */
    private static final String LEFT_NEWCOMERS = """
            select member from enrolment.line
            where batch = :batch and part = :part and kind in ('LEFT', 'DUPLICATE') and newcomer and
            """ + Reach.IN;

    private static final String MEMBERS =
            "select member from enrolment.line where part = 0 and member is not null and batch = :batch and "
                    + Reach.IN;

    private static final String LEAVE_OUT_PROPOSALS =
            "delete from enrolment.proposal where part = :part and row = :row and batch = :batch and " + Reach.IN;

    private static final String LEAVE_OUT = """
            update enrolment.line set kind = 'LEFT'
            where part = :part and row = :row and kind in ('NEW', 'RENEWED', 'CHANGED') and batch = :batch and
            """ + Reach.IN;

    private final JdbcClient database;

    JdbcPeople(JdbcClient database) {
        this.database = database;
    }

    /** The cover of persons, by person. */
    Map<UUID, List<Held>> held(List<UUID> persons, UUID unit) {
        Map<UUID, List<Held>> held = new HashMap<>();
        database.sql(HELD)
                .param("persons", new SqlArrayValue("uuid", persons.toArray()))
                .param("unit", unit)
                .query((row, _) -> new Held(
                        row.getObject("person", UUID.class),
                        row.getString("plan"),
                        new DateSpan(
                                row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)),
                        row.getObject("since_on", LocalDate.class),
                        row.getInt("units"),
                        row.getBoolean("here")))
                .list()
                .forEach(each -> held.computeIfAbsent(each.person(), _ -> new ArrayList<>())
                        .add(each));
        return held;
    }

    /**
     * Somebody of the register.
     *
     * @param hadCover whether he is named for cover that ends
     * @param gone why he is not enrolled again; empty where he can be
     */
    record Registered(Candidate who, boolean hadCover, Optional<Trouble> gone) {}

    /** Those whose cover by the unit ends, with what they had; then those who came since, with what is usual. */
    List<Registered> renewing(Batch batch, LocalDate today) {
        Map<UUID, Registered> people = new LinkedHashMap<>();
        List<LocalDate> starts = new ArrayList<>();
        of(LAST_TERM, batch, today).query(row -> {
            Registered next = registered(row, people.size() + 1, batch.units());
            people.merge(next.who().person(), next, JdbcPeople::both);
            starts.add(row.getObject("from_on", LocalDate.class));
        });
        starts.stream()
                .min(Comparator.naturalOrder())
                .ifPresent(began -> of(SINCE_THEN, batch, today)
                        .param("since", began)
                        .query(row -> {
                            Registered next = registered(row, people.size() + 1, batch.units());
                            people.putIfAbsent(next.who().person(), next);
                        }));
        return List.copyOf(people.values());
    }

    /** The members, who must be of the unit to be enrolled by it. */
    List<Registered> named(Batch batch, List<UUID> members, LocalDate today) {
        List<Registered> people = new ArrayList<>();
        of(NAMED, batch, today)
                .param("members", new SqlArrayValue("uuid", members.toArray()))
                .query(row -> {
                    people.add(registered(row, people.size() + 1, batch.units()));
                });
        return people;
    }

    /**
     * Takes out of the batch whom somebody has enrolled since it was looked at, in whatever file he stands.
     *
     * @param others the plan, and those that nobody holds beside it
     */
    void strikeHeld(Batch batch, String plan, Set<String> others) {
        Reach.limited(database, STRIKE_HELD)
                .param("batch", batch.id())
                .param("unit", batch.unit())
                .param("plan", plan)
                .param("others", new SqlArrayValue("text", others.toArray()))
                .update();
        Reach.limited(database, SAY_HELD)
                .param("batch", batch.id())
                .param("trouble", "计划\t核对以后，已在别处参加\t以先参保的为准；到期后再报")
                .update();
    }

    /** Whom nobody is to admit with the part: he was left out, struck, or enrolled elsewhere since. */
    List<UUID> leftNewcomers(UUID batch, int part) {
        return Reach.limited(database, LEFT_NEWCOMERS)
                .param("batch", batch)
                .param("part", part)
                .query((row, _) -> row.getObject("member", UUID.class))
                .list();
    }

    /** The members whom a batch without a file names. */
    List<UUID> members(UUID batch) {
        return Reach.limited(database, MEMBERS)
                .param("batch", batch)
                .query((row, _) -> row.getObject("member", UUID.class))
                .list();
    }

    /** Takes one who would take part out of the batch; whether there was one. */
    boolean leaveOut(UUID batch, int part, int row) {
        Reach.limited(database, LEAVE_OUT_PROPOSALS)
                .param("batch", batch)
                .param("part", part)
                .param("row", row)
                .update();
        return Reach.limited(database, LEAVE_OUT)
                        .param("batch", batch)
                        .param("part", part)
                        .param("row", row)
                        .update()
                == 1;
    }

    private StatementSpec of(String sql, Batch batch, LocalDate today) {
        return Reach.limited(database, sql)
                .param("unit", batch.unit())
                .param("day", today)
                .param("days", RENEWAL_DAYS)
                .param("startsOn", batch.startsOn())
                .param(
                        "plans",
                        new SqlArrayValue(
                                "text",
                                batch.plans().stream().map(Batch.Pinned::plan).toArray()));
    }

    /** One who had cover under several plans. */
    private static Registered both(Registered one, Registered other) {
        Candidate who = one.who();
        Map<String, Integer> units = new HashMap<>(who.unitsOf());
        units.putAll(other.who().unitsOf());
        return new Registered(who.taking(units), true, one.gone());
    }

    private static Registered registered(ResultSet row, int number, int units) throws SQLException {
        Optional<String> plan = Optional.ofNullable(row.getString("plan"));
        Optional<UUID> member = Optional.ofNullable(row.getObject("member", UUID.class));
        Set<CategoryKind> kinds = kinds(row);
        Candidate who = new Candidate(
                number,
                member.isPresent()
                        ? row.getString("name")
                        : Optional.ofNullable(row.getString("listed")).orElse(""),
                row.getObject("person", UUID.class),
                member.orElseGet(() -> new UUID(0, 0)),
                Optional.empty(),
                member.isPresent() ? Sex.valueOf(row.getString("sex")) : Sex.FEMALE,
                member.isPresent() ? row.getObject("birth_on", LocalDate.class) : LocalDate.EPOCH,
                Optional.ofNullable(row.getObject("joined", LocalDate.class)),
                plan.isPresent()
                        ? new Offered(
                                Category.valueOf(row.getString("category")),
                                Occupation.valueOf(row.getString("occupation")))
                        : new Offered(Candidate.category(kinds), Occupation.ORDINARY),
                units,
                plan.isPresent() ? Map.of(plan.get(), row.getInt("units")) : Map.of(),
                plan);
        return new Registered(
                who, plan.isPresent(), row.getBoolean("is_here") ? Candidate.gone(kinds) : Optional.of(moved()));
    }

    private static Trouble moved() {
        return new Trouble("姓名", "已不在本单位", "不用管；还在本单位的，请先在会员资料里转回来");
    }

    private static Set<CategoryKind> kinds(ResultSet row) throws SQLException {
        Set<CategoryKind> kinds = new HashSet<>();
        for (Object kind : (Object[]) row.getArray("kinds").getArray()) {
            kinds.add(CategoryKind.valueOf(kind.toString()));
        }
        return kinds;
    }
}
