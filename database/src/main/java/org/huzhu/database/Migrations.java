package org.huzhu.database;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema of each room to the newest version, as the owner of all tables.
 *
 * <p>A room has one schema, of its own name, and its files in {@code db/migration/<room>}; the history of what ran
 * stands in the same schema.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs what has not run yet.
     *
     * @param rooms in the order in which they may use each other
     * @return how many files ran
     */
    public static int run(Server server, List<String> rooms) {
        int count = 0;
        for (String room : rooms) {
            try {
                count += flyway(server, room).migrate().migrationsExecuted;
            } catch (FlywayException e) {
                throw new DatabaseTrouble("数据库“%s”部分的升级失败，已退回原状。原因：%s".formatted(room, e.getMessage()), e);
            }
        }
        return count;
    }

    private static Flyway flyway(Server server, String room) {
        return Flyway.configure()
                .dataSource(server.url(), server.owner().role(), server.owner().password())
                .schemas(room)
                .createSchemas(true)
                .locations("classpath:db/migration/" + room)
                .placeholders(Map.of("runner", server.runner().role()))
                .failOnMissingLocations(true)
                .load();
    }
}
