package org.huzhu.quarter.table;

/** A quick hash of 64 bits, the same on every machine; for finding, never for proving. */
public final class Hash {

    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private Hash() {}

    public static long of(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Octets.SIZE <= to; i += Octets.SIZE) {
            hash = with(hash, Octets.at(bytes, i));
        }
        if (i == to) {
            return hash;
        }
        if (to - from >= Octets.SIZE) {
            return with(hash, Octets.at(bytes, to - Octets.SIZE));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return with(hash, rest);
    }

    /** The hash of what was hashed before and one more number (the mixing of SplitMix64). */
    public static long with(long hash, long number) {
        long mixed = (hash ^ number) * FACTOR;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        return mixed ^ (mixed >>> 29);
    }

    /**
     * As {@link #with(long, long)} for several numbers, which are first added up, each times an odd number of its own.
     */
    public static long with(long hash, long[] numbers) {
        long sum = 0;
        long factor = FACTOR;
        for (long number : numbers) {
            sum += number * factor;
            factor *= FACTOR;
        }
        return with(hash, sum);
    }
}
