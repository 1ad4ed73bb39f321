package org.huzhu.testdatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.jspecify.annotations.Nullable;

/**
 * Fresh databases on one PostgreSQL, which runs as long as the tests do. What is migrated once is copied for each test
 * that asks for the same rooms.
 */
public final class TestDatabase {

    private static final List<String> FAST =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=600");

    private static final Map<List<String>, String> TEMPLATES = new HashMap<>();
    private static @Nullable Server cluster;
    private static int made;

    private TestDatabase() {}

    /** A database of its own, with the schemas of these rooms and nothing in them. */
    public static synchronized Server fresh(List<String> rooms) {
        Server server = cluster();
        String template = TEMPLATES.computeIfAbsent(rooms, wanted -> template(server, wanted));
        String name = "test" + ++made;
        execute(
                server,
                "create database %s template %s owner %s"
                        .formatted(name, template, server.owner().role()));
        return server.on(name);
    }

    private static String template(Server server, List<String> rooms) {
        String name = "migrated" + TEMPLATES.size();
        execute(
                server,
                "create database %s owner %s".formatted(name, server.owner().role()));
        Migrations.run(server.on(name), rooms);
        return name;
    }

    private static void execute(Server server, String sql) {
        try (Connection admin = server.connectAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Server cluster() {
        if (cluster == null) {
            // Programs are unpacked once for all test runs of this user; data are made anew for each.
            Path programs = Path.of(
                    Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                            .orElse(System.getProperty("user.home") + "/.cache"),
                    "huzhu");
            cluster = start(programs);
        }
        return cluster;
    }

    private static Server start(Path programs) {
        try {
            Files.createDirectories(programs);
            Path folder = Files.createTempDirectory("huzhu-test-");
            Files.createSymbolicLink(folder.resolve("programs"), programs);
            List<String> options = Stream.concat(FAST.stream(), Stream.of("hba_file=" + believed(folder)))
                    .toList();
            Server server = Servers.own(new Home(folder), "huzhu", options, _ -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever says who he is, is believed: to prove a password costs as much as a page. */
    private static Path believed(Path folder) throws IOException {
        return Files.writeString(folder.resolve("believed.conf"), "host all all 127.0.0.1/32 trust\n");
    }

    private static void stop(Server server, Path folder) {
        server.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(TestDatabase::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
