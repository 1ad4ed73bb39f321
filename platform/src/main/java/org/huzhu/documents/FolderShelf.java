package org.huzhu.documents;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder, in it folders by the first signs of the names; what is not whole yet ends in {@code .part}. */
record FolderShelf(Path folder) implements Shelf {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int SIGNS = 2;

    @Override
    public void put(String name, byte[] sealed) throws IOException {
        Path to = at(name);
        Path within = within(name);
        Files.createDirectories(within);
        Path part = within.resolve(name + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, CREATE_NEW, WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(sealed);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            flush(within);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The name of the file too must outlast a loss of power, where the system lets folders be opened. */
    private static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Such a system writes names down by itself.
        }
    }

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(at(name)));
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(folder)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(at(name));
    }

    @Override
    public void each(Instant before, Consumer<String> names) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!isBefore(file, before)) {
                continue;
            }
            if (name.endsWith(".part")) {
                Files.deleteIfExists(file);
            } else if (NAME.matcher(name).matches()) {
                names.accept(name);
            }
        }
    }

    private static boolean isBefore(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private Path at(String name) {
        return within(name).resolve(name);
    }

    private Path within(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Names on the shelf are 64 hexadecimal digits");
        }
        return folder.resolve(name.substring(0, SIGNS)).resolve(name.substring(SIGNS, 2 * SIGNS));
    }
}
