package org.huzhu.crypto;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The ciphers of one key, one for each thread that is at it. What follows from the key, its rounds and its tables,
 * costs more than to seal a number: it is worked out once and kept.
 */
final class Ciphers {

    /** From so many on it pays to leave Java for it. */
    private static final int LARGE_BYTES = 8 << 10;

    private final Suite suite;
    private final byte[] key;
    private final Queue<GCMModeCipher> idle = new ConcurrentLinkedQueue<>();

    Ciphers(Suite suite, byte[] key) {
        this.suite = suite;
        this.key = key;
    }

    /**
     * Seals the clear bytes; the tag stands last.
     *
     * @param nonce never twice with one key
     * @param place what must be the same when it is opened
     */
    byte[] seal(byte[] nonce, byte[] place, byte[] clear) {
        try {
            return run(true, nonce, place, clear);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing does not check anything", e);
        }
    }

    /** Opens what was sealed; refuses it where a single bit of it, the nonce or the place differs. */
    byte[] open(byte[] nonce, byte[] place, byte[] sealed) throws InvalidCipherTextException {
        return run(false, nonce, place, sealed);
    }

    /** A cipher that refuses something is not used again. */
    private byte[] run(boolean seals, byte[] nonce, byte[] place, byte[] in) throws InvalidCipherTextException {
        if (suite == Suite.SM4_GCM && in.length >= LARGE_BYTES && NativeSm4.isThere()) {
            return NativeSm4.run(seals, key, nonce, place, in);
        }
        GCMModeCipher kept = idle.poll();
        GCMModeCipher cipher = kept == null ? GCMBlockCipher.newInstance(suite.block()) : kept;
        // Without a key it goes on with the one that it has.
        KeyParameter fresh = kept == null ? new KeyParameter(key) : null;
        cipher.init(seals, new AEADParameters(fresh, Suite.TAG_BYTES * Byte.SIZE, nonce, place));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int count = cipher.processBytes(in, 0, in.length, out, 0);
        cipher.doFinal(out, count);
        idle.add(cipher);
        return out;
    }
}
