package org.huzhu.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the trail at a moment, in one line of text, to be kept where nobody who can write in the database can
 * write: on paper, in a mailbox, in another house. Whoever holds it can tell whether anything up to it was changed
 * since.
 *
 * @param block the number of the last block
 * @param records how many records were sealed by then
 * @param sealedAt when that block was sealed
 * @param hash of that block, as 64 hexadecimal digits
 */
public record Anchor(long block, long records, Instant sealedAt, String hash) {

    private static final Pattern LINE =
            Pattern.compile("huzhu-anchor block=(\\d{1,18}) records=(\\d{1,18}) sealed=(\\S+) sm3=([0-9a-f]{64})");

    /** The line to keep. */
    public String line() {
        return "huzhu-anchor block=%d records=%d sealed=%s sm3=%s"
                .formatted(block, records, Moments.text(sealedAt), hash);
    }

    /**
     * Reads such a line.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Anchor parse(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an anchor: '%s'".formatted(line));
        }
        try {
            return new Anchor(
                    Long.parseLong(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    Instant.parse(parts.group(3)),
                    parts.group(4));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not an anchor: '%s'".formatted(line), e);
        }
    }

    static Anchor of(Block block) {
        return new Anchor(block.number(), block.lastPos(), block.sealedAt(), block.hash());
    }
}
