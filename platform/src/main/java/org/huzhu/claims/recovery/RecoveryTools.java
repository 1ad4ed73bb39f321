package org.huzhu.claims.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.springframework.stereotype.Component;

/** What each service of this package has at hand. */
@Component
record RecoveryTools(Access access, AuditTrail trail, Clock clock, Chance chance) {

    private static final String KIND = "recovery";

    /** Lets the operation pass on all that the caller reaches. */
    void require(Caller caller, Operation operation) {
        access.require(caller, operation, caller.path().orElse(""));
    }

    void done(String action, UUID id, String path) {
        trail.record(Deed.done(action, KIND, id.toString()).at(path));
    }

    void done(String action, UUID id, String path, String reason) {
        trail.record(Deed.done(action, KIND, id.toString()).at(path).because(reason));
    }

    OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    UUID freshId() {
        return chance.id(clock.instant());
    }
}
