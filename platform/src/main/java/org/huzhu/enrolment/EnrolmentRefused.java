package org.huzhu.enrolment;

/** Something about enrolment that cannot be done as it was asked. */
public final class EnrolmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public EnrolmentRefused(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    EnrolmentRefused(Reason reason, Throwable cause) {
        super("Refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** There is no such batch, or not within reach. */
        NOT_FOUND,
        UNIT_NOT_OPEN,
        /** The plan is not offered at the unit today. */
        NOT_OFFERED,
        /** The day is before the first uniform day that can still be reached, or too far ahead. */
        DAY_NOT_POSSIBLE,
        /** No plan was chosen, or one twice. */
        PLANS_WRONG,
        /** Of the plans that were chosen, one says that nobody holds another of them beside it. */
        PLANS_EXCLUDE,
        /** The file is larger than a roster may be. */
        FILE_TOO_LARGE,
        /** The batch is in another state than this needs; somebody else was faster. */
        STATE,
        /** Nobody in the roster can be enrolled. */
        NOBODY,
        /** The look says what holds the batch back, such as too few of the unit's people. */
        HELD_BACK,
        /** Since it was looked at, somebody was enrolled elsewhere, or a plan changed. */
        LOOK_AGAIN,
        /** Whoever filed does not review. */
        OWN_BATCH,
        REASON_MISSING,
        /** Money that came, or a decision that was made, depends on it. */
        DEPENDED_ON
    }
}
