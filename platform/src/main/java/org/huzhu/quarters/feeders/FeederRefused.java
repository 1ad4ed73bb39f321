package org.huzhu.quarters.feeders;

/** An access key that cannot be made, or is not taken, and why. */
public final class FeederRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        /** There is none, or it is out of reach. */
        ABSENT,
        /** A name has 1 to 60 signs. */
        NAME,
        /** The last day lies before tomorrow, or more than a year ahead. */
        UNTIL,
        /** Nobody has such a key. */
        UNKNOWN,
        /** It was ended, or its last day is over. */
        ENDED,
        /** It comes too often. */
        TOO_OFTEN
    }

    private final Reason reason;

    FeederRefused(Reason reason) {
        super("A feeder was refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new FeederRefused(otherwise);
        }
    }
}
