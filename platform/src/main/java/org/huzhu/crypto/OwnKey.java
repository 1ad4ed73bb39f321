package org.huzhu.crypto;

import java.util.UUID;

/** The key of one thing, sealed, and the row that it stands in. */
public final class OwnKey {

    private final Field field;
    private final UUID row;
    private final byte[] sealed;

    public OwnKey(Field field, UUID row, byte[] sealed) {
        this.field = field;
        this.row = row;
        this.sealed = sealed.clone();
    }

    Field field() {
        return field;
    }

    UUID row() {
        return row;
    }

    byte[] sealed() {
        return sealed.clone();
    }
}
