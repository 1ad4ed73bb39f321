package org.huzhu.claims.samples;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Samples that were drawn. */
@Repository
class JdbcSamples {

    private static final String ADD = """
            insert into claims.sample (id, path, way, size, above_fen, seed, from_on, until_on, population, drawn_by,
                drawn_at)
            values (:id, cast(:path as ltree), :way, :size, :above, :seed, :from, :until, :population, :actor, :at)
            """;

    private static final String ALL = """
            select s.id, s.way, s.size, s.above_fen, s.seed, s.from_on, s.until_on, s.population, s.drawn_at,
                   count(l.id) as looks, count(l.outcome) as checked
            from claims.sample s
            left join claims.second_look l on l.sample = s.id and l.path <@ any(:reach::ltree[])
            where s.path <@ any(:reach::ltree[])
            group by s.id order by s.drawn_at desc, s.id limit :max
            """;

    private final JdbcClient database;

    JdbcSamples(JdbcClient database) {
        this.database = database;
    }

    /** A sample as it is drawn: at a place, of so many claims. */
    record Fresh(UUID id, String path, Way way, long seed, DateSpan days, int population) {}

    void add(Fresh sample, Instant at) {
        database.sql(ADD)
                .param("id", sample.id())
                .param("path", sample.path())
                .param("way", name(sample.way()))
                .param("size", sample.way().size())
                .param(
                        "above",
                        sample.way() instanceof Way.ByValue value
                                ? value.above().fen()
                                : null,
                        Types.BIGINT)
                .param("seed", sample.seed())
                .param("from", sample.days().from())
                .param("until", sample.days().until())
                .param("population", sample.population())
                .param("actor", Scope.required().actor())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static String name(Way way) {
        return switch (way) {
            case Way.Evenly _ -> "EVENLY";
            case Way.ByValue _ -> "BY_VALUE";
            case Way.ByVariance _ -> "BY_VARIANCE";
        };
    }

    List<Sample> all(int max, ZoneId zone) {
        return database.sql(ALL)
                .param("reach", Scope.required().reachText())
                .param("max", max)
                .query((row, _) -> new Sample(
                        row.getObject("id", UUID.class),
                        way(row),
                        row.getLong("seed"),
                        new DateSpan(
                                row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)),
                        row.getInt("population"),
                        LocalDate.ofInstant(row.getTimestamp("drawn_at").toInstant(), zone),
                        row.getInt("looks"),
                        row.getInt("checked")))
                .list();
    }

    private static Way way(ResultSet row) throws SQLException {
        int size = row.getInt("size");
        return switch (row.getString("way")) {
            case "EVENLY" -> new Way.Evenly(size);
            case "BY_VALUE" -> new Way.ByValue(size, Money.ofFen(row.getLong("above_fen")));
            case "BY_VARIANCE" -> new Way.ByVariance(size);
            case String other -> throw new IllegalStateException("No sample is drawn " + other);
        };
    }
}
