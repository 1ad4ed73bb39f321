package org.huzhu.quarters.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huzhu.crypto.Digests;

/**
 * What was seen of files, and since when they are so. A file is read once as long as it stays as it is: it may have
 * gigabytes, and be looked at each few seconds.
 */
final class Looks {

    private static final int PIECE = 1 << 20;

    private final Map<Path, Look> known = new HashMap<>();

    /**
     * How a file is.
     *
     * @param since when it was first seen so
     */
    record Look(long size, long changed, Instant since, Optional<Content> content) {

        boolean isQuiet(Instant now, Duration atLeast) {
            return !now.isBefore(since.plus(atLeast));
        }
    }

    /**
     * What stands in it.
     *
     * @param rows how many lines follow the first
     */
    record Content(String sha256, long rows) {}

    /** Forgets what is no more there. */
    void forgetGone() {
        known.keySet().removeIf(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** How it is, without reading it; empty where it is no plain file. */
    Optional<Look> glance(Path file, Instant now) throws IOException {
        BasicFileAttributes there;
        try {
            there = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (!there.isRegularFile()) {
            return Optional.empty();
        }
        Look look = known.get(file);
        long changed = there.lastModifiedTime().toMillis();
        if (look == null || look.size() != there.size() || look.changed() != changed) {
            look = new Look(there.size(), changed, now, Optional.empty());
            known.put(file, look);
        }
        return Optional.of(look);
    }

    /** What stands in it, read where it has changed. */
    Content content(Path file, Look look) throws IOException {
        if (look.content().isPresent()) {
            return look.content().get();
        }
        Content read = read(file);
        known.put(file, new Look(look.size(), look.changed(), look.since(), Optional.of(read)));
        return read;
    }

    private static Content read(Path file) throws IOException {
        Digests.Sha256 digest = Digests.sha256();
        long lines = 0;
        byte last = '\n';
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                digest.add(piece);
                for (byte each : piece) {
                    lines += each == '\n' ? 1 : 0;
                }
                last = piece[piece.length - 1];
            }
        }
        return new Content(Digests.hex(digest.finish()), Math.max(0, lines + (last == '\n' ? 0 : 1) - 1));
    }
}
