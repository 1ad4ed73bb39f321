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

    /**
     * Open agencies, streets and points that a unit may ask to be under: names and places that anyone may know.
     *
     * @param words that the name has; empty for the agencies
     * @param max how many at most
     */
    List<Organisation> places(String words, int max);

    /** One of them; empty if there is none, or it takes no units in. */
    Optional<Organisation> place(UUID id);

    /**
     * Asks for a unit to be taken in. Asked twice with the same receipt, it is asked once.
     *
     * @param receipt fresh and by chance, so that nobody can guess it
     * @return the receipt, with which to ask how it stands
     * @throws RegistrationRefused if nobody there takes in units
     */
    UUID ask(UUID receipt, UUID under, Form form);

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
