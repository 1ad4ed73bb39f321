package org.huzhu.crypto;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Sealed bytes are: a version of one byte, the nonce in twelve, the content, the tag in sixteen. */
@Service
class SealingOwnKeys implements OwnKeys {

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + Suite.NONCE_BYTES;

    private final Secrets secrets;
    private final Chance chance;
    private final Suite suite;

    SealingOwnKeys(Secrets secrets, Chance chance, @Value("${huzhu.suite:SM4_GCM}") Suite suite) {
        this.secrets = secrets;
        this.chance = chance;
        this.suite = suite;
    }

    @Override
    public byte[] make(Field field, UUID row) {
        return secrets.sealBytes(field, row, chance.bytes(suite.keyBytes()));
    }

    @Override
    public byte[] seal(OwnKey key, String place, byte[] clear) {
        byte[] nonce = chance.bytes(Suite.NONCE_BYTES);
        byte[] open = secrets.openBytes(key.field(), key.row(), key.sealed());
        byte[] content = Suite.ofKey(open.length).seal(open, nonce, of(key, place), clear);
        return ByteBuffer.allocate(HEAD_BYTES + content.length)
                .put(VERSION)
                .put(nonce)
                .put(content)
                .array();
    }

    @Override
    public byte[] open(OwnKey key, String place, byte[] sealed) {
        if (sealed.length < HEAD_BYTES + Suite.TAG_BYTES || sealed[0] != VERSION) {
            throw new SealBroken(key.field(), key.row(), "what lies outside as %s is not of ours".formatted(place));
        }
        byte[] open = secrets.openBytes(key.field(), key.row(), key.sealed());
        byte[] nonce = new byte[Suite.NONCE_BYTES];
        byte[] content = new byte[sealed.length - HEAD_BYTES];
        ByteBuffer.wrap(sealed, 1, sealed.length - 1).get(nonce).get(content);
        try {
            return Suite.ofKey(open.length).open(open, nonce, of(key, place), content);
        } catch (InvalidCipherTextException e) {
            throw new SealBroken(key.field(), key.row(), "what lies outside as %s was changed".formatted(place), e);
        }
    }

    private static byte[] of(OwnKey key, String place) {
        return Texts.bytes("huzhu/own/" + VERSION + "/" + key.field() + "/" + key.row() + "/" + place);
    }
}
