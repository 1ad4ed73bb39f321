package org.huzhu.documents;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Files of any size that the society itself reads again, such as what an insurance office sends each quarter: sealed
 * and kept in pieces, so that none is ever whole in memory. It works in the scope at hand and asks no rights.
 */
public interface LargeFiles {

    /**
     * Keeps all that comes, or nothing.
     *
     * @throws DocumentRefused if nothing comes, the line breaks, or the shelf does not take it
     */
    default Kept keep(Owner owner, InputStream bytes) {
        return keep(owner, bytes, _ -> {});
    }

    /**
     * The same, with something else that stands if the file does: both are one transaction, and nothing is left of the
     * file if the other throws.
     *
     * @param with what is done once all has come
     */
    Kept keep(Owner owner, InputStream bytes, Consumer<Kept> with);

    /**
     * Writes it as it came into a new file, for its owner alone; whoever asked for it takes it away again.
     *
     * @throws DocumentRefused if there is none within reach, a piece is gone or was changed, or the disk takes no more
     */
    void write(UUID file, Path to);

    /**
     * What is kept.
     *
     * @param bytes how many came
     * @param sha256 of what came, in hexadecimal
     */
    record Kept(UUID id, long bytes, String sha256) {}
}
