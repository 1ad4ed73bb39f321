package org.huzhu.contributions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What is to be collected, and what was. */
@Repository
class JdbcTargets {

    private static final String SET = """
            insert into contributions.target (organisation, path, plan, year, fen, set_by, set_at)
            values (:organisation, cast(:path as ltree), :plan, :year, :fen, :by, :at)
            on conflict (organisation, plan, year) do update set fen = :fen, set_by = :by, set_at = :at
            """;

    private static final String CARRY = """
            insert into contributions.carried (organisation, path, plan, year, month, fen, person_times, set_by, set_at)
            values (:organisation, cast(:path as ltree), :plan, :year, :month, :fen, :times, :by, :at)
            on conflict (organisation, plan, year, month)
                do update set fen = :fen, person_times = :times, set_by = :by, set_at = :at
            """;

    private static final String TARGETS = """
            select organisation, path::text as path, plan, fen from contributions.target
            where year = :year and path <@ cast(:path as ltree) and""" + Desk.IN + "order by path, plan";

    /** What came, by the month in which it came, and what was brought over; where no plan is named, for all. */
    private static final String COLLECTED = """
            select month, sum(fen) as fen, bool_or(carried) as carried, sum(times) as times from (
                select extract(month from a.came_on)::integer as month, p.fen, false as carried, 0 as times
                from contributions.allocation a join contributions.allocation_part p on p.allocation = a.id
                where a.undone_at is null and a.came_on >= :first and a.came_on < :end
                  and a.path <@ cast(:path as ltree) and (:plan = '' or p.plan = :plan) and""" + Desk.in("a") + """
                union all
                select c.month, c.fen, true, c.person_times from contributions.carried c
                where c.year = :year and c.path <@ cast(:path as ltree) and (:plan = '' or c.plan = :plan)
                  and""" + Desk.in("c") + """
            ) each group by month
            """;

    private static final String TIMES = """
            select coalesce(sum(l.heads), 0) from contributions.billing g
            join contributions.billing_line l on l.batch = g.batch
            where g.state = 'PAID' and g.paid_on >= :first and g.paid_on < :end
              and g.path <@ cast(:path as ltree) and (:plan = '' or l.plan = :plan) and""" + Desk.in("g");

    private static final String PAID = """
            select g.batch from contributions.billing g
            where g.state = 'PAID' and g.paid_on >= :first and g.paid_on < :end and g.path <@ cast(:path as ltree)
              and (:plan = '' or exists (select from contributions.billing_line l
                                         where l.batch = g.batch and l.plan = :plan)) and""" + Desk.in("g");

    private final JdbcClient database;

    JdbcTargets(JdbcClient database) {
        this.database = database;
    }

    /** A target as it stands. */
    record Standing(UUID organisation, String path, String plan, Money target) {}

    /** What was collected in a month. */
    record Month(int month, Money money, boolean isCarried, long personTimes) {}

    /** Of whom, under which plan, in which year. */
    record Which(String path, String plan, int year) {}

    /** Whose figures, and who says them when. */
    record Said(UUID organisation, Which which, String by, OffsetDateTime at) {}

    void set(Said said, Money target) {
        say(SET, said).param("fen", target.fen()).update();
    }

    void carry(Said said, int month, Money collected, int personTimes) {
        say(CARRY, said)
                .param("month", month)
                .param("fen", collected.fen())
                .param("times", personTimes)
                .update();
    }

    private StatementSpec say(String sql, Said said) {
        return database.sql(sql)
                .param("organisation", said.organisation())
                .param("path", said.which().path())
                .param("plan", said.which().plan())
                .param("year", said.which().year())
                .param("by", said.by())
                .param("at", said.at());
    }

    List<Standing> targets(String path, int year) {
        return database.sql(TARGETS)
                .param("path", path)
                .param("year", year)
                .param("reach", Desk.reach())
                .query(JdbcTargets::standing)
                .list();
    }

    List<Month> collected(Which which) {
        return in(COLLECTED, which)
                .param("year", which.year())
                .query((row, _) -> new Month(
                        row.getInt("month"),
                        Money.ofFen(row.getLong("fen")),
                        row.getBoolean("carried"),
                        row.getLong("times")))
                .list();
    }

    long personTimes(Which which) {
        return in(TIMES, which).query(Long.class).single();
    }

    /** The batches that were paid. */
    List<UUID> paid(Which which) {
        return in(PAID, which)
                .query((row, _) -> row.getObject("batch", UUID.class))
                .list();
    }

    private StatementSpec in(String sql, Which which) {
        return database.sql(sql)
                .param("path", which.path())
                .param("plan", which.plan())
                .param("first", LocalDate.of(which.year(), 1, 1))
                .param("end", LocalDate.of(which.year() + 1, 1, 1))
                .param("reach", Desk.reach());
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getObject("organisation", UUID.class),
                row.getString("path"),
                row.getString("plan"),
                Money.ofFen(row.getLong("fen")));
    }
}
