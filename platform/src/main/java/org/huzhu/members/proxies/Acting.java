package org.huzhu.members.proxies;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.staff.Session;

/** Where whoever has signed in with a phone says for whom he acts; the phone is his right to do so. */
public interface Acting {

    /** For whom the phone of the session may act today, accepted or not; empty for who came in otherwise. */
    List<Offer> offers(Session session);

    /**
     * Lets the session act for the member of the grant from now on. The first time it accepts the grant.
     *
     * @throws ProxyRefused if the grant is not for the phone of the session, or is over
     */
    void actFor(Session session, UUID grant);

    /** Lets the session act for its holder again. */
    void actForSelf(Session session);

    /**
     * Gives the grant back: nobody acts by it any more.
     *
     * @throws ProxyRefused if the grant is not for the phone of the session, or is over
     */
    void end(Session session, UUID grant);

    /** What the member is called for whom the caller acts, masked. */
    String whom(Caller proxy);

    /**
     * Somebody for whom the holder of a phone may act.
     *
     * @param member what he is called, masked
     * @param until the first day on which he may no longer
     */
    record Offer(UUID grant, String member, LocalDate until, boolean isAccepted) {}
}
