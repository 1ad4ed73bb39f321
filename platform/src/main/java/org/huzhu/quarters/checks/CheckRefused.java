package org.huzhu.quarters.checks;

/** Something that cannot be done with a check, and why. */
public final class CheckRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        ABSENT,
        /** The quarter is confirmed: nothing about who is paid changes any more. */
        CONFIRMED,
        /** It was answered before; the office alone says otherwise. */
        ANSWERED,
        /** Whoever is not entitled is told why. */
        REASON_MISSING,
        /** There is no trial to draw from. */
        NO_TRIAL
    }

    private final Reason reason;

    CheckRefused(Reason reason) {
        super("A check was refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new CheckRefused(reason);
        }
    }
}
