package org.huzhu.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A transaction (凭证) as it stands in the journal, for good.
 *
 * @param number counts up, with gaps
 * @param posted what was posted
 * @param postedAt when it was written, which may be long after its day
 * @param actor who wrote it: the id of an account, or {@code system}
 * @param correction what it takes back; empty for most
 */
public record Transaction(
        long number, Posting posted, Instant postedAt, String actor, Optional<Correction> correction) {

    /**
     * What a reversing transaction takes back, and why.
     *
     * @param reverses the number of the other one
     */
    public record Correction(long reverses, String reason) {}
}
