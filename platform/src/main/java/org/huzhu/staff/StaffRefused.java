package org.huzhu.staff;

/** Something about accounts, posts or sessions that may not be done. */
public final class StaffRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** No such account, post or handover, or it is out of reach. */
        ABSENT,
        LOGIN_TAKEN,
        /** It has too few or too many signs, or a space. */
        LOGIN_UNFIT,
        /** Whoever gives a role must hold it, or lead those who do. */
        NOT_HELD,
        TO_ONESELF,
        /** One person would be two of the three administrators. */
        THREE_PEOPLE,
        HELD_ALREADY,
        /** The post has ended, or another has decided. */
        DECIDED,
        /** Whoever asks, or comes in, does not decide. */
        OWN_REQUEST,
        /** A handover of this post waits already. */
        WAITS_ALREADY,
        /** The account is bound already, or the person to another account. */
        BOUND_ALREADY,
        SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF,
        /** The society is not empty, or the token is not the one. */
        NOT_EMPTY,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        /** Three of lower case, upper case, digits and others are asked for. */
        PASSWORD_PLAIN,
        /** It is one that many use, or holds the login or the name. */
        PASSWORD_KNOWN,
        PASSWORD_SAME
    }

    StaffRefused(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    StaffRefused(Reason reason, Throwable cause) {
        super("Refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
