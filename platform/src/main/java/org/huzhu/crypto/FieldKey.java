package org.huzhu.crypto;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** A key in clear; {@link #toString} keeps it to itself. */
final class FieldKey {

    private static final int INDEX_BYTES = 32;

    private final Label label;
    private final byte[] key;
    private final Ciphers ciphers;

    private FieldKey(Label label, byte[] key) {
        this.label = label;
        this.key = key;
        this.ciphers = new Ciphers(label.suite(), key);
    }

    /** What a key is for. Names are stored: never rename one. */
    enum Purpose {
        SEAL,
        INDEX
    }

    /** What a key is, without the key. */
    record Label(int id, Suite suite, Purpose purpose, Field field) {

        private byte[] place() {
            return Texts.bytes("huzhu/key/%d/%s/%s/%s".formatted(id, suite, purpose, field));
        }
    }

    /**
     * A key as it lies in the database.
     *
     * @param sealed nonce, sealed key and tag, in hexadecimal digits
     * @param retiredAt empty for the one that is used for what is new
     */
    record Wrapped(Label label, String sealed, Instant madeAt, Optional<Instant> retiredAt) {

        boolean isCurrent() {
            return retiredAt.isEmpty();
        }

        /** The key in clear; empty where it was wrapped by another master key, or for another place. */
        Optional<FieldKey> tried(byte[] master) {
            byte[] bytes = HexFormat.of().parseHex(sealed);
            byte[] nonce = Arrays.copyOf(bytes, Suite.NONCE_BYTES);
            byte[] content = Arrays.copyOfRange(bytes, nonce.length, bytes.length);
            Suite suite = label.suite();
            try {
                return Optional.of(
                        new FieldKey(label, suite.open(suite.wrappingKey(master), nonce, label.place(), content)));
            } catch (InvalidCipherTextException _) {
                return Optional.empty();
            }
        }
    }

    /** A new key of chance. */
    static FieldKey fresh(Label label, Chance chance) {
        return new FieldKey(
                label,
                chance.bytes(label.purpose() == Purpose.SEAL ? label.suite().keyBytes() : INDEX_BYTES));
    }

    Wrapped wrap(byte[] master, Chance chance, Instant madeAt) {
        byte[] nonce = chance.bytes(Suite.NONCE_BYTES);
        byte[] content = label.suite().seal(label.suite().wrappingKey(master), nonce, label.place(), key);
        return new Wrapped(label, Digests.hex(nonce) + Digests.hex(content), madeAt, Optional.empty());
    }

    Label label() {
        return label;
    }

    int id() {
        return label.id();
    }

    Suite suite() {
        return label.suite();
    }

    byte[] key() {
        return key;
    }

    Ciphers ciphers() {
        return ciphers;
    }

    @Override
    public String toString() {
        return "FieldKey" + label;
    }
}
