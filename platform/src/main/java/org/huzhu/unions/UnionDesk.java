package org.huzhu.unions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.unions.UnitFacts.Contact;

/**
 * Where organisations are opened, changed and closed. Each change is recorded in the history and the audit trail, and
 * whoever keeps a path hears of it in the same transaction.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link OrganisationRefused} if it
 * cannot be.
 */
public interface UnionDesk {

    Organisation open(Caller caller, Opening opening, Occasion occasion);

    Organisation rename(Caller caller, UUID organisation, String name, Occasion occasion);

    /** Puts it, with all below it, under another. */
    Organisation move(Caller caller, UUID organisation, UUID parent, Occasion occasion);

    /** Closes it and puts what is below it below the other, whose part it becomes. */
    Organisation merge(Caller caller, UUID organisation, UUID into, Occasion occasion);

    /**
     * Opens another out of it, beside it.
     *
     * @param below those of the open ones right below it that go with the new one
     */
    Organisation split(Caller caller, UUID organisation, String name, List<UUID> below, Occasion occasion);

    /** Closes it; nothing open may be below it. */
    Organisation close(Caller caller, UUID organisation, Occasion occasion);

    /** Lets an office act for a province (代行); for none if empty. */
    Organisation actFor(Caller caller, UUID office, Optional<String> province, Occasion occasion);

    /** States what is known of it from the day on. */
    void state(Caller caller, UUID organisation, UnitFacts facts, Occasion occasion);

    /** Puts down whom to call, in the place of whoever it was. */
    void nameContact(Caller caller, UUID organisation, Contact contact);

    /** Shows whom to call, with his number; that is recorded. */
    Optional<Contact> contact(Caller caller, UUID organisation, String reason);
}
