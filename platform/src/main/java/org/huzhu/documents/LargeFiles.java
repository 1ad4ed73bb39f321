package org.huzhu.documents;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

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
    Kept keep(Owner owner, InputStream bytes);

    /**
     * Lays all that comes down, for whoever has more to do before it stands: no row names it yet.
     *
     * @throws DocumentRefused as above
     */
    Laid lay(InputStream bytes);

    /** What lies there without an owner. Of a process that is killed meanwhile it is swept a day later. */
    interface Laid extends AutoCloseable {

        Kept kept();

        /** Gives it to the owner: it stands if the transaction at hand does, with all else that is done in that. */
        void stand(Owner owner);

        /** Takes it away unless it stands. */
        @Override
        void close();
    }

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
