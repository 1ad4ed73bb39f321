package org.huzhu.signon;

/** A way over the issuer that came to nothing. */
public final class SignOnRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** Begun by another browser, too long ago, or gone before. */
        STALE,
        /** The issuer did not let him in. */
        DENIED,
        /** What came does not verify. */
        UNTRUSTED,
        /** The issuer does not answer. */
        UNREACHABLE
    }

    SignOnRefused(Reason reason) {
        super("Sign-on refused: " + reason);
        this.reason = reason;
    }

    SignOnRefused(Reason reason, Throwable cause) {
        super("Sign-on refused: " + reason, cause);
        this.reason = reason;
    }

    /** For whoever finds that a way is no longer open. */
    public static SignOnRefused stale() {
        return new SignOnRefused(Reason.STALE);
    }

    public Reason reason() {
        return reason;
    }
}
