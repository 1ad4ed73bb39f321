package org.huzhu.members.proxies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;

/** Where a member says who may act for him, and that somebody no longer may. */
public interface Proxies {

    /** How many may act for a member at a time. */
    int OF_MEMBER_MAX = 3;

    /** For how many members a phone may act at a time: for a family, and not as an agent. */
    int OF_PHONE_MAX = 5;

    /** The longest that somebody is let act without being asked for anew. */
    Period LONGEST = Period.ofYears(3);

    /**
     * Lets whoever holds the phone act for the member from today on, once he has accepted.
     *
     * @param until the first day on which he may no longer
     * @throws ProxyRefused if the member has died, the phone is his own, is let already, or too many are
     */
    UUID grant(Caller member, PersonName name, Phone phone, LocalDate until);

    /**
     * Ends it at once.
     *
     * @throws ProxyRefused if there is none of his that holds
     */
    void revoke(Caller member, UUID grant);

    /** Those whom he has let, the last first. */
    List<Grant> of(Caller member);

    /**
     * Somebody whom a member lets act for him.
     *
     * @param phone masked
     */
    record Grant(
            UUID id,
            String name,
            String phone,
            DateSpan span,
            Optional<Instant> acceptedAt,
            Optional<Instant> endedAt) {

        /** Whether it holds on the day, accepted or not. */
        public boolean holds(LocalDate day) {
            return endedAt.isEmpty() && span.contains(day);
        }
    }
}
