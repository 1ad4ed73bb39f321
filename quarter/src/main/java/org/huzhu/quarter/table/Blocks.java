package org.huzhu.quarter.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;

/** Reads files in blocks of whole records and has workers parse them; see {@link Pass}. */
public final class Blocks {

    private final ExecutorService workers;
    private final LongConsumer bytesRead;

    /** Makes the columns of one block; called by several workers at once. */
    @FunctionalInterface
    public interface Parser<P extends TablePart> {
        /** Parses; {@code places} says for each column of the kind of file where it stands in this file. */
        P parse(Block block, int[] places);
    }

    /**
     * What a file gave.
     *
     * @param parts in the order of the file
     * @param bytes the length of the file
     * @param sha256 of the file's bytes as they are, in hexadecimal
     */
    public record Loaded<P extends TablePart>(TableFile file, List<P> parts, long bytes, String sha256) {

        public long rowsRead() {
            return parts.stream().mapToLong(TablePart::rowsRead).sum();
        }
    }

    /** Makes a reader; {@code bytesRead} hears how far into the file at hand the reading has come, again and again. */
    public Blocks(ExecutorService workers, LongConsumer bytesRead) {
        this.workers = workers;
        this.bytesRead = bytesRead;
    }

    /** Reads a file, or throws {@link FileRefused} if it cannot be read or is no table of its kind. */
    public <P extends TablePart> Loaded<P> read(TableFile file, Parser<P> parser) {
        try {
            Optional<Loaded<P>> inUtf8 = new Pass<>(file, parser, Encoding.UTF_8, workers, bytesRead).run();
            return inUtf8.isPresent()
                    ? inUtf8.get()
                    : new Pass<>(file, parser, Encoding.GB18030, workers, bytesRead)
                            .run()
                            .orElseThrow();
        } catch (IOException e) {
            throw FileRefused.of(file, "读不了：" + DiskWording.of(e), "请检查路径和权限，然后重新运行", e);
        }
    }
}
