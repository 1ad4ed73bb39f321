package org.huzhu.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is large is sealed by OpenSSL where it is there, and nobody can tell. */
class NativeSm4Test {

    private static final byte[] PLACE = Texts.bytes("huzhu/own/1/FILE/piece/7");

    private final Random random = new Random(1);
    private final byte[] key = bytes(16);
    private final byte[] nonce = bytes(Suite.NONCE_BYTES);

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] inJava(boolean seals, byte[] in) throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seals, new AEADParameters(new KeyParameter(key), Suite.TAG_BYTES * Byte.SIZE, nonce, PLACE));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int _ = cipher.doFinal(out, cipher.processBytes(in, 0, in.length, out, 0));
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 100_003, 4 << 20})
    void what_one_seals_the_other_opens(int size) throws InvalidCipherTextException {
        byte[] clear = bytes(size);
        byte[] sealed = Suite.SM4_GCM.seal(key, nonce, PLACE, clear);
        assertThat(sealed).isEqualTo(inJava(true, clear));
        assertThat(inJava(false, sealed)).isEqualTo(clear);
        assertThat(Suite.SM4_GCM.open(key, nonce, PLACE, sealed)).isEqualTo(clear);
    }

    @Test
    void one_bit_that_differs_is_refused_whatever_opens_it() {
        byte[] sealed = Suite.SM4_GCM.seal(key, nonce, PLACE, bytes(100_000));
        sealed[70_000] ^= 1;
        assertThatThrownBy(() -> Suite.SM4_GCM.open(key, nonce, PLACE, sealed))
                .isInstanceOf(InvalidCipherTextException.class);
        sealed[70_000] ^= 1;
        assertThatThrownBy(() -> Suite.SM4_GCM.open(key, nonce, Texts.bytes("elsewhere"), sealed))
                .isInstanceOf(InvalidCipherTextException.class);
    }
}
