package org.huzhu.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** As long as it is open, nothing can be added to a table: PostgreSQL says what it says when its disk is full. */
record FullTable(FaultTown town, String table) implements AutoCloseable {

    private static final String DISK_FULL = """
            create or replace function public.disk_is_full() returns trigger language plpgsql as
            $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$
            """;

    FullTable {
        tell(town, DISK_FULL);
        tell(town, "create trigger full_disk before insert on " + table + " execute function public.disk_is_full()");
    }

    private static void tell(FaultTown town, String statement) {
        try (Connection owner = town.server().connectOwner();
                Statement telling = owner.createStatement()) {
            telling.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    @Override
    public void close() {
        tell(town, "drop trigger full_disk on " + table);
    }
}
