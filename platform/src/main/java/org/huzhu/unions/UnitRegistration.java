package org.huzhu.unions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.unions.Registration.Form;

/**
 * Where a unit registers by itself, and its agency reviews it. Whoever asks need not be known to the society; to limit
 * how often one may ask is the business of the page.
 */
public interface UnitRegistration {

    /** The open agencies, streets and points that a unit may ask to be under: names and places that anyone may know. */
    List<Organisation> places();

    /**
     * Asks for a unit to be taken in.
     *
     * @return the receipt, with which to ask how it stands
     * @throws RegistrationRefused if nobody there takes in units
     */
    UUID ask(UUID under, Form form);

    /** How a request stands, for whoever has its receipt. */
    Optional<Registration> progress(UUID receipt);

    /**
     * Asks again with a mended form.
     *
     * @throws RegistrationRefused unless it was given back
     */
    void mend(UUID receipt, Form form);

    /** The requests that wait within the caller's reach, the oldest first. */
    List<Registration> waiting(Caller caller);

    /**
     * Opens the unit that asked.
     *
     * @throws RegistrationRefused if somebody else has decided it
     * @throws OrganisationRefused if it cannot be opened
     */
    Organisation approve(Caller caller, UUID registration, Occasion occasion);

    /**
     * Gives a request back to be mended.
     *
     * @param reason for whoever asked
     * @throws RegistrationRefused if somebody else has decided it
     */
    void giveBack(Caller caller, UUID registration, String reason);
}
