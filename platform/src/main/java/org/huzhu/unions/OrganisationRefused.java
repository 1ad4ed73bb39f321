package org.huzhu.unions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A change of organisations that cannot be: nothing was changed. */
public final class OrganisationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be. */
    public enum Why {
        /** There is none, or not within reach. */
        ABSENT,
        /** It is closed. */
        CLOSED,
        /** It was opened only after that day. */
        NOT_OPEN_YET,
        /** The day lies ahead: a change is entered once it holds. */
        DAY_AHEAD,
        /** It was changed on a later day already. */
        BEFORE_LAST_CHANGE,
        /** One of its tier does not stand there. */
        TIER_MISPLACED,
        /** It would stand below itself, or be part of itself. */
        UNDER_ITSELF,
        /** It stands there already, or has that name. */
        NO_CHANGE,
        /** An open one of that name stands there. */
        NAME_TAKEN,
        /** Open ones are below it. */
        OPEN_BELOW,
        /** Something stood below it after that day. */
        HELD_AFTER,
        /** Only two of one tier become one. */
        TIERS_DIFFER,
        /** It does not stand right below the one that is split. */
        NOT_BELOW,
        /** Another open organisation has the union's credit code. */
        CODE_TAKEN,
        /** Nobody is shown a number without a reason. */
        REASON_MISSING
    }

    private final Why why;
    private final transient Optional<UUID> organisation;
    private final transient Optional<LocalDate> day;

    OrganisationRefused(Why why, Optional<UUID> organisation, Optional<LocalDate> day) {
        super("%s: organisation %s, day %s".formatted(why, organisation, day));
        this.why = why;
        this.organisation = organisation;
        this.day = day;
    }

    static OrganisationRefused of(Why why, UUID organisation) {
        return new OrganisationRefused(why, Optional.of(organisation), Optional.empty());
    }

    static OrganisationRefused of(Why why, UUID organisation, LocalDate day) {
        return new OrganisationRefused(why, Optional.of(organisation), Optional.of(day));
    }

    public Why why() {
        return why;
    }

    /** The organisation that stands in the way. */
    public Optional<UUID> organisation() {
        return organisation;
    }

    /** The day that the one asked for must not lie before, or after. */
    public Optional<LocalDate> day() {
        return day;
    }
}
