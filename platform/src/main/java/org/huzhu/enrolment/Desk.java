package org.huzhu.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.JdbcBatches.Step;
import org.springframework.stereotype.Component;

/** What each service of this room has at hand: who may do it, what was done, which day it is. */
@Component
class Desk {

    private static final String KIND = "batch";

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

    void done(String action, UUID batch) {
        trail.record(Deed.done(action, KIND, batch.toString()));
    }

    void done(String action, UUID batch, String reason) {
        if (reason.isBlank()) {
            throw new EnrolmentRefused(Reason.REASON_MISSING);
        }
        trail.record(Deed.done(action, KIND, batch.toString()).because(reason));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    Step step(Caller caller) {
        return new Step(caller.account().toString(), clock.instant());
    }

    UUID freshId() {
        return chance.id(clock.instant());
    }
}
