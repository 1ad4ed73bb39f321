package org.huzhu.crypto;

import java.util.UUID;

/** Sealed bytes that do not open: they were changed, belong elsewhere, or their key is gone. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(Field field, UUID row, String why) {
        super("The %s of row %s does not open: %s".formatted(field, row, why));
    }

    SealBroken(Field field, UUID row, String why, Throwable cause) {
        this(field, row, why);
        initCause(cause);
    }
}
