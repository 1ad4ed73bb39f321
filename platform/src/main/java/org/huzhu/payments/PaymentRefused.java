package org.huzhu.payments;

/** What cannot be done about payments; the reason has a sentence among the texts. */
public final class PaymentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such payable, batch, file, difference or wish, or it is out of reach. */
        ABSENT,
        /** The key is known with another content. */
        KEY_TAKEN,
        /** The attempt, or the batch, is at another step: somebody was faster, or it cannot be. */
        OTHER_STATE,
        /** Nothing of the fund waits to be paid. */
        NOTHING_WAITS,
        /** The fund has no account to pay from. */
        ACCOUNT_MISSING,
        /** No such layout, or an account that cannot be. */
        NOT_POSSIBLE,
        /** Who assembled, filed or asked does not release or confirm. */
        BY_THE_SAME,
        /** Somebody asked for something else about it, and nobody decided. */
        ASKED_ALREADY,
        /** Somebody decided it meanwhile. */
        DECIDED,
        REASON_MISSING,
        /** The file is none of this bank's, damaged, cut off, or too large; nothing of it was taken. */
        FILE_UNREADABLE,
        /** A serial number that is known with another day or sum. */
        SERIAL_CLASHES,
        /** The file on disk is not what its batch says. */
        FILE_CHANGED
    }

    private final Reason reason;
    private final String place;

    PaymentRefused(Reason reason) {
        this(reason, "");
    }

    /** The place is a key, a number or a row; never a name. */
    PaymentRefused(Reason reason, String place) {
        super(place.isEmpty() ? "Refused: " + reason : "Refused: " + reason + " at " + place);
        this.reason = reason;
        this.place = place;
    }

    PaymentRefused(Reason reason, String place, Throwable cause) {
        this(reason, place);
        initCause(cause);
    }

    public Reason reason() {
        return reason;
    }

    /** Where; empty where it is all of it. */
    public String place() {
        return place;
    }

    static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new PaymentRefused(otherwise);
        }
    }
}
