package org.huzhu.quarter;

/** A settlement could not be made at all; nothing was written. The message is in Chinese and says what to do. */
public final class SettlementStopped extends RuntimeException {

    SettlementStopped(String message) {
        super(message);
    }

    SettlementStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
