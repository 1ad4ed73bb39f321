package org.huzhu.contributions;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.SubsidyDesk.Grant;
import org.huzhu.contributions.SubsidyDesk.Subsidy;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Subsidies, and who had how much of them. */
@Repository
class JdbcSubsidies {

    private static final String COLUMNS = """
             id, organisation, path::text as path, sponsor, plan, head_fen, budget_fen, used_fen, from_on, until_on
            from contributions.subsidy where""" + Desk.IN;

    private static final String ADD = """
            insert into contributions.subsidy (id, organisation, path, sponsor, plan, head_fen, budget_fen, from_on,
                                               until_on, granted_by, granted_at)
            values (:id, :organisation, cast(:path as ltree), :sponsor, :plan, :head, :budget, :from, :until, :by, :at)
            """;

    private static final String ALL = "select" + COLUMNS + "order by from_on desc, id";

    private static final String FIND = "select" + COLUMNS + "and id = :id";

    private static final String END = """
            update contributions.subsidy set until_on = :until
            where id = :id and from_on < :until and until_on > :until and""" + Desk.IN;

    /** Whoever bills for one waits here for whoever else does: what is left of a budget must not be used twice. */
    private static final String FOR_UNIT = "select" + COLUMNS + """
            and path @> cast(:path as ltree) and from_on <= :day and until_on > :day
            order by id for update
            """;

    private static final String HAD = """
            select person, sum(fen) as fen from contributions.subsidy_use
            where subsidy = :subsidy and year = :year
              and person = any(cast(:persons as uuid[])) and""" + Desk.IN + "group by person";

    private static final String USE = """
            update contributions.subsidy set used_fen = used_fen + :fen
            where id = :subsidy and used_fen + :fen between 0 and budget_fen and""" + Desk.IN;

    private static final String ADD_USES = """
            insert into contributions.subsidy_use (subsidy, batch, person, plan, path, year, fen)
            select :subsidy, :batch, u.person, :plan, cast(:path as ltree), :year, u.fen
            from unnest(cast(:persons as uuid[]), cast(:fens as bigint[])) as u (person, fen)
            where cast(:path as ltree) <@ any(cast(:reach as ltree[]))
            """;

    private static final String GIVE_BACK = """
            update contributions.subsidy s set used_fen = s.used_fen - u.fen
            from (select subsidy, sum(fen) as fen from contributions.subsidy_use
                  where batch = :batch and""" + Desk.IN + """
                  group by subsidy) u
            where u.subsidy = s.id and""" + Desk.in("s");

    private static final String DROP = "delete from contributions.subsidy_use where batch = :batch and" + Desk.IN;

    private final JdbcClient database;

    JdbcSubsidies(JdbcClient database) {
        this.database = database;
    }

    /** A subsidy as whoever bills needs it. */
    record Standing(Subsidy subsidy, String path, String sponsor) {}

    /** What one person had for a plan. */
    record Use(UUID person, Money money) {}

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    void add(Standing standing, String by, OffsetDateTime at) {
        Grant grant = standing.subsidy().grant();
        database.sql(ADD)
                .param("id", standing.subsidy().id())
                .param("organisation", grant.organisation())
                .param("path", standing.path())
                .param("sponsor", standing.sponsor())
                .param("plan", grant.plan().orElse(""))
                .param("head", grant.perHead().fen())
                .param("budget", grant.budget().fen())
                .param("from", grant.from())
                .param("until", grant.until())
                .param("by", by)
                .param("at", at)
                .update();
    }

    List<Standing> all() {
        return within(ALL).query(JdbcSubsidies::standing).list();
    }

    Optional<Standing> find(UUID id) {
        return within(FIND).param("id", id).query(JdbcSubsidies::standing).optional();
    }

    boolean end(UUID id, LocalDate until) {
        return within(END).param("id", id).param("until", until).update() == 1;
    }

    /** Those that stand for a unit on a day, held until this transaction ends. */
    List<Standing> forUnit(String path, LocalDate day) {
        return within(FOR_UNIT)
                .param("path", path)
                .param("day", day)
                .query(JdbcSubsidies::standing)
                .list();
    }

    /** What each of the persons has had of it in the year. */
    Map<UUID, Money> had(UUID subsidy, int year, Collection<UUID> persons) {
        Map<UUID, Money> had = new HashMap<>();
        within(HAD)
                .param("subsidy", subsidy)
                .param("year", year)
                .param("persons", JdbcBills.array(persons))
                .query((row, _) -> new Use(row.getObject("person", UUID.class), Money.ofFen(row.getLong("fen"))))
                .list()
                .forEach(use -> had.put(use.person(), use.money()));
        return had;
    }

    /** Whether so much was left of the budget. */
    boolean use(UUID subsidy, Money money) {
        return within(USE).param("subsidy", subsidy).param("fen", money.fen()).update() == 1;
    }

    /** For whom it was used: a batch's people under one plan. */
    void add(UUID subsidy, UUID batch, String path, String plan, int year, List<Use> uses) {
        within(ADD_USES)
                .param("subsidy", subsidy)
                .param("batch", batch)
                .param("path", path)
                .param("plan", plan)
                .param("year", year)
                .param("persons", JdbcBills.array(uses.stream().map(Use::person).toList()))
                .param(
                        "fens",
                        uses.stream()
                                .map(use -> Long.toString(use.money().fen()))
                                .collect(joining(",", "{", "}")))
                .update();
    }

    void giveBack(UUID batch) {
        within(GIVE_BACK).param("batch", batch).update();
        within(DROP).param("batch", batch).update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        String plan = row.getString("plan");
        Grant grant = new Grant(
                row.getObject("organisation", UUID.class),
                plan.isEmpty() ? Optional.empty() : Optional.of(plan),
                Money.ofFen(row.getLong("head_fen")),
                Money.ofFen(row.getLong("budget_fen")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
        Subsidy subsidy = new Subsidy(row.getObject("id", UUID.class), grant, Money.ofFen(row.getLong("used_fen")));
        return new Standing(subsidy, row.getString("path"), row.getString("sponsor"));
    }
}
