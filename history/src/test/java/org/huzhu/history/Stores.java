package org.huzhu.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.history.History.Progress;

/** Stores in folders of a test. */
final class Stores {

    private Stores() {}

    /** Writes the parts into a new folder below. */
    static Path written(Path temp, Words words, Part... parts) {
        try {
            Path folder = Files.createTempDirectory(temp, "store-");
            try (HistoryWriter writer = new HistoryWriter(folder, words, "试验")) {
                for (int part = 0; part < parts.length; part++) {
                    writer.write(part, parts[part]);
                }
                writer.finish();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Part> loaded(Path folder) {
        return History.open(folder).loadAll(FactBuilder.ALL_PARTS, 2, Progress.NONE);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below the folder. */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
