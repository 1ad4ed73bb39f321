package org.huzhu.unions;

import java.util.UUID;
import org.huzhu.unions.UnitFacts.Contact;

/**
 * Organisations as the society itself sets them up: at its first start, or from what it takes over. Nobody asks, so
 * nobody's rights are looked at; all else holds as at the {@link UnionDesk}.
 *
 * <p>Each method throws {@link IllegalStateException} outside the scope of the system, and {@link OrganisationRefused}
 * if it cannot be.
 */
public interface Founding {

    Organisation open(Opening opening, Occasion occasion);

    Organisation rename(UUID organisation, String name, Occasion occasion);

    Organisation move(UUID organisation, UUID parent, Occasion occasion);

    Organisation merge(UUID organisation, UUID into, Occasion occasion);

    void state(UUID organisation, UnitFacts facts, Contact contact, Occasion occasion);
}
