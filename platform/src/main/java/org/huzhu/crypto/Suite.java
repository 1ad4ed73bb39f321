package org.huzhu.crypto;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** A cipher that seals: what it hides, it also guards against change. Names are stored: never rename one. */
enum Suite {
    /** SM4 (GB/T 32907) in Galois/Counter Mode. */
    SM4_GCM(16),
    /** AES with keys of 256 bits in Galois/Counter Mode. */
    AES_256_GCM(32);

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private final int keyBytes;

    Suite(int keyBytes) {
        this.keyBytes = keyBytes;
    }

    int keyBytes() {
        return keyBytes;
    }

    /**
     * The suite whose keys have so many bytes: of each thing with a key of its own, the key says by what it is sealed.
     */
    static Suite ofKey(int bytes) {
        return switch (bytes) {
            case 16 -> SM4_GCM;
            case 32 -> AES_256_GCM;
            default -> throw new IllegalArgumentException("No suite has keys of %d bytes".formatted(bytes));
        };
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
        return new Ciphers(this, key).seal(nonce, place, clear);
    }

    /** Opens what was sealed; refuses it where a single bit of it, the nonce or the place differs. */
    byte[] open(byte[] key, byte[] nonce, byte[] place, byte[] sealed) throws InvalidCipherTextException {
        return new Ciphers(this, key).open(nonce, place, sealed);
    }

    /** What ciphers of the suite are made of. */
    BlockCipher block() {
        return switch (this) {
            case SM4_GCM -> new SM4Engine();
            case AES_256_GCM -> AESEngine.newInstance();
        };
    }
}
