package org.huzhu.staff;

/** A sign-in that came to nothing. */
public final class SignInRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. Of a login that does not exist it says the same as of a wrong password. */
    public enum Reason {
        /** Login, password or code is wrong; or a token or code that is unknown, used or too old. */
        WRONG,
        /** The password is right; a code of the authenticator is asked for. */
        CODE_NEEDED,
        /** Too many failures; none is looked at for a while. */
        LOCKED,
        /** The password has served its time; only another one can be set. */
        PASSWORD_OLD,
        DISABLED,
        /** Whoever the issuer vouches for is bound to no account. */
        UNBOUND,
        /** Too often from this address, or to this phone. */
        TOO_OFTEN,
        /** More people sign in than passwords can be looked at. */
        BUSY
    }

    SignInRefused(Reason reason) {
        super("Sign-in refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
