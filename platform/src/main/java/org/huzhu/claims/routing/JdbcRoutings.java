package org.huzhu.claims.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.routing.Routing.Fast;
import org.huzhu.claims.routing.Routings.Placed;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How claims go, for offices and days. */
@Repository
class JdbcRoutings {

    private static final String SELECT = """
            select path::text as path, from_on, own, paper, second_fen, fast_fen, fast_plans, fast_permille
            from claims.routing where path <@ any(:reach::ltree[])
            """;

    /** Of those of the place and above it the innermost, of these the last that has begun. */
    private static final String AT = SELECT + """
              and path @> cast(:path as ltree) and from_on <= :day
            order by nlevel(path) desc, from_on desc limit 1
            """;

    private static final String SEEN = SELECT + """
              and (path @> cast(:path as ltree) or path <@ cast(:path as ltree))
            order by nlevel(path), path, from_on desc
            """;

    private static final String LAY = """
            insert into claims.routing (path, from_on, own, paper, second_fen, fast_fen, fast_plans, fast_permille,
                set_by, set_at)
            values (cast(:path as ltree), :from, :own, :paper, :second, :fast, :plans, :permille, :actor, :at)
            on conflict (path, from_on) do update set own = excluded.own, paper = excluded.paper,
                second_fen = excluded.second_fen, fast_fen = excluded.fast_fen, fast_plans = excluded.fast_plans,
                fast_permille = excluded.fast_permille, set_by = excluded.set_by, set_at = excluded.set_at
            where routing.path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    JdbcRoutings(JdbcClient database) {
        this.database = database;
    }

    Optional<Routing> at(String path, LocalDate day) {
        return database.sql(AT)
                .param("reach", Scope.required().reachText())
                .param("path", path)
                .param("day", day)
                .query((row, _) -> routing(row))
                .optional();
    }

    List<Placed> seen(String path) {
        return database.sql(SEEN)
                .param("reach", Scope.required().reachText())
                .param("path", path)
                .query((row, _) -> new Placed(row.getString("path"), routing(row)))
                .list();
    }

    void lay(String path, Routing routing, Instant at) {
        Optional<Fast> fast = routing.fast();
        database.sql(LAY)
                .param("reach", Scope.required().reachText())
                .param("path", path)
                .param("from", routing.from())
                .param("own", names(routing.own()))
                .param("paper", names(routing.paper()))
                .param("second", routing.secondFrom().fen())
                .param("fast", fast.map(each -> each.limit().fen()).orElse(null), Types.BIGINT)
                .param("plans", fast.map(Fast::plans).orElse(List.of()).toArray(String[]::new))
                .param("permille", fast.map(Fast::samplePermille).orElse(null), Types.INTEGER)
                .param("actor", Scope.required().actor())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] names(List<ReviewStep> steps) {
        return steps.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Routing routing(ResultSet row) throws SQLException {
        long limit = row.getLong("fast_fen");
        Optional<Fast> fast = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Fast(
                        Money.ofFen(limit),
                        List.of((String[]) row.getArray("fast_plans").getArray()),
                        row.getInt("fast_permille")));
        return new Routing(
                row.getObject("from_on", LocalDate.class),
                steps(row, "own"),
                steps(row, "paper"),
                Money.ofFen(row.getLong("second_fen")),
                fast);
    }

    private static List<ReviewStep> steps(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(ReviewStep::valueOf)
                .toList();
    }
}
