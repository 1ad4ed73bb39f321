package org.huzhu.quarters.checks;

/** Something that cannot be done with a check, and why. */
public final class CheckRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        ABSENT,
        /** The quarter is confirmed: the office alone says otherwise, and another has to confirm it. */
        CONFIRMED,
        /** The quarter is not confirmed yet: whoever is doubted is drawn. */
        NOT_CONFIRMED,
        /** It was answered before; the office alone says otherwise. */
        ANSWERED,
        /** Whoever is not entitled is told why. */
        REASON_MISSING,
        /** There is no trial to draw from. */
        NO_TRIAL,
        /** What lies above the ceiling is held against its papers, by agency and office. */
        BY_PAPERS,
        /** The quarter paid nothing to anybody with this number. */
        NOBODY,
        /** Something was said since, or nothing waits. */
        LOOK_AGAIN,
        /** Nobody confirms what he himself said. */
        BY_THE_SAME
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
