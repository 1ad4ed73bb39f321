package org.huzhu.crypto;

import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A column of sealed values, which its room lets be sealed again after a key was changed: a bean for each. */
public interface SealedColumn {

    /**
     * The column of a table.
     *
     * @param id the column with the row's id, by which values are sealed
     */
    static SealedColumn of(JdbcClient database, Field field, String table, String id, String name) {
        return new TableColumn(database, field, table, id, name);
    }

    Field field();

    /**
     * The sealed bytes of the rows after the given one, in the order of their ids.
     *
     * @param after the last row that was seen; all zeros at the beginning
     * @param max how many at most
     */
    SequencedMap<UUID, byte[]> after(UUID after, int max);

    /** Puts the fresh bytes in the place of the old, unless somebody has changed them meanwhile. */
    void replace(UUID row, byte[] old, byte[] fresh);
}
