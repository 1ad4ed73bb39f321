package org.huzhu.contributions;

/** What cannot be done about contributions; the reason has a sentence among the texts. */
public final class ContributionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such bill, deposit, refund or unit, or it is out of reach. */
        ABSENT,
        /** The plan does not let this one pay. */
        PAYER_NOT_ALLOWED,
        /** An upper union that does not stand above the unit. */
        NOT_ABOVE,
        /** Something later is set already. */
        SET_LATER,
        /** Years, days or sums that cannot be. */
        NOT_POSSIBLE,
        /** The file is no table, or too large. */
        FILE_UNREADABLE,
        /** No row names the columns of a bank's list. */
        NO_HEADER,
        /** A row without a serial number, a day or a sum, or with one that cannot be. */
        ROW_WRONG,
        /** A serial number that is known with another day or sum. */
        SERIAL_CLASHES,
        /** More than is left of the deposit. */
        NOT_SO_MUCH_LEFT,
        /** More than is open of the bill, or it was cancelled. */
        NOT_SO_MUCH_OPEN,
        /** Comes from a person. */
        PERSONAL,
        /** The batch is paid, and its cover agreed. */
        COVER_AGREED,
        /** The bill is not paid, or was cancelled. */
        NOT_PAID,
        /** The plan gives nothing back, or the batch is not paid. */
        NO_REFUND,
        /** Who asked does not release. */
        BY_THE_SAME,
        /** Somebody decided it meanwhile. */
        DECIDED,
        REASON_MISSING
    }

    private final Reason reason;
    private final String place;

    ContributionRefused(Reason reason) {
        this(reason, "");
    }

    /** The place is a row of a file, or a reference; never a name. */
    ContributionRefused(Reason reason, String place) {
        super(place.isEmpty() ? "Refused: " + reason : "Refused: " + reason + " at " + place);
        this.reason = reason;
        this.place = place;
    }

    ContributionRefused(Reason reason, String place, Throwable cause) {
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
            throw new ContributionRefused(otherwise);
        }
    }
}
