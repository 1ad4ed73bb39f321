package org.huzhu.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

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
        return rooms.stream()
                .mapToInt(room -> run(server, room, MigrationVersion.LATEST))
                .sum();
    }

    /** Whether there is something that has not run yet; nothing is changed. */
    public static boolean areDue(Server server, List<String> rooms) {
        return rooms.stream().anyMatch(room -> areDue(server, room));
    }

    private static boolean areDue(Server server, String room) {
        try {
            return flyway(server, room, MigrationVersion.LATEST).info().pending().length > 0;
        } catch (FlywayException e) {
            throw new DatabaseTrouble("数据库“%s”部分的版本不能读取：%s".formatted(room, e.getMessage()), e);
        }
    }

    /**
     * Brings rooms to these versions, one after the other. Older copies name them by the alphabet: {@code house}, which
     * all use, comes first in any case.
     */
    static void runTo(Server server, Map<String, String> versions) {
        List<String> ordered = versions.keySet().stream()
                .sorted((one, other) -> Boolean.compare("house".equals(other), "house".equals(one)))
                .toList();
        ordered.forEach(room -> run(server, room, MigrationVersion.fromVersion(versions.get(room))));
    }

    private static int run(Server server, String room, MigrationVersion target) {
        try {
            return flyway(server, room, target).migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new DatabaseTrouble("数据库“%s”部分的升级失败，已退回原状。原因：%s".formatted(room, e.getMessage()), e);
        }
    }

    /** The version of the schema of each room, in the order of the rooms. */
    static Map<String, String> versions(Server server, List<String> rooms) {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String room : rooms) {
            MigrationInfo current =
                    flyway(server, room, MigrationVersion.LATEST).info().current();
            if (current != null) {
                versions.put(room, current.getVersion().getVersion());
            }
        }
        return versions;
    }

    private static Flyway flyway(Server server, String room, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(server.url(), server.owner().role(), server.owner().password())
                .schemas(room)
                .createSchemas(true)
                .locations("classpath:db/migration/" + room)
                .placeholders(Map.of("runner", server.runner().role()))
                .failOnMissingLocations(true)
                .target(target)
                .load();
    }
}
