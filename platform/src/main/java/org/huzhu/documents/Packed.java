package org.huzhu.documents;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;

/** Bytes that are kept in fewer (Zstandard, RFC 8878). */
final class Packed {

    /** Lists come to a quarter with it; a higher level takes longer and gains next to nothing. */
    private static final int LEVEL = 1;

    private Packed() {}

    static byte[] of(byte[] clear) {
        return Zstd.compress(clear, LEVEL);
    }

    /** What was packed, if it is so many bytes. */
    static Optional<byte[]> open(byte[] packed, int bytes) {
        try {
            byte[] clear = Zstd.decompress(packed, bytes);
            return clear.length == bytes ? Optional.of(clear) : Optional.empty();
        } catch (ZstdException _) {
            return Optional.empty();
        }
    }
}
