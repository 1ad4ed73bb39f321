package org.huzhu.crypto;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where what nobody may guess comes from. */
@FunctionalInterface
public interface Chance {

    /** Where a UUID holds its version. */
    long VERSION_7 = 0x7000;

    /** So many bytes that nobody can foretell. */
    byte[] bytes(int count);

    /** So many bytes as a text of letters, digits, - and _: four signs for each three bytes. */
    default String token(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /**
     * An id that nobody can foretell, later ones sorting after earlier ones: UUID version 7 (RFC 9562).
     *
     * @param at the moment that its first 48 bits hold, in milliseconds
     */
    default UUID id(Instant at) {
        ByteBuffer random = ByteBuffer.wrap(bytes(2 * Long.BYTES));
        long high = (at.toEpochMilli() << 16) | VERSION_7 | (random.getLong() & 0xFFF);
        long low = (random.getLong() & (Long.MAX_VALUE >> 1)) | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
