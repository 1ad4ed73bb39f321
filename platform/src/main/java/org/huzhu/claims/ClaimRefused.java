package org.huzhu.claims;

/** Something that cannot be done with a claim, and why. */
public final class ClaimRefused extends RuntimeException {

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        ABSENT,
        /** The claim is not where this can be done. */
        STATE,
        /** Somebody has changed or decided it meanwhile. */
        LOOK_AGAIN,
        /** What it comes to is another sum by now. */
        SUM_CHANGED,
        /** It is another's turn. */
        NOT_YOUR_TURN,
        /** Whoever entered it, or had his say, lets others decide. */
        HAD_HIS_SAY,
        /** It is his own, or one of his family's. */
        OWN_CLAIM,
        NO_EVENT,
        TOO_MANY_EVENTS,
        DAY_AHEAD,
        TOO_LATE,
        PAPERS_MISSING,
        CARD_MISSING,
        /** Somebody died, and nobody says who is paid. */
        RECIPIENTS_MISSING,
        /** The shares are not one whole, or some are parts and some are sums. */
        SHARES_UNFIT,
        /** One person is named twice, or more than there is room for. */
        RECIPIENT_UNFIT,
        /** Something is owed to them already. */
        RECIPIENTS_STAND,
        /** Whoever decides has not said that he checked them. */
        RECIPIENTS_UNCHECKED,
        CONSENT_MISSING,
        REASON_MISSING,
        /** Not all of the short list is ticked. */
        CHECK_MISSING,
        NO_SUCH_CLAUSE,
        RELATIVE_UNKNOWN,
        RECEIPT_UNFIT,
        RECEIPT_SPENT
    }

    private final Reason reason;

    public ClaimRefused(Reason reason) {
        super("A claim was refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new ClaimRefused(reason);
        }
    }
}
