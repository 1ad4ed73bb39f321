package org.huzhu.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Seals the trail, hands out anchors, and tells whether it is still what was sealed. */
public interface AuditSeals {

    /** The most records that one block seals. */
    int BLOCK_RECORDS_MAX = 1_000;

    /**
     * Seals all records that were committed since the last time, in blocks. Two at once take turns.
     *
     * @return how many records were sealed
     */
    long seal();

    /** Writes down the head of the trail as it is now, to be kept elsewhere; empty where nothing is sealed yet. */
    Optional<Anchor> anchor();

    /**
     * Writes the sealed trail into the folder, as {@code records.tsv} and {@code blocks.tsv}; docs/audit.md says how
     * they are written.
     *
     * @throws IOException if a file cannot be written
     */
    void export(Path folder) throws IOException;

    /** Verifies the trail as it stands in the database, with what only the database shows. */
    TrailVerifier.Verdict verify(Optional<Anchor> anchor);
}
