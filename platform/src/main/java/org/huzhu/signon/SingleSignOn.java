package org.huzhu.signon;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The way over an issuer of identities: there, back, and what came of it. It is off where no issuer is named. */
public interface SingleSignOn {

    /** How long somebody may take to sign in over there, and then to go on here. */
    Duration LIFE = Duration.ofMinutes(10);

    /** Whether an issuer is named. */
    boolean isOn();

    /**
     * Begins a way.
     *
     * @param back the address that the issuer is to send him back to, where the operator named no other
     * @param binds the account that whoever comes back is to be bound to; empty where he is to be signed in
     * @throws SignOnRefused if the issuer does not answer
     */
    Departure depart(URI back, Optional<UUID> binds);

    /**
     * Takes the answer of the issuer, once for each way.
     *
     * @param carried what the browser carried
     * @param answer the whole address at which he came back
     * @throws SignOnRefused if it is not the way's own answer, came before or too late, or does not hold
     */
    Arrival arrive(String carried, URI answer);

    /** What came of the way, until it is finished or too old. */
    Optional<Arrival> arrival(String carried);

    /** Ends the way; false where it has ended before. */
    boolean finish(String carried);

    /**
     * A way that begins.
     *
     * @param carried sealed; for the browser alone to carry
     * @param address of the issuer, to go to
     */
    record Departure(String carried, URI address) {}

    /** Somebody who came back. */
    record Arrival(Vouched vouched, Optional<UUID> binds) {}
}
