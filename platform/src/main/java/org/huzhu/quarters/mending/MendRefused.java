package org.huzhu.quarters.mending;

/** A line that cannot be mended so, and why. */
public final class MendRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        /** There is no such line within reach that waits for a card. */
        ABSENT,
        /** No bank takes the name. */
        NAME,
        /** It is no number of a card. */
        CARD,
        /** Another name or card was said since, or nothing waits. */
        LOOK_AGAIN,
        /** Nobody confirms what he himself said. */
        BY_THE_SAME
    }

    private final Reason reason;

    MendRefused(Reason reason) {
        super("A line was refused: " + reason);
        this.reason = reason;
    }

    MendRefused(Reason reason, Throwable cause) {
        super("A line was refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new MendRefused(otherwise);
        }
    }
}
