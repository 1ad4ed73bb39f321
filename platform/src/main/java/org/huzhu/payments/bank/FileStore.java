package org.huzhu.payments.bank;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.springframework.stereotype.Component;

/** The folder of payment files. A file is there whole or not at all: it takes its name once all of it is on disk. */
@Component("paymentFiles")
public final class FileStore {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    FileStore(Home home) {
        this.folder = home.folder().resolve("payments");
    }

    /** What is written into a file. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Where a file of that name is, or would be. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Writes a file, or the same once more; says its SHA-256 in hexadecimal. */
    public String write(String name, Content content) {
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                content.write(out);
            } catch (IOException | RuntimeException e) {
                // On a full disk what is of no use takes the room of what would be.
                Files.deleteIfExists(part);
                throw e;
            }
            sync(part);
            String digest = Digests.hex(Digests.sha256(part));
            Files.move(part, path(name), ATOMIC_MOVE, REPLACE_EXISTING);
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
            channel.force(true);
        }
    }

    /** The SHA-256 of a file, in hexadecimal. */
    public static String sha256(Path file) {
        try {
            return Digests.hex(Digests.sha256(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
