package org.huzhu.ledger;

/** What cannot be posted, opened or closed: nothing was written. */
public final class LedgerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be. */
    public enum Why {
        /** There is no such fund, account or transaction, or not within reach. */
        ABSENT,
        /** The fund has no account of that code. */
        NO_ACCOUNT,
        /** Something else was posted under that key. */
        KEY_TAKEN,
        /** The fund was opened only after that day. */
        NOT_OPEN_YET,
        /** The month of that day is closed. */
        CLOSED,
        /** The day lies ahead. */
        DAY_AHEAD,
        /** It was reversed already. */
        REVERSED,
        /** It is a reversal itself. */
        REVERSAL,
        /** The reversal would lie before what it reverses. */
        BEFORE_REVERSED,
        /** A fund or an account has that code already. */
        CODE_TAKEN,
        /** Another month is to be closed first, or it is closed already. */
        MONTH_OUT_OF_ORDER,
        /** The month is not over. */
        MONTH_NOT_OVER
    }

    private final Why why;
    private final String what;

    LedgerRefused(Why why, Object what) {
        super("%s: %s".formatted(why, what));
        this.why = why;
        this.what = what.toString();
    }

    public Why why() {
        return why;
    }

    /** What stands in the way: a key, a code, a day, an id. */
    public String what() {
        return what;
    }
}
