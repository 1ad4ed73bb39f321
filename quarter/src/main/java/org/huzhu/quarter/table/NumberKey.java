package org.huzhu.quarter.table;

import java.nio.charset.StandardCharsets;

/**
 * The number of a record or a member as a {@code long}, so that it is compared and looked up without its text.
 *
 * <p>A text of one to eighteen digits is its own key: the digits with a 1 before them, above zero. Any other text has a
 * hash below zero for a key: where two of these are equal, the texts must be compared. No key is zero.
 */
public final class NumberKey {

    private static final int DIGITS_MAX = 18;

    private NumberKey() {}

    /** The key of the text that stands in the bytes from {@code from} to {@code to}, exclusive. */
    public static long of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 1 || length > DIGITS_MAX) {
            return hashed(bytes, from, to);
        }
        long key = 1;
        int i = from;
        if (length >= Octets.SIZE) {
            long octets = Octets.at(bytes, from);
            if (Octets.notDigits(octets) != 0) {
                return hashed(bytes, from, to);
            }
            key = 100_000_000L + Octets.number(octets, Octets.SIZE);
            i += Octets.SIZE;
        }
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return hashed(bytes, from, to);
            }
            key = key * 10 + digit;
        }
        return key;
    }

    /** Whether the key says all that the text does. */
    public static boolean isDigits(long key) {
        return key > 0;
    }

    /** The text of a key that {@link #isDigits}. */
    public static byte[] digits(long key) {
        return Long.toString(key).substring(1).getBytes(StandardCharsets.US_ASCII);
    }

    private static long hashed(byte[] bytes, int from, int to) {
        return Hash.of(bytes, from, to) | Long.MIN_VALUE;
    }
}
