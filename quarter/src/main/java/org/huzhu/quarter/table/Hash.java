package org.huzhu.quarter.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A quick hash of 64 bits, the same on every machine; for finding, never for proving. */
public final class Hash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private Hash() {}

    public static long of(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = with(hash, (long) LONG.get(bytes, i));
        }
        for (; i < to; i++) {
            hash = with(hash, bytes[i]);
        }
        return hash;
    }

    /** The hash of what was hashed before and one more number (the mixing of SplitMix64). */
    public static long with(long hash, long number) {
        long mixed = (hash ^ number) * FACTOR;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        return mixed ^ (mixed >>> 29);
    }
}
