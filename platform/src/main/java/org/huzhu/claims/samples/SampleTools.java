package org.huzhu.claims.samples;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
record SampleTools(Access access, AuditTrail trail, Clock clock, Chance chance) {

    /** Lets the operation pass on all that the caller reaches; gives his place. */
    String require(Caller caller, Operation operation) {
        String path = caller.path().orElse("");
        access.require(caller, operation, path);
        return path;
    }

    void done(String action, String kind, UUID id, String path) {
        trail.record(Deed.done(action, kind, id.toString()).at(path));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    UUID freshId() {
        return chance.id(clock.instant());
    }
}
