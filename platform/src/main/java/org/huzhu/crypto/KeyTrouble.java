package org.huzhu.crypto;

/** The keys cannot be used; the message, in Chinese, is for the operator and says what to do. */
public final class KeyTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyTrouble(String message) {
        super(message);
    }

    public KeyTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
