package org.huzhu.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.Arrays;

/** Digests of bytes by SM3 (GB/T 32905), each of 32 bytes, and what chains and trees of them are made with. */
public final class Digests {

    /** How many bytes a digest has. */
    public static final int LENGTH = 32;

    private static final int PIECE = 1 << 16;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Digests() {}

    /** The digest of all parts, one after the other; where one ends and the next begins leaves no trace. */
    public static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[LENGTH];
        digest.doFinal(out, 0);
        return out;
    }

    /** The digest of a text in UTF-8, as 64 small hexadecimal digits. */
    public static String sm3(String text) {
        return hex(sm3(Texts.bytes(text)));
    }

    /** All parts, the length of each before it: two lists of parts that differ give bytes that differ. */
    public static byte[] framed(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += Integer.BYTES + part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            out.putInt(part.length).put(part);
        }
        return out.array();
    }

    /** The next link of a chain: the digest of the one before and of what is added, both framed. */
    public static byte[] link(byte[] before, byte[] added) {
        return sm3(framed(before, added));
    }

    /** A leaf of a Merkle tree, after RFC 6962: no leaf can pass for a node. */
    public static byte[] leaf(byte[] content) {
        return sm3(new byte[] {LEAF}, content);
    }

    /** The node of a Merkle tree above two others, after RFC 6962. */
    public static byte[] node(byte[] left, byte[] right) {
        return sm3(new byte[] {NODE}, left, right);
    }

    /** Whether both are equal, found in a time that does not tell where they differ. */
    public static boolean same(byte[] one, byte[] other) {
        return Arrays.constantTimeAreEqual(one, other);
    }

    /** The code of a message by HMAC with SHA-1, of 20 bytes: what one-time passwords (RFC 4226, 6238) want. */
    public static byte[] hmacSha1(byte[] key, byte[] message) {
        return hmac(new HMac(new SHA1Digest()), key, message);
    }

    /** The digest by SHA-256, of 32 bytes, as stores of files elsewhere want it. */
    public static byte[] sha256(byte[] content) {
        return begun().digest(content);
    }

    /** That of the platform: processors have it built in. */
    private static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The same of a file of any size. */
    public static byte[] sha256(Path file) throws IOException {
        MessageDigest digest = begun();
        byte[] piece = new byte[PIECE];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return digest.digest();
    }

    /** The same of what comes piece by piece. */
    public static Sha256 sha256() {
        return new Sha256();
    }

    /** A digest by SHA-256 that is not finished. */
    public static final class Sha256 {

        private final MessageDigest digest = begun();

        private Sha256() {}

        public void add(byte[] piece) {
            digest.update(piece);
        }

        /** The digest of all that was added, of 32 bytes; after it another begins. */
        public byte[] finish() {
            return digest.digest();
        }
    }

    /** The code of a message by HMAC with SHA-256, of 32 bytes: what requests to such stores are signed with. */
    public static byte[] hmacSha256(byte[] key, byte[] message) {
        return hmac(new HMac(new SHA256Digest()), key, message);
    }

    /** The code of a message by HMAC with SM3. */
    static byte[] hmacSm3(byte[] key, byte[] message) {
        return hmac(new HMac(new SM3Digest()), key, message);
    }

    private static byte[] hmac(HMac mac, byte[] key, byte[] message) {
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    /** The bytes as small hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * What a password comes to by PBKDF2 with HMAC-SM3 (RFC 8018 section 5.2), so many bytes of it.
     *
     * @param rounds how often the digest is applied: what makes guessing dear
     */
    public static byte[] pbkdf2(String password, byte[] salt, int rounds, int bytes) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SM3Digest());
        generator.init(PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(password.toCharArray()), salt, rounds);
        return ((KeyParameter) generator.generateDerivedMacParameters(bytes * Byte.SIZE)).getKey();
    }
}
