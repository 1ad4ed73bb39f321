package org.huzhu.crypto;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.huzhu.crypto.FieldKey.Purpose;
import org.springframework.stereotype.Service;

/**
 * Seals with the newest key of the field.
 *
 * <p>Sealed bytes are: a version of one byte, the number of the key in four, the nonce in twelve, the content, the tag
 * in sixteen. The tag also covers the version, the suite, the number of the key, the field and the row.
 */
@Service
class SealingSecrets implements Secrets {

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + Integer.BYTES + Suite.NONCE_BYTES;

    private final Keyring keyring;
    private final Chance chance;

    SealingSecrets(Keyring keyring, Chance chance) {
        this.keyring = keyring;
        this.chance = chance;
    }

    @Override
    public byte[] sealBytes(Field field, UUID row, byte[] clear) {
        FieldKey key = keyring.current(Purpose.SEAL, field);
        byte[] nonce = chance.bytes(Suite.NONCE_BYTES);
        byte[] content = key.ciphers().seal(nonce, place(key, field, row), clear);
        return ByteBuffer.allocate(HEAD_BYTES + content.length)
                .put(VERSION)
                .putInt(key.id())
                .put(nonce)
                .put(content)
                .array();
    }

    @Override
    public byte[] openBytes(Field field, UUID row, byte[] sealed) {
        if (sealed.length < HEAD_BYTES + Suite.TAG_BYTES) {
            throw new SealBroken(field, row, "%d bytes are too few".formatted(sealed.length));
        }
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        byte version = bytes.get();
        if (version != VERSION) {
            throw new SealBroken(field, row, "its version is %d, not %d".formatted(version, VERSION));
        }
        int id = bytes.getInt();
        FieldKey key = keyring.find(id)
                .filter(found ->
                        found.label().purpose() == Purpose.SEAL && found.label().field() == field)
                .orElseThrow(() -> new SealBroken(field, row, "this field has no key %d".formatted(id)));
        byte[] nonce = new byte[Suite.NONCE_BYTES];
        bytes.get(nonce);
        byte[] content = new byte[bytes.remaining()];
        bytes.get(content);
        try {
            return key.ciphers().open(nonce, place(key, field, row), content);
        } catch (InvalidCipherTextException e) {
            throw new SealBroken(field, row, "it was changed, or sealed for another row", e);
        }
    }

    private static byte[] place(FieldKey key, Field field, UUID row) {
        return Texts.bytes("huzhu/" + VERSION + "/" + key.suite() + "/" + key.id() + "/" + field + "/" + row);
    }

    /** Whether the newest key of the field sealed it. */
    boolean isNewest(Field field, byte[] sealed) {
        return sealed.length >= HEAD_BYTES
                && ByteBuffer.wrap(sealed).getInt(1)
                        == keyring.current(Purpose.SEAL, field).id();
    }

    @Override
    public byte[] index(Field field, String normal) {
        return Digests.hmacSm3(keyring.current(Purpose.INDEX, field).key(), Texts.bytes(normal));
    }
}
