package org.huzhu.city;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes synthetic societies: {@code members.csv}, {@code feed-q1.csv} to {@code feed-q4.csv}, {@code city.json}. */
public final class City {

    private static final int BLOCKS_AT_A_TIME = 8;

    private City() {}

    /**
     * Makes the city that was ordered in the directory, which must be empty or absent.
     *
     * <p>It is built in a hidden directory beside and then renamed, so that a directory with the wanted name is whole.
     * What is held in memory does not grow with the city: eight blocks of 8,192 people at a time, which the common pool
     * makes in parallel and which are written in order.
     *
     * @param peopleMade hears how many people stand written, again and again
     * @return what was made
     * @throws IOException if the directory is not empty or is a file, or cannot be written; nothing is left behind, nor
     *     is it when the process is interrupted
     */
    public static Census make(CityOrder order, Path directory, LongConsumer peopleMade) throws IOException {
        Path wanted = directory.toAbsolutePath().normalize();
        requireEmpty(wanted);
        Path parent = wanted.resolveSibling(".").normalize();
        Files.createDirectories(parent);
        Path aside = parent.resolve(
                ".%s.%d".formatted(wanted.getFileName(), ProcessHandle.current().pid()));
        Files.createDirectory(aside);
        Thread atExit = new Thread(() -> deleteQuietly(aside));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            Census census = write(order, aside, peopleMade);
            Files.writeString(aside.resolve("city.json"), census.toJson());
            Files.deleteIfExists(wanted);
            Files.move(aside, wanted, StandardCopyOption.ATOMIC_MOVE);
            return census;
        } finally {
            deleteAll(aside);
            forget(atExit);
        }
    }

    /** Makes the city, with nobody to hear how far it has come. */
    public static Census make(CityOrder order, Path directory) throws IOException {
        return make(order, directory, _ -> {});
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the process is ending, and the hook runs
        }
    }

    private static void deleteQuietly(Path directory) {
        try {
            deleteAll(directory);
        } catch (IOException e) {
            return; // the process is ending: nobody is left to tell
        }
    }

    private static void requireEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new FileSystemException(directory.toString(), null, "Not a directory");
        }
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(directory.toString());
            }
        }
    }

    private static Census write(CityOrder order, Path directory, LongConsumer peopleMade) throws IOException {
        CityMaker maker = new CityMaker(order);
        List<FileStyle> styles = order.awkward() ? FileStyle.awkward() : FileStyle.plain();
        int blocks = Math.ceilDiv(order.people(), Block.PEOPLE);
        try (CityFiles files = CityFiles.open(directory, styles)) {
            for (int first = 0; first < blocks; first += BLOCKS_AT_A_TIME) {
                List<Block> made = IntStream.range(first, Math.min(blocks, first + BLOCKS_AT_A_TIME))
                        .parallel()
                        .mapToObj(number -> Block.of(number, order, maker, styles))
                        .toList();
                for (Block block : made) {
                    files.append(block);
                }
                peopleMade.accept(Math.min(order.people(), (long) (first + BLOCKS_AT_A_TIME) * Block.PEOPLE));
            }
            return files.finish(order);
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
