package org.huzhu.quarter.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text at a time, as one number: the first byte is the lowest. Where something is found among the
 * eight, the answer has the highest bit of its byte set, so that {@link #first} names its place.
 */
final class Octets {

    static final int SIZE = 8;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7F * ONES;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long ZEROS = '0' * ONES;
    private static final long ABOVE_NINE = (0x80 - 10) * ONES;
    private static final long ABOVE_COMMA = (0x80 - ',' - 1) * ONES;
    private static final long QUOTES = '"' * ONES;

    /** Two times the bits that say lead, follower, follower. */
    private static final long THREES_MASK = 0x0000_C0C0_F0C0_C0F0L;

    private static final long THREES = 0x0000_8080_E080_80E0L;

    /** Of leads of three bytes these two, without their upper half, ask more of the second byte. */
    private static final long LEAD_MASK = 0x0F;

    private static final long LEAD_OF_FIRST = 0x00;
    private static final long LEAD_OF_SURROGATES = 0x0D;

    private static final int POINT_AND_COMMA = ',' << 24 | '.';

    private Octets() {}

    /** The eight bytes that begin at this place; all of them must be there. */
    static long at(byte[] bytes, int from) {
        return (long) LONG.get(bytes, from);
    }

    /** The place of the first that was found; {@link #SIZE} if there was none. */
    static int first(long found) {
        return Long.numberOfTrailingZeros(found) >>> 3;
    }

    /** What was found, without the first. */
    static long afterFirst(long found) {
        return found & (found - 1);
    }

    /** Whether all bytes are of ASCII. */
    static boolean areAscii(long octets) {
        return (octets & HIGH_BITS) == 0;
    }

    /** Whether they begin with two characters of three bytes each, as most of Chinese are, in well-formed UTF-8. */
    static boolean areTwoOfThreeBytes(long octets) {
        return (octets & THREES_MASK) == THREES && isFreeLead(octets) && isFreeLead(octets >>> 24);
    }

    /** Whether four bytes are a point, two digits and a comma, as an amount ends. */
    static boolean isPointTwoDigitsComma(int four) {
        int digits = (four >>> Byte.SIZE & 0xFFFF) ^ 0x3030;
        return (four & 0xFF00_00FF) == POINT_AND_COMMA && (((digits + 0x7676) | digits) & 0x8080) == 0;
    }

    private static boolean isFreeLead(long octets) {
        long rest = octets & LEAD_MASK;
        return rest != LEAD_OF_FIRST && rest != LEAD_OF_SURROGATES;
    }

    /** Bytes up to the comma: among them are comma, quote and the ends of lines, and little else that a table holds. */
    static long upToComma(long octets) {
        return ~(((octets & LOW_BITS) + ABOVE_COMMA) | octets) & HIGH_BITS;
    }

    /** The quotes. */
    static long quotes(long octets) {
        long other = octets ^ QUOTES;
        return ~(((other & LOW_BITS) + LOW_BITS) | other) & HIGH_BITS;
    }

    /** The bytes that are no digits; past the first of them there may be false ones. */
    static long notDigits(long octets) {
        long digits = octets ^ ZEROS;
        return ((digits + ABOVE_NINE) | digits) & HIGH_BITS;
    }

    /** The number that the first bytes say, which must be digits; from one to eight of them. */
    static int number(long octets, int digits) {
        long x = (octets ^ ZEROS) << (Long.SIZE - Byte.SIZE * digits);
        x = (x * 10 + (x >>> 8)) & 0x00FF_00FF_00FF_00FFL;
        x = (x * 100 + (x >>> 16)) & 0x0000_FFFF_0000_FFFFL;
        return (int) (x * 10_000 + (x >>> 32));
    }
}
