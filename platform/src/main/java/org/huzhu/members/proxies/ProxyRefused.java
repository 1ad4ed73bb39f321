package org.huzhu.members.proxies;

/** Something about acting for a member that cannot be done as it was asked. */
public final class ProxyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ProxyRefused(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new ProxyRefused(otherwise);
        }
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** There is no such grant, it is for another, or it is over. */
        ABSENT,
        /** It is entered that the member has died. */
        DECEASED,
        /** The phone is that of the member himself. */
        OWN_PHONE,
        /** The phone is let already. */
        GRANTED_ALREADY,
        TOO_MANY_OF_MEMBER,
        TOO_MANY_OF_PHONE,
        /** It ends today or before, or lies too far ahead. */
        UNTIL_NOT_POSSIBLE
    }
}
