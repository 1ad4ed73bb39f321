package org.huzhu.quarters.overpaid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.PaidTo;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.overpaid.Overpayments.Total;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Who was paid too much by the last run of a year, and by those before it. */
@Repository
class JdbcOverpaid {

    /** Of quarters the fourth, or an earlier one once the year above the ceiling is begun: no other is opened then. */
    private static final String LAST = """
            select r.id, r.path::text as path, r.plan, r.year, r.quarter, r.trial from quarters.run r
            where r.id = :run and r.state in ('CONFIRMED', 'PAID', 'CLOSED') and r.path <@ any(:reach::ltree[])
              and not exists (select from quarters.run o
                              where o.path = r.path and o.plan = r.plan and o.year = r.year and o.quarter > r.quarter
                                and (o.quarter > 4) = (r.quarter > 4) and o.path <@ any(:reach::ltree[]))
              and (r.quarter >= 4
                   or exists (select from quarters.run y
                              where y.path = r.path and y.plan = r.plan and y.year = r.year and y.quarter > 4
                                and y.path <@ any(:reach::ltree[])))
            """;

    /**
     * Whoever is not entitled has to give back all that the year gave him. Of the others the last run carries all that
     * is open; but whom it left out, and who was found to be entitled since, it carries with too much.
     */
    private static final String MUCH = """
            with runs as (
                select id from quarters.run
                where path = cast(:path as ltree) and plan = :plan and year = :year
                  and state in ('CONFIRMED', 'PAID', 'CLOSED') and (quarter > 4) = :yearly
                  and path <@ any(:reach::ltree[])),
            unfit as materialized (
                select v.person, max(v.said) as said
                from quarters.verification v join quarters.run r on r.id = v.run
                where not :yearly and v.state = 'UNFIT' and v.plan = any(:plans) and v.year = :year and v.quarter <= 4
                  and r.path = cast(:path as ltree)
                  and r.path <@ any(:reach::ltree[]) and v.path <@ any(:reach::ltree[])
                group by v.person),
            much as (
                select l.person, -l.due_fen as fen, '' as said from quarters.line l
                where l.run = :run and l.stands and l.due_fen < 0 and l.path <@ any(:reach::ltree[])
                  and not exists (select from unfit u where u.person = l.person)
                  and not exists (select from quarters.trial t
                                  where t.run = :run and t.number = :trial and l.person = any(t.left_out)
                                    and t.path <@ any(:reach::ltree[]))
                union all
                select u.person, sum(l.due_fen)::bigint as fen, u.said
                from unfit u join quarters.line l on l.person = u.person
                where l.run in (select id from runs) and l.stands and l.due_fen > 0 and l.path <@ any(:reach::ltree[])
                group by u.person, u.said)
            """;

    private static final String TOTAL = MUCH + """
            select count(*) as persons, coalesce(sum(fen), 0)::bigint as fen from much
            """;

    /** With the latest line that paid something: one that is carried has no name where the register had him no more. */
    private static final String SELECT = MUCH + """
            select m.person, m.fen, m.said, l.id, l.agency, l.payee, l.card_end
            from much m join lateral (
                select o.id, o.agency, o.payee, o.card_end from quarters.line o
                where o.person = m.person and o.run in (select id from runs) and o.stands
                  and o.path <@ any(:reach::ltree[])
                order by o.due_fen > 0 desc, o.quarter desc limit 1) l on true
            """;

    private static final String LARGEST = SELECT + " order by m.fen desc, m.person limit :max";
    private static final String AFTER =
            SELECT + " where (l.agency, m.person) > (:agency, :person) order by l.agency, m.person limit :max";

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcOverpaid(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * A confirmed run that no other of its year follows.
     *
     * @param plans by whose checks somebody may be found not to be entitled
     */
    record Last(UUID run, String path, Quarter quarter, int trial, List<String> plans) {

        Last checkedFor(List<String> others) {
            return new Last(run, path, quarter, trial, others);
        }
    }

    /** A line of a list, and where it stands in it. */
    record Listed(String person, Overpaid overpaid) {}

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    private StatementSpec of(String sql, Last last) {
        return within(sql)
                .param("run", last.run())
                .param("trial", last.trial())
                .param("path", last.path())
                .param("plan", last.quarter().plan())
                .param("plans", new SqlArrayValue("text", last.plans().toArray()))
                .param("year", last.quarter().year())
                .param("yearly", last.quarter().isYearly());
    }

    /** Empty where it is another, or out of reach. */
    Optional<Last> last(UUID run) {
        return within(LAST)
                .param("run", run)
                .query((row, _) -> new Last(
                        row.getObject("id", UUID.class),
                        row.getString("path"),
                        new Quarter(row.getString("plan"), row.getInt("year"), row.getInt("quarter")),
                        row.getInt("trial"),
                        List.of(row.getString("plan"))))
                .optional();
    }

    Total total(Last last) {
        return of(TOTAL, last)
                .query((row, _) -> new Total(row.getInt("persons"), Money.ofFen(row.getLong("fen"))))
                .single();
    }

    List<Overpaid> largest(Last last, int max) {
        return of(LARGEST, last)
                .param("max", max)
                .query((row, _) -> listed(row).overpaid())
                .list();
    }

    /** Those that follow one, or the first ones: fewer than so many are the last. */
    List<Listed> after(Last last, Optional<Listed> before, int max) {
        return of(AFTER, last)
                .param("agency", before.map(each -> each.overpaid().agency()).orElse(""))
                .param("person", before.map(Listed::person).orElse(""))
                .param("max", max)
                .query((row, _) -> listed(row))
                .list();
    }

    private Listed listed(ResultSet row) throws SQLException {
        PaidTo to = PaidTo.of(secrets.open(Field.CARD, row.getObject("id", UUID.class), row.getBytes("payee")));
        return new Listed(
                row.getString("person"),
                new Overpaid(
                        row.getString("agency"),
                        to.name(),
                        IdNumber.masked(to.number()),
                        row.getString("card_end"),
                        Money.ofFen(row.getLong("fen")),
                        row.getString("said")));
    }
}
