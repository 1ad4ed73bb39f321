package org.huzhu.quarters.drop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.database.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder in which deliveries are left, and where they go from there. */
@Component
class DropFolder {

    /** The largest manifest that is read. */
    static final int MANIFEST_BYTES_MAX = 1 << 16;

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    /** What is on its way to one of the two; its names begin with the one. */
    private static final String MOVING = ".moving";

    private static final String RESULT = "result.txt";

    private final Path folder;

    DropFolder(Home home, @Value("${huzhu.drop:}") String elsewhere) {
        folder = elsewhere.isBlank()
                ? home.drop().resolve("quarters")
                : Path.of(elsewhere).toAbsolutePath().normalize();
    }

    /** Whether the name is that of a manifest: {@code manifest.yaml}, or another word and a dot before it. */
    static boolean isManifest(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return Stream.of("manifest.yaml", "manifest.yml", "manifest.json")
                .anyMatch(end -> plain.equals(end) || plain.endsWith("." + end) || plain.endsWith("-" + end));
    }

    /** The folder, for this process alone; closing it lets others in. */
    record Hold(FileChannel channel, FileLock lock) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
        }
    }

    /** Holds the folder; empty while another process does. */
    Optional<Hold> hold() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isHeld = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            isHeld = true;
            return Optional.of(new Hold(channel, lock));
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        } finally {
            if (!isHeld) {
                channel.close();
            }
        }
    }

    /** The files that lie there, by their names. */
    List<Path> all() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> !each.getFileName().toString().startsWith("."))
                    .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** The manifests among them. */
    List<Path> manifests() throws IOException {
        return all().stream()
                .filter(each -> isManifest(each.getFileName().toString()))
                .toList();
    }

    /** A file that a manifest names. */
    Path named(String name) {
        return folder.resolve(name);
    }

    static byte[] bytes(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(MANIFEST_BYTES_MAX + 1);
        }
    }

    /**
     * Ends a delivery, whatever happens from the renaming of its manifest on: the files of one that was taken in are
     * deleted, those of another move away with their manifest.
     *
     * @param marks of the files that go with it: what is another by then stays where it is
     */
    void end(Path manifest, boolean isTaken, LocalDateTime at, List<String> marks, String result) throws IOException {
        String name = (isTaken ? DONE : REFUSED) + "-" + STAMP.format(at);
        Path moving = Files.createDirectories(free(folder.resolve(MOVING), name));
        Files.writeString(moving.resolve(RESULT), result, UTF_8);
        Files.write(moving.resolve(MOVING), marks, UTF_8);
        Files.move(manifest, moving.resolve(manifest.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
        finish(moving);
    }

    /** A path that nothing lies at: another may have ended within the same second. */
    private static Path free(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        Path free = parent.resolve(name);
        for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = parent.resolve(name + "-" + i);
        }
        return free;
    }

    /** By which these files are known again, a line each. */
    List<String> marks(List<String> names) throws IOException {
        List<String> marks = new ArrayList<>();
        for (String each : names) {
            marks.add(mark(named(each)) + " " + each);
        }
        return marks;
    }

    /** By which a file is known again: what came later under its name belongs to another delivery. */
    private static String mark(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis()
                : "-";
    }

    /** Ends what whoever was killed had not ended, and forgets what he had not decided. */
    void finishAll() throws IOException {
        Path moving = folder.resolve(MOVING);
        if (!Files.isDirectory(moving)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> all = Files.list(moving)) {
            left = all.toList();
        }
        for (Path each : left) {
            finish(each);
        }
    }

    private void finish(Path moving) throws IOException {
        if (!hasManifest(moving)) {
            LOG.info("A delivery was not decided when its process ended, and is looked at again");
            Files.deleteIfExists(moving.resolve(RESULT));
            Files.deleteIfExists(moving.resolve(MOVING));
            Files.delete(moving);
            return;
        }
        String title = moving.getFileName().toString();
        String end = title.substring(0, title.indexOf('-'));
        boolean isTaken = end.equals(DONE);
        Path list = moving.resolve(MOVING);
        for (String line : Files.exists(list) ? Files.readAllLines(list, UTF_8) : List.<String>of()) {
            int blank = line.indexOf(' ');
            String name = line.substring(blank + 1);
            Path file = named(name);
            if (!line.startsWith("-") && mark(file).equals(line.substring(0, blank))) {
                if (isTaken) {
                    // It lies sealed in the society, and no more in the clear.
                    Files.delete(file);
                } else {
                    Files.move(file, moving.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.deleteIfExists(list);
        Files.move(
                moving, free(folder.resolve(end), title.substring(end.length() + 1)), StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean hasManifest(Path moving) throws IOException {
        try (Stream<Path> all = Files.list(moving)) {
            return all.anyMatch(each -> isManifest(each.getFileName().toString()));
        }
    }
}
