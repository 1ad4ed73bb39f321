package org.huzhu.crypto;

import com.tencent.kona.crypto.KonaCryptoNativeProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SM4-GCM by OpenSSL, for pictures and feeds: nearly twice as fast as Bouncy Castle, and the same to the byte. Where
 * the machine has none of it, an old processor or a folder that forbids programs, everything is done in Java.
 */
final class NativeSm4 {

    private static final Logger LOG = LoggerFactory.getLogger(NativeSm4.class);
    private static final Optional<Provider> PROVIDER = provider();

    private NativeSm4() {}

    static boolean isThere() {
        return PROVIDER.isPresent();
    }

    /** As {@link Ciphers} does it; only where {@link #isThere it is there}. */
    static byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] in)
            throws InvalidCipherTextException {
        try {
            return cipher(PROVIDER.orElseThrow(), seals, key, nonce, place).doFinal(in);
        } catch (AEADBadTagException e) {
            throw new InvalidCipherTextException("mac check in GCM failed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM4 that was there is not any more", e);
        }
    }

    private static Cipher cipher(Provider provider, boolean seals, byte[] key, byte[] nonce, byte[] place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", provider);
        cipher.init(
                seals ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "SM4"),
                new GCMParameterSpec(Suite.TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(place);
        return cipher;
    }

    /** Tried once: what cannot be loaded, or does not seal as Java does, is not used. */
    private static Optional<Provider> provider() {
        byte[] key = new byte[Suite.SM4_GCM.keyBytes()];
        byte[] nonce = new byte[Suite.NONCE_BYTES];
        try {
            Provider provider = new KonaCryptoNativeProvider();
            byte[] place = Texts.bytes("place");
            byte[] sealed = cipher(provider, true, key, nonce, place).doFinal(place);
            byte[] wanted = new Ciphers(Suite.SM4_GCM, key).seal(nonce, place, place);
            return Arrays.equals(sealed, wanted) ? Optional.of(provider) : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            LOG.info("Pictures and feeds are sealed in Java, since OpenSSL's SM4 is not to be had here", e);
            return Optional.empty();
        }
    }
}
