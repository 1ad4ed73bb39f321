package org.huzhu.roster.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a workbook, unpacked within limits. */
final class ZipParts implements AutoCloseable {

    private static final int PARTS_MAX = 10_000;

    private final ZipFile zip;
    private final Limits limits;
    private final long fileBytes;
    private long unpacked;

    ZipParts(Path file, Limits limits) throws IOException {
        this.zip = new ZipFile(file.toFile());
        this.limits = limits;
        this.fileBytes = file.toFile().length();
        if (zip.size() > PARTS_MAX) {
            zip.close();
            throw Guard.damaged("", "文件里有 " + PARTS_MAX + " 个以上的部分，不像工作簿");
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The part of a name, whatever the case of its letters. */
    Optional<InputStream> open(String name) throws IOException {
        ZipEntry exact = zip.getEntry(name);
        Optional<? extends ZipEntry> found = exact == null
                ? zip.stream()
                        .filter(entry ->
                                entry.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                        .findFirst()
                : Optional.of(exact);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        long packed = Math.min(Math.max(found.get().getCompressedSize(), 1), fileBytes);
        return Optional.of(new CountedStream(zip.getInputStream(found.get()), packed, limits, this));
    }

    /** Counts what all parts together have unpacked. */
    boolean isTooMuch(int more) {
        unpacked += more;
        return unpacked > limits.unpackedBytes();
    }

    @Override
    public void close() {
        Guard.reading(() -> {
            zip.close();
            return 0;
        });
    }
}
