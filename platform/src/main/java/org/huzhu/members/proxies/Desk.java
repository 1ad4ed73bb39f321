package org.huzhu.members.proxies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.springframework.stereotype.Component;

/** What both doors of this room have at hand: who may do it, what was done, which day it is, what the next id is. */
@Component
class Desk {

    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;
    private final Chance chance;

    Desk(Access access, AuditTrail trail, Clock clock, Chance chance) {
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.chance = chance;
    }

    /** The member, who says himself who may act for him. */
    UUID self(Caller caller) {
        access.require(caller, Operation.OWN_PROXY, "");
        return caller.member().orElseThrow();
    }

    /** The object is the member; the reason names the grant, which is the actor of all that is done by it. */
    void done(String action, UUID member, UUID grant) {
        trail.record(Deed.done(action, "member", member.toString()).because(grant.toString()));
    }

    /** The same at the organisation of the member, whoever does it. */
    void done(String action, UUID member, UUID grant, String path) {
        trail.record(Deed.done(action, "member", member.toString())
                .because(grant.toString())
                .at(path));
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    UUID freshId() {
        return chance.id(clock.instant());
    }
}
