package org.huzhu.claims.recovery;

/** Something that cannot be done with a recovery, and why. */
public final class RecoveryRefused extends RuntimeException {

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        ABSENT,
        /** More than is still claimed back, or nothing at all. */
        NOT_SO_MUCH,
        /** A day ahead. */
        DAY_AHEAD,
        REASON_MISSING,
        ASKED_ALREADY,
        /** Nobody confirms what he asked for. */
        BY_THE_SAME,
        /** Somebody has decided, or money has come meanwhile. */
        LOOK_AGAIN
    }

    private final Reason reason;

    RecoveryRefused(Reason reason) {
        super("A recovery was refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new RecoveryRefused(reason);
        }
    }
}
