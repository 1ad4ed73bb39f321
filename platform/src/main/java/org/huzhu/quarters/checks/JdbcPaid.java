package org.huzhu.quarters.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.PaidTo;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.checks.QuarterChecks.Paid;
import org.huzhu.quarters.checks.QuarterChecks.Part;
import org.huzhu.quarters.checks.QuarterChecks.Paying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What confirmed quarters paid at a place: asked for one at a time, since each may have as many lines as a city. */
@Repository
class JdbcPaid {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String PAYING = """
            select id, plan, year, quarter from quarters.run
            where state in ('CONFIRMED', 'PAID', 'CLOSED')
              and (path @> cast(:place as ltree) or path <@ cast(:place as ltree)) and path <@ any(:reach::ltree[])
            order by year desc, quarter desc, plan, id limit :max
            """;

    private static final String PART = """
            select count(*) as persons, count(paid_on) as reached, coalesce(sum(due_fen), 0)::bigint as fen
            from quarters.line where run = :run and stands and due_fen > 0 and path <@ any(:reach::ltree[])
            """;

    private static final String LIST = """
            select id, path::text as path, agency, payee, card_end, due_fen, paid_on from quarters.line
            where run = :run and stands and due_fen > 0 and path <@ any(:reach::ltree[])
              and (path, id) > (cast(:path as ltree), :after)
            order by path, id limit :max
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcPaid(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /** The confirmed quarters of offices at, above or below the place. */
    List<Paying> paying(String place, int max) {
        return within(PAYING)
                .param("place", place)
                .param("max", max)
                .query((row, _) -> new Paying(
                        row.getObject("id", UUID.class),
                        new Quarter(row.getString("plan"), row.getInt("year"), row.getInt("quarter"))))
                .list();
    }

    Part part(UUID run) {
        return within(PART)
                .param("run", run)
                .query((row, _) ->
                        new Part(row.getInt("persons"), row.getInt("reached"), Money.ofFen(row.getLong("fen"))))
                .single();
    }

    /** A line of a list, and where it stands in it. */
    record Listed(String path, UUID id, Paid paid) {}

    /** The lines that follow one, or the first ones: fewer than so many are the last. */
    @Transactional(readOnly = true)
    List<Listed> after(UUID run, Optional<Listed> last, int max) {
        return within(LIST)
                .param("run", run)
                .param("path", last.map(Listed::path).orElse(""))
                .param("after", last.map(Listed::id).orElse(FIRST))
                .param("max", max)
                .query((row, _) -> listed(row))
                .list();
    }

    private Listed listed(ResultSet row) throws SQLException {
        Paid paid = new Paid(
                row.getString("agency"),
                name(row),
                row.getString("card_end"),
                Money.ofFen(row.getLong("due_fen")),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)));
        return new Listed(row.getString("path"), row.getObject("id", UUID.class), paid);
    }

    private String name(ResultSet row) throws SQLException {
        return PaidTo.of(secrets.open(Field.CARD, row.getObject("id", UUID.class), row.getBytes("payee")))
                .name();
    }
}
