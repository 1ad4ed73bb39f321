package org.huzhu.contributions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.crypto.Chance;
import org.huzhu.database.Scope;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** What each service of this room has at hand: who may do it, what was done, which day it is, what the next id is. */
@Component
class Desk {

    /** The first of two walls: what each query on one table says; row-level security is the second. */
    static final String IN = " path <@ any(cast(:reach as ltree[])) ";

    private final Access access;
    private final AuditTrail trail;
    private final UnionTree tree;
    private final Clock clock;
    private final Chance chance;

    Desk(Access access, AuditTrail trail, UnionTree tree, Clock clock, Chance chance) {
        this.access = access;
        this.trail = trail;
        this.tree = tree;
        this.clock = clock;
        this.chance = chance;
    }

    /** The same, of a table among others. */
    static String in(String table) {
        return " " + table + "." + IN.strip() + " ";
    }

    /** The value of {@code :reach}. */
    static String reach() {
        return Scope.required().reachText();
    }

    static String actor() {
        return Scope.required().actor();
    }

    void require(Caller caller, Operation operation, String path) {
        access.require(caller, operation, path);
    }

    /** Lets the operation pass on all that the caller reaches. */
    void require(Caller caller, Operation operation) {
        access.require(caller, operation, home(caller));
    }

    static String home(Caller caller) {
        return caller.path().orElse("");
    }

    /** The organisation, where the caller may do this to what is its. */
    Organisation within(Caller caller, Operation operation, UUID organisation) {
        Organisation found = organisation(organisation);
        access.require(caller, operation, found.path());
        return found;
    }

    Organisation organisation(UUID organisation) {
        return tree.find(organisation).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
    }

    void done(String action, String kind, UUID id, String path, Optional<String> reason) {
        Deed deed = Deed.done(action, kind, id.toString()).at(path);
        trail.record(reason.map(deed::because).orElse(deed));
    }

    Instant now() {
        return clock.instant();
    }

    OffsetDateTime moment() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    UUID freshId() {
        return chance.id(clock.instant());
    }
}
