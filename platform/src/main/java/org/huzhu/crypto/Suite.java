package org.huzhu.crypto;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** A cipher that seals: what it hides, it also guards against change. Names are stored: never rename one. */
enum Suite {
    /** SM4 (GB/T 32907) in Galois/Counter Mode. */
    SM4_GCM(16),
    /** AES with keys of 256 bits in Galois/Counter Mode. */
    AES_256_GCM(32);

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final int BITS = 8;

    private final int keyBytes;

    Suite(int keyBytes) {
        this.keyBytes = keyBytes;
    }

    int keyBytes() {
        return keyBytes;
    }

    /** The key of this suite that follows from the master key, by HKDF (RFC 5869) with SM3. */
    byte[] wrappingKey(byte[] master) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SM3Digest());
        generator.init(new HKDFParameters(master, null, Texts.bytes("huzhu wraps data keys with " + name())));
        byte[] key = new byte[keyBytes];
        generator.generateBytes(key, 0, key.length);
        return key;
    }

    /**
     * Seals the clear bytes; the tag stands last.
     *
     * @param nonce never twice with one key
     * @param place what must be the same when it is opened
     */
    byte[] seal(byte[] key, byte[] nonce, byte[] place, byte[] clear) {
        try {
            return run(true, key, nonce, place, clear);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing does not check anything", e);
        }
    }

    /** Opens what was sealed; refuses it where a single bit of it, the nonce or the place differs. */
    byte[] open(byte[] key, byte[] nonce, byte[] place, byte[] sealed) throws InvalidCipherTextException {
        return run(false, key, nonce, place, sealed);
    }

    private byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] in)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(block());
        cipher.init(seals, new AEADParameters(new KeyParameter(key), TAG_BYTES * BITS, nonce, place));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int count = cipher.processBytes(in, 0, in.length, out, 0);
        cipher.doFinal(out, count);
        return out;
    }

    private BlockCipher block() {
        return switch (this) {
            case SM4_GCM -> new SM4Engine();
            case AES_256_GCM -> AESEngine.newInstance();
        };
    }
}
