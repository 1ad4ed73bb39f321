package org.huzhu.enrolment.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Batch.Pinned;
import org.huzhu.enrolment.Cover;
import org.huzhu.enrolment.Order.Hours;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The covers of a batch, in the order of its roster. */
@Repository
class JdbcRoster {

    private static final String ROW = """
            select c.id, c.member, c.row, c.plan, c.version, c.tier, c.units, c.from_on, c.until_on, c.waits_until,
                   c.from_time, c.until_time, c.insured,
                   c.fen, case when b.state = 'STARTED' then 'IN_FORCE' else c.state end as state,
                   c.batch, b.number, b.unit, b.path::text as path, coalesce(l.name, '') as filed_name
            from enrolment.cover c
            join enrolment.batch b on b.id = c.batch
            left join enrolment.line l on l.batch = c.batch and l.part = c.part and l.row = c.row
                 and l.path <@ any(:reach::ltree[])
            where c.state <> 'VOID' and c.filed_path <@ any(:reach::ltree[])
            """;

    private static final String OF_BATCH = ROW + "and c.batch = :batch order by c.part, c.row, c.plan";

    private static final String FIRST = OF_BATCH + " limit :max";

    private static final String ONE = ROW + "and c.id = :cover";

    private static final String PATH =
            "select b.path::text from enrolment.batch b where b.id = :batch and b.path <@ any(:reach::ltree[])";

    private final JdbcClient database;

    JdbcRoster(JdbcClient database) {
        this.database = database;
    }

    /**
     * A cover, before it is known what its member is called now.
     *
     * @param child what the child is called that is under cover through the member; empty where it is he himself
     * @param listed with the name that stood in the roster, and no number
     */
    record Row(UUID member, Optional<String> child, Listed listed) {}

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /** The path of the unit whose batch it is. */
    Optional<String> path(UUID batch) {
        return within(PATH).param("batch", batch).query(String.class).optional();
    }

    List<Row> first(UUID batch, int max) {
        return within(FIRST)
                .param("batch", batch)
                .param("max", max)
                .query((row, _) -> row(row))
                .list();
    }

    Optional<Row> one(UUID cover) {
        return within(ONE).param("cover", cover).query((row, _) -> row(row)).optional();
    }

    /** Hears of each cover of the batch, from a cursor that holds so many at a time. */
    void each(UUID batch, int atOnce, Consumer<Row> hearer) {
        within(OF_BATCH).param("batch", batch).withFetchSize(atOnce).query(row -> {
            hearer.accept(row(row));
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        Listed listed = new Listed(
                row.getObject("id", UUID.class),
                row.getObject("batch", UUID.class),
                row.getString("number"),
                row.getObject("unit", UUID.class),
                row.getString("path"),
                row.getInt("row"),
                row.getString("filed_name"),
                Optional.empty(),
                new Pinned(row.getString("plan"), row.getString("version"), Optional.ofNullable(row.getString("tier"))),
                row.getInt("units"),
                new DateSpan(row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)),
                Hours.of(row.getObject("from_time", LocalTime.class), row.getObject("until_time", LocalTime.class)),
                Optional.ofNullable(row.getObject("waits_until", LocalDate.class)),
                Money.ofFen(row.getLong("fen")),
                Cover.State.valueOf(row.getString("state")));
        return new Row(row.getObject("member", UUID.class), Optional.ofNullable(row.getString("insured")), listed);
    }
}
