package org.huzhu.quarters;

/** Something that cannot be done with a quarter, and why. */
public final class QuarterRefused extends RuntimeException {

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        ABSENT,
        /** No plan of the name has a yearly share over what the members pay themselves for the whole year. */
        NO_SUCH_PLAN,
        /** The plan, year and quarter have a run already. */
        OPEN_ALREADY,
        /** The quarter is not over. */
        NOT_OVER,
        /** Quarters of a year are confirmed one after the other. */
        EARLIER_FIRST,
        /** It is not at the step at which this can be done. */
        OTHER_STATE,
        /** The first line does not name the columns that are expected. */
        COLUMNS,
        /** What came is not what its sender says that he sent. */
        NOT_AS_SAID,
        /** A feed and a register are needed. */
        FILES_MISSING,
        /** Another trial was made since. */
        LOOK_AGAIN,
        /** Something that stands out was not looked at. */
        WARNINGS,
        /** Somebody who was drawn is not looked at yet, or was found not to be entitled since the trial. */
        CHECKS,
        /** Nobody confirms what he himself proposed. */
        BY_THE_SAME,
        /** The file came as a whole before; nothing was changed. */
        KNOWN_FILE
    }

    private final Reason reason;

    QuarterRefused(Reason reason) {
        super("A quarter was refused: " + reason);
        this.reason = reason;
    }

    QuarterRefused(Reason reason, Throwable cause) {
        super("A quarter was refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new QuarterRefused(reason);
        }
    }
}
