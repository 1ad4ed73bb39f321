package org.huzhu.catalogue;

/** What cannot be done about a plan; the reason has a sentence among the texts. */
public final class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such file, or it is out of reach. */
        ABSENT,
        /** A file with this name is published, and frozen. */
        FROZEN,
        /** Another draft of this file waits already. */
        DRAFTED_ALREADY,
        /** It is named as no file of plans is: a folder, a version, {@code .yaml}. */
        NAME_UNFIT,
        /** It has more than a file may. */
        TOO_LARGE,
        /** It has problems, or examples that do not come out. */
        NOT_CLEAN,
        /** Somebody moved it on meanwhile. */
        DECIDED,
        /** It is given back without saying why. */
        REASON_MISSING,
        /** Who submitted it does not publish it. */
        BY_THE_SAME,
        /** No version of this plan is published. */
        NO_SUCH_PLAN,
        /** It is offered there on some of these days already. */
        OFFERED_ALREADY
    }

    private final Reason reason;

    PlanRefused(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    PlanRefused(Reason reason, Throwable cause) {
        super("Refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
