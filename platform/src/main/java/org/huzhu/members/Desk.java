package org.huzhu.members;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.springframework.stereotype.Component;

/** What each service of this room has at hand: who may do it, what was done, which day it is, what the next id is. */
@Component
class Desk {

    private static final String KIND = "member";

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

    void require(Caller caller, Operation operation, String path) {
        access.require(caller, operation, path);
    }

    /** Lets a member do what is his own, and a handler what is his members'. */
    void require(Caller caller, Operation own, Operation others, String path) {
        access.require(caller, caller.role() == Role.MEMBER ? own : others, path);
    }

    void done(String action, UUID member) {
        trail.record(Deed.done(action, KIND, member.toString()));
    }

    void done(String action, UUID member, String reason) {
        trail.record(Deed.done(action, KIND, member.toString()).because(reason));
    }

    void refused(String action, UUID member, MemberRefused.Reason reason) {
        trail.record(Deed.refused(action, KIND, member.toString(), reason.name()));
    }

    void changed(String action, UUID member, Optional<String> before, Optional<String> after) {
        trail.record(Deed.done(action, KIND, member.toString()).changing(before, after));
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
