package org.huzhu.unions;

import java.util.Optional;
import org.huzhu.unions.Registration.Decision;

/** A step of a registration that cannot be: nothing was changed. */
public final class RegistrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be. */
    public enum Why {
        /** There is none, or not within reach. */
        ABSENT,
        /** Whom it asks takes in no units: there is no such organisation open. */
        NOT_TAKING,
        /** It does not wait any more: somebody has decided it. */
        DECIDED,
        /** It waits already, or is approved: only what was given back can be mended. */
        NOT_RETURNED
    }

    private final Why why;
    private final transient Optional<Decision> decision;

    RegistrationRefused(Why why, Optional<Decision> decision) {
        super("%s: %s".formatted(why, decision));
        this.why = why;
        this.decision = decision;
    }

    public Why why() {
        return why;
    }

    /** Who decided it, and when. */
    public Optional<Decision> decision() {
        return decision;
    }
}
