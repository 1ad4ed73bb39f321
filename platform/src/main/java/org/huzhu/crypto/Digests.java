package org.huzhu.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;

/** Digests without a key, by SM3 (GB/T 32905). */
public final class Digests {

    private Digests() {}

    /** The digest of the parts one after the other: 32 bytes. */
    public static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return sum;
    }
}
