package org.huzhu.enrolment;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huzhu.roster.Column;
import org.huzhu.roster.Mapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the headers of units' own rosters mean. */
@Repository
class JdbcMappings {

    private static final String OF_UNIT =
            "select header, means from enrolment.mapping where unit = :unit and " + Reach.IN;

    private static final String REMEMBER = """
            insert into enrolment.mapping (unit, path, header, means) values (:unit, :path::ltree, :header, :means)
            on conflict (unit, header) do update set means = excluded.means
            """;

    private final JdbcClient database;

    JdbcMappings(JdbcClient database) {
        this.database = database;
    }

    Mapping of(UUID unit) {
        Map<String, Column> columns = new HashMap<>();
        Reach.limited(database, OF_UNIT).param("unit", unit).query(row -> {
            columns.put(row.getString("header"), Column.valueOf(row.getString("means")));
        });
        return new Mapping(columns);
    }

    void remember(UUID unit, String path, Mapping mapping) {
        mapping.columns()
                .forEach((header, column) -> database.sql(REMEMBER)
                        .param("unit", unit)
                        .param("path", path)
                        .param("header", header)
                        .param("means", column.name())
                        .update());
    }
}
