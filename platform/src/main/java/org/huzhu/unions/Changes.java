package org.huzhu.unions;

import static org.huzhu.access.Operation.ORGANISATION_CHANGE;
import static org.huzhu.access.Operation.ORGANISATION_CLOSE;
import static org.huzhu.access.Operation.ORGANISATION_MOVE;
import static org.huzhu.access.Operation.ORGANISATION_OPEN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.unions.Annals.Change;
import org.huzhu.unions.Milestone.Kind;
import org.huzhu.unions.OrganisationRefused.Why;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The changes of organisations and what each of them asks for. Each runs in the transaction of its caller, with the
 * tree locked, so that what was looked at still holds when it is written.
 */
@Component
class Changes {

    private final JdbcOrganisations organisations;
    private final JdbcMilestones milestones;
    private final JdbcRegistrations registrations;
    private final JdbcFacts facts;
    private final Annals annals;
    private final ApplicationEventPublisher news;

    Changes(
            JdbcOrganisations organisations,
            JdbcMilestones milestones,
            JdbcRegistrations registrations,
            JdbcFacts facts,
            Annals annals,
            ApplicationEventPublisher news) {
        this.organisations = organisations;
        this.milestones = milestones;
        this.registrations = registrations;
        this.facts = facts;
        this.annals = annals;
        this.news = news;
    }

    Organisation open(Opening opening, Occasion occasion) {
        organisations.lockTree();
        return opened(opening, Kind.OPENED, Optional.empty(), occasion);
    }

    Organisation rename(UUID id, String name, Occasion occasion) {
        organisations.lockTree();
        Organisation before = changeable(id, occasion.on());
        String given = Opening.checkedName(name);
        refuseIf(before.name().equals(given), Why.NO_CHANGE, id);
        refuseIf(organisations.isTaken(before.parent(), given), Why.NAME_TAKEN, id);
        organisations.rename(id, given, occasion.on());
        Organisation after = present(id);
        annals.write(Change.of(ORGANISATION_CHANGE, Kind.RENAMED, before, after), occasion);
        return after;
    }

    Organisation move(UUID id, UUID parent, Occasion occasion) {
        organisations.lockTree();
        Organisation moved = changeable(id, occasion.on());
        refuseIf(moved.parent().equals(Optional.of(parent)), Why.NO_CHANGE, id);
        return relocated(moved, openOn(parent, occasion.on()), occasion);
    }

    Organisation merge(UUID id, UUID into, Occasion occasion) {
        organisations.lockTree();
        Organisation ending = changeable(id, occasion.on());
        Organisation staying = changeable(into, occasion.on());
        refuseIf(isWithin(staying, ending), Why.UNDER_ITSELF, into);
        refuseIf(staying.tier() != ending.tier(), Why.TIERS_DIFFER, into);
        for (Organisation child : organisations.openBelow(id)) {
            relocated(changeable(child.id(), occasion.on()), staying, occasion);
        }
        Organisation closed = closed(ending, Kind.MERGED, Optional.of(into), occasion);
        organisations.touch(into, occasion.on());
        annals.write(
                Change.of(ORGANISATION_CHANGE, Kind.TOOK_IN, staying, staying).with(id), occasion);
        return closed;
    }

    Organisation split(UUID id, String name, List<UUID> below, Occasion occasion) {
        organisations.lockTree();
        Organisation origin = changeable(id, occasion.on());
        Opening opening = new Opening(origin.tier(), name, origin.parent());
        Organisation fresh = opened(opening, Kind.SPLIT_OFF, Optional.of(id), occasion);
        for (UUID child : below) {
            Organisation moved = changeable(child, occasion.on());
            refuseIf(!moved.parent().equals(Optional.of(id)), Why.NOT_BELOW, child);
            relocated(moved, fresh, occasion);
        }
        organisations.touch(id, occasion.on());
        annals.write(
                Change.of(ORGANISATION_CHANGE, Kind.GAVE_OFF, origin, origin).with(fresh.id()), occasion);
        return fresh;
    }

    Organisation close(UUID id, Occasion occasion) {
        organisations.lockTree();
        return closed(changeable(id, occasion.on()), Kind.CLOSED, Optional.empty(), occasion);
    }

    Organisation actFor(UUID id, Optional<String> province, Occasion occasion) {
        organisations.lockTree();
        Organisation office = changeable(id, occasion.on());
        refuseIf(office.tier() != Tier.OFFICE, Why.TIER_MISPLACED, id);
        organisations.actFor(id, province, occasion.on());
        annals.write(Change.of(ORGANISATION_CHANGE, Kind.ACTS_FOR, office, office), province, occasion);
        return office;
    }

    void state(UUID id, UnitFacts stated, Occasion occasion) {
        organisations.lockTree();
        changeable(id, occasion.on());
        organisations.code(id, stated, occasion.on());
        facts.add(id, stated, occasion.on(), annals.now());
        annals.record(ORGANISATION_CHANGE, id, occasion.reason());
    }

    private Organisation opened(Opening opening, Kind kind, Optional<UUID> origin, Occasion occasion) {
        refuseAhead(occasion.on());
        Optional<Organisation> above = opening.parent().map(parent -> openOn(parent, occasion.on()));
        if (!opening.tier().mayStandUnder(above.map(Organisation::tier))) {
            throw new OrganisationRefused(Why.TIER_MISPLACED, opening.parent(), Optional.empty());
        }
        if (organisations.isTaken(opening.parent(), opening.name())) {
            throw new OrganisationRefused(Why.NAME_TAKEN, opening.parent(), Optional.empty());
        }
        Organisation fresh = organisations.add(opening, above, occasion.on());
        annals.write(new Change(ORGANISATION_OPEN, kind, Optional.empty(), fresh, origin), occasion);
        return fresh;
    }

    private Organisation relocated(Organisation moved, Organisation above, Occasion occasion) {
        refuseIf(isWithin(above, moved), Why.UNDER_ITSELF, moved.id());
        refuseIf(!moved.tier().mayStandUnder(Optional.of(above.tier())), Why.TIER_MISPLACED, moved.id());
        refuseIf(organisations.isTaken(Optional.of(above.id()), moved.name()), Why.NAME_TAKEN, moved.id());
        organisations.relocate(moved, above, occasion.on());
        Organisation after = present(moved.id());
        registrations.follow(moved.path(), after.path());
        annals.write(Change.of(ORGANISATION_MOVE, Kind.MOVED, moved, after), occasion);
        news.publishEvent(new OrganisationMoved(moved.id(), moved.path(), after.path(), occasion.on()));
        return after;
    }

    private Organisation closed(Organisation ending, Kind kind, Optional<UUID> into, Occasion occasion) {
        UUID id = ending.id();
        refuseIf(!organisations.openBelow(id).isEmpty(), Why.OPEN_BELOW, id);
        refuseIf(milestones.heldAfter(id, occasion.on()), Why.HELD_AFTER, id);
        organisations.close(id, occasion.on());
        Organisation after = present(id);
        annals.write(new Change(ORGANISATION_CLOSE, kind, Optional.of(ending), after, into), occasion);
        news.publishEvent(new OrganisationClosed(id, ending.path(), occasion.on(), into));
        return after;
    }

    /** One that is open and that nothing happened to after the day. */
    private Organisation changeable(UUID id, LocalDate day) {
        refuseAhead(day);
        Organisation found = open(id);
        LocalDate last = organisations.lastChange(id);
        if (day.isBefore(last)) {
            throw OrganisationRefused.of(Why.BEFORE_LAST_CHANGE, id, last);
        }
        return found;
    }

    private Organisation openOn(UUID id, LocalDate day) {
        Organisation found = open(id);
        if (day.isBefore(found.openedOn())) {
            throw OrganisationRefused.of(Why.NOT_OPEN_YET, id, found.openedOn());
        }
        return found;
    }

    private Organisation open(UUID id) {
        Organisation found = organisations.find(id).orElseThrow(() -> OrganisationRefused.of(Why.ABSENT, id));
        refuseIf(found.closedOn().isPresent(), Why.CLOSED, id);
        return found;
    }

    private Organisation present(UUID id) {
        return organisations.find(id).orElseThrow();
    }

    private void refuseAhead(LocalDate day) {
        LocalDate today = annals.today();
        if (day.isAfter(today)) {
            throw new OrganisationRefused(Why.DAY_AHEAD, Optional.empty(), Optional.of(today));
        }
    }

    private static boolean isWithin(Organisation inner, Organisation outer) {
        return inner.path().equals(outer.path()) || inner.path().startsWith(outer.path() + ".");
    }

    private static void refuseIf(boolean impossible, Why why, UUID organisation) {
        if (impossible) {
            throw OrganisationRefused.of(why, organisation);
        }
    }
}
