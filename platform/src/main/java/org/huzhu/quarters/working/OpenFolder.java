package org.huzhu.quarters.working;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in which files lie open while they are worked on; closing it takes it away with all that is in it. */
public record OpenFolder(Path path) implements AutoCloseable {

    /**
     * A fresh one; what was left open of the same work by a process that was killed is taken away.
     *
     * @param mine what the work is known by
     */
    public static OpenFolder of(Path working, String mine) throws IOException {
        Files.createDirectories(working);
        List<Path> left;
        try (Stream<Path> all = Files.list(working)) {
            left = all.filter(each -> each.getFileName().toString().startsWith(mine))
                    .toList();
        }
        for (Path each : left) {
            clear(each);
        }
        return new OpenFolder(Files.createTempDirectory(working, mine));
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
