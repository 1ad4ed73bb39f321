package org.huzhu.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.receipts.MedicalReceipt;

/**
 * A paper that was brought and is kept.
 *
 * @param owner the id of what it belongs to
 * @param pages how many pages there are to look at; none of a receipt in XML
 * @param size in bytes, as it was brought
 * @param blurred whether a photo is so blurred that nobody may be able to read it
 * @param digest a keyed digest of what was brought: equal files have equal ones
 * @param receipt what it says, where it is a medical receipt that could be read
 */
public record Document(
        UUID id,
        UUID owner,
        Kind kind,
        int pages,
        long size,
        Instant at,
        boolean blurred,
        String digest,
        Optional<MedicalReceipt> receipt) {

    /** What kind of file it is. Names are stored: never rename one. */
    public enum Kind {
        PHOTO,
        PDF,
        /** An electronic receipt as GB/T 33190 lays it out. */
        OFD,
        /** An electronic receipt as data. */
        XML,
        /** A large table, in pieces, which nobody looks at. */
        TABLE
    }
}
