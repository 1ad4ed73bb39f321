package org.huzhu.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.huzhu.crypto.Digests;

/**
 * A seal over a run of records.
 *
 * @param number from 1
 * @param lastPos the position of the last record in it
 * @param count of records in it
 * @param sealedAt to the microsecond
 * @param previous the hash of the block before, 32 bytes, as hexadecimal digits
 * @param root of the Merkle tree over its records, likewise
 * @param hash over all the above, likewise
 */
record Block(long number, long lastPos, long count, Instant sealedAt, String previous, String root, String hash) {

    static final String NONE = "0".repeat(64);

    private static final int COLUMNS = 7;

    /** The block that follows, over the records in the tree. */
    static Block of(long number, long lastPos, Instant sealedAt, String previous, MerkleTree tree) {
        String root = HexFormat.of().formatHex(tree.root());
        Block unsealed = new Block(number, lastPos, tree.count(), sealedAt, previous, root, NONE);
        return new Block(number, lastPos, tree.count(), sealedAt, previous, root, unsealed.hashOfRest());
    }

    /** What the hash must be. */
    String hashOfRest() {
        HexFormat hex = HexFormat.of();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt);
        return hex.formatHex(Digests.sm3(
                Canonical.block(number, lastPos, count, micros, hex.parseHex(previous), hex.parseHex(root))));
    }

    long firstPos() {
        return lastPos - count + 1;
    }

    String line() {
        return String.join(
                "\t",
                String.valueOf(number),
                String.valueOf(lastPos),
                String.valueOf(count),
                Moments.text(sealedAt),
                previous,
                root,
                hash);
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    static Block parse(String line) {
        List<String> columns = Arrays.asList(line.split("\t", -1));
        if (columns.size() != COLUMNS) {
            throw new IllegalArgumentException("A block has %d columns, not %d".formatted(COLUMNS, columns.size()));
        }
        for (String digest : columns.subList(4, COLUMNS)) {
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("'%s' is no hash".formatted(digest));
            }
        }
        try {
            return new Block(
                    Long.parseLong(columns.get(0)),
                    Long.parseLong(columns.get(1)),
                    Long.parseLong(columns.get(2)),
                    Instant.parse(columns.get(3)),
                    columns.get(4),
                    columns.get(5),
                    columns.get(6));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is no moment".formatted(columns.get(3)), e);
        }
    }
}
