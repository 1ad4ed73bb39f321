package org.huzhu.quarters.working;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in which files lie open while they are worked on; closing it takes it away with all that is in it. */
public record OpenFolder(Path path) implements AutoCloseable {

    private static final Duration LEFT = Duration.ofDays(1);

    /**
     * A fresh one; what was left open of the same work by a process that was killed is taken away.
     *
     * @param mine what the work is known by
     */
    public static OpenFolder of(Path working, String mine) throws IOException {
        Files.createDirectories(working);
        for (Path each : named(working, mine)) {
            clear(each);
        }
        return new OpenFolder(Files.createTempDirectory(working, mine));
    }

    /**
     * A fresh one beside others of the same kind that may be in use. What was left open for more than a day is taken
     * away: whoever worked on it was killed.
     */
    public static OpenFolder beside(Path working, String kind) throws IOException {
        Files.createDirectories(working);
        OpenFolder fresh = new OpenFolder(Files.createTempDirectory(working, kind));
        Instant since = Files.getLastModifiedTime(fresh.path()).toInstant().minus(LEFT);
        for (Path each : named(working, kind)) {
            clearIfOlder(each, since);
        }
        return fresh;
    }

    /** Whoever works in it may take it away meanwhile. */
    private static void clearIfOlder(Path folder, Instant since) throws IOException {
        try {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(since)) {
                clear(folder);
            }
        } catch (NoSuchFileException _) {
            // Then it does not lie open any more, which is all that is wanted.
        }
    }

    private static List<Path> named(Path working, String beginning) throws IOException {
        try (Stream<Path> all = Files.list(working)) {
            return all.filter(each -> each.getFileName().toString().startsWith(beginning))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        clear(path);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
