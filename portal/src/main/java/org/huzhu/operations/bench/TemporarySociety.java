package org.huzhu.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import org.huzhu.operations.Invariants;
import org.huzhu.operations.Rooms;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A society in a temporary folder, on a server of its own with the settings of every other; deleted when it is closed.
 *
 * @param context holds what its rooms offer
 */
record TemporarySociety(Path folder, Server server, ConfigurableApplicationContext context) implements AutoCloseable {

    /** Opens one below the folder, or where the system keeps what is temporary, with whatever is changed in it. */
    static TemporarySociety open(
            Optional<Path> below, Map<String, Object> properties, Consumer<SpringApplication> change)
            throws IOException {
        Path folder = below.isPresent()
                ? Files.createTempDirectory(below.get(), "bench")
                : Files.createTempDirectory("huzhu-bench");
        Home home = new Home(folder);
        Server server = Servers.open(home, new Settings(Map.of()), _ -> {});
        Migrations.run(server, Society.ROOMS);
        SpringApplication application = Rooms.society(home, server, properties, "bench.log");
        Rooms.turnClock(application);
        change.accept(application);
        return new TemporarySociety(folder, server, application.run());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** In one sentence, whether all that must hold does. */
    String verified() {
        List<String> broken = Stream.of(Invariants.values())
                .filter(each -> !each.broken(server).isEmpty())
                .map(Enum::name)
                .toList();
        return broken.isEmpty()
                ? "核对：%d 项全部相符".formatted(Invariants.values().length)
                : "核对：不相符的有 " + String.join("、", broken);
    }

    @Override
    public void close() throws IOException {
        context.close();
        server.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
