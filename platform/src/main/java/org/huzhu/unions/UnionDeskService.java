package org.huzhu.unions;

import static org.huzhu.access.Operation.ORGANISATION_CHANGE;
import static org.huzhu.access.Operation.ORGANISATION_CLOSE;
import static org.huzhu.access.Operation.ORGANISATION_MOVE;
import static org.huzhu.access.Operation.ORGANISATION_OPEN;
import static org.huzhu.access.Operation.ORGANISATION_VIEW;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationRefused.Why;
import org.huzhu.unions.UnitFacts.Contact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the rights of whoever asks, then changes. */
@Service
@Transactional
class UnionDeskService implements UnionDesk, Founding {

    /** The path of what is to stand under nothing: only whoever reaches all there is reaches it. */
    private static final String NOTHING_ABOVE = "";

    private final Access access;
    private final JdbcOrganisations organisations;
    private final JdbcFacts facts;
    private final Changes changes;
    private final Annals annals;

    UnionDeskService(Access access, JdbcOrganisations organisations, JdbcFacts facts, Changes changes, Annals annals) {
        this.access = access;
        this.organisations = organisations;
        this.facts = facts;
        this.changes = changes;
        this.annals = annals;
    }

    @Override
    public Organisation open(Caller caller, Opening opening, Occasion occasion) {
        access.require(
                caller, ORGANISATION_OPEN, opening.parent().map(this::pathOf).orElse(NOTHING_ABOVE));
        return changes.open(opening, occasion);
    }

    @Override
    public Organisation rename(Caller caller, UUID organisation, String name, Occasion occasion) {
        require(caller, ORGANISATION_CHANGE, organisation);
        return changes.rename(organisation, name, occasion);
    }

    @Override
    public Organisation move(Caller caller, UUID organisation, UUID parent, Occasion occasion) {
        require(caller, ORGANISATION_MOVE, organisation);
        require(caller, ORGANISATION_MOVE, parent);
        return changes.move(organisation, parent, occasion);
    }

    @Override
    public Organisation merge(Caller caller, UUID organisation, UUID into, Occasion occasion) {
        require(caller, ORGANISATION_CLOSE, organisation);
        require(caller, ORGANISATION_MOVE, into);
        return changes.merge(organisation, into, occasion);
    }

    @Override
    public Organisation split(Caller caller, UUID organisation, String name, List<UUID> below, Occasion occasion) {
        require(caller, ORGANISATION_MOVE, organisation);
        access.require(caller, ORGANISATION_OPEN, pathAbove(organisation));
        return changes.split(organisation, name, below, occasion);
    }

    @Override
    public Organisation close(Caller caller, UUID organisation, Occasion occasion) {
        require(caller, ORGANISATION_CLOSE, organisation);
        return changes.close(organisation, occasion);
    }

    @Override
    public Organisation actFor(Caller caller, UUID office, Optional<String> province, Occasion occasion) {
        require(caller, ORGANISATION_CHANGE, office);
        return changes.actFor(office, province, occasion);
    }

    @Override
    public void state(Caller caller, UUID organisation, UnitFacts stated, Occasion occasion) {
        require(caller, ORGANISATION_CHANGE, organisation);
        changes.state(organisation, stated, occasion);
    }

    @Override
    public void nameContact(Caller caller, UUID organisation, Contact contact) {
        require(caller, ORGANISATION_CHANGE, organisation);
        facts.nameContact(organisation, contact);
        annals.record(ORGANISATION_CHANGE, organisation, "contact");
    }

    @Override
    public Optional<Contact> contact(Caller caller, UUID organisation, String reason) {
        require(caller, ORGANISATION_VIEW, organisation);
        if (reason.isBlank()) {
            throw OrganisationRefused.of(Why.REASON_MISSING, organisation);
        }
        annals.record(ORGANISATION_VIEW, organisation, reason);
        return facts.contact(organisation);
    }

    @Override
    public Organisation open(Opening opening, Occasion occasion) {
        requireSystem();
        return changes.open(opening, occasion);
    }

    @Override
    public Organisation rename(UUID organisation, String name, Occasion occasion) {
        requireSystem();
        return changes.rename(organisation, name, occasion);
    }

    @Override
    public Organisation move(UUID organisation, UUID parent, Occasion occasion) {
        requireSystem();
        return changes.move(organisation, parent, occasion);
    }

    @Override
    public Organisation merge(UUID organisation, UUID into, Occasion occasion) {
        requireSystem();
        return changes.merge(organisation, into, occasion);
    }

    @Override
    public void state(UUID organisation, UnitFacts stated, Contact contact, Occasion occasion) {
        requireSystem();
        changes.state(organisation, stated, occasion);
        facts.nameContact(organisation, contact);
    }

    private static void requireSystem() {
        if (!Scope.current().equals(Optional.of(Scope.ofSystem()))) {
            throw new IllegalStateException("Only the society itself founds; persons change organisations at the desk");
        }
    }

    private void require(Caller caller, Operation operation, UUID organisation) {
        access.require(caller, operation, pathOf(organisation));
    }

    private String pathOf(UUID organisation) {
        return found(organisation).path();
    }

    private String pathAbove(UUID organisation) {
        return found(organisation).parent().map(this::pathOf).orElse(NOTHING_ABOVE);
    }

    private Organisation found(UUID organisation) {
        return organisations.find(organisation).orElseThrow(() -> OrganisationRefused.of(Why.ABSENT, organisation));
    }
}
