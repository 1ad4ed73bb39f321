package org.huzhu.contributions.payers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was billed for a batch under one plan, and what of it subsidies paid for one person. */
@Repository
class JdbcPayers {

    private static final String IN = " path <@ any(cast(:reach as ltree[])) ";

    private static final String LINE = """
            select batch, plan, person, fen from enrolment.cover
            where id = :cover and member = :member and state <> 'VOID' and""" + IN;

    /** In the order in which they were billed. */
    private static final String BILLS = """
            select b.payer, b.organisation, b.payer_name, b.allocated_fen < b.due_fen as open, l.fen
            from contributions.bill b join contributions.bill_line l on l.bill = b.id
            where b.batch = :batch and l.plan = :plan and b.cancelled_on is null
              and b.path <@ any(cast(:reach as ltree[]))
            order by b.reference
            """;

    private static final String SUBSIDIES = """
            select s.organisation, s.sponsor, sum(u.fen) as used,
                   coalesce(sum(u.fen) filter (where u.person = :person), 0) as mine
            from contributions.subsidy_use u join contributions.subsidy s on s.id = u.subsidy
            where u.batch = :batch and u.plan = :plan and u.path <@ any(cast(:reach as ltree[]))
            group by s.organisation, s.sponsor order by min(s.id::text)
            """;

    private final JdbcClient database;

    JdbcPayers(JdbcClient database) {
        this.database = database;
    }

    /** A cover, as far as who pays for it depends on it. */
    record Line(UUID batch, String plan, UUID person, Money contribution) {}

    /** What subsidies of one organisation paid of a batch under a plan, and what of it for one person. */
    record Subsidised(UUID organisation, String sponsor, Money used, Money mine) {}

    /** What of a bill is for one plan. */
    record Billed(Payer payer, Optional<UUID> organisation, String name, boolean isOpen, Money money) {

        /** A sponsor that is one of the organisations is billed for its subsidies and for its shares alike. */
        boolean isOf(Subsidised subsidy) {
            return payer == Payer.SPONSOR
                    && organisation.equals(Optional.of(subsidy.organisation()))
                    && name.equals(subsidy.sponsor());
        }

        /** What is left of it once what subsidies paid is taken away: that was for persons, not for all alike. */
        Billed without(List<Subsidised> subsidies) {
            return subsidies.stream()
                    .filter(this::isOf)
                    .findFirst()
                    .map(subsidy -> new Billed(
                            payer,
                            organisation,
                            name,
                            isOpen,
                            money.minus(subsidy.used()).atLeast(Money.ZERO)))
                    .orElse(this);
        }
    }

    Optional<Line> line(UUID cover, UUID member) {
        return within(LINE)
                .param("cover", cover)
                .param("member", member)
                .query((row, _) -> new Line(
                        row.getObject("batch", UUID.class),
                        row.getString("plan"),
                        row.getObject("person", UUID.class),
                        Money.ofFen(row.getLong("fen"))))
                .optional();
    }

    List<Billed> bills(Line line) {
        return of(BILLS, line).query(JdbcPayers::billed).list();
    }

    List<Subsidised> subsidies(Line line) {
        return of(SUBSIDIES, line)
                .param("person", line.person())
                .query((row, _) -> new Subsidised(
                        row.getObject("organisation", UUID.class),
                        row.getString("sponsor"),
                        Money.ofFen(row.getLong("used")),
                        Money.ofFen(row.getLong("mine"))))
                .list();
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    private StatementSpec of(String sql, Line line) {
        return within(sql).param("batch", line.batch()).param("plan", line.plan());
    }

    private static Billed billed(ResultSet row, int number) throws SQLException {
        return new Billed(
                Payer.valueOf(row.getString("payer")),
                Optional.ofNullable(row.getObject("organisation", UUID.class)),
                row.getString("payer_name"),
                row.getBoolean("open"),
                Money.ofFen(row.getLong("fen")));
    }
}
