package org.huzhu.crypto;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column of a table; all names are those of a room, never anybody's input.
 *
 * @param id the column by which values are sealed
 */
record TableColumn(JdbcClient database, Field field, String table, String id, String name) implements SealedColumn {

    @Override
    public SequencedMap<UUID, byte[]> after(UUID after, int max) {
        SequencedMap<UUID, byte[]> rows = new LinkedHashMap<>();
        database.sql("select %1$s, %2$s from %3$s where %2$s is not null and %1$s > :after order by %1$s limit :max"
                        .formatted(id, name, table))
                .param("after", after)
                .param("max", max)
                .query(row -> {
                    rows.put(row.getObject(id, UUID.class), row.getBytes(name));
                });
        return rows;
    }

    @Override
    public void replace(UUID row, byte[] old, byte[] fresh) {
        database.sql("update %1$s set %2$s = :fresh where %3$s = :id and %2$s = :old".formatted(table, name, id))
                .param("fresh", fresh)
                .param("id", row)
                .param("old", old)
                .update();
    }
}
