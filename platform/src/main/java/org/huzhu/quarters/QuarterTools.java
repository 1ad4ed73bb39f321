package org.huzhu.quarters;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What each service of this room has at hand. */
@Component
public record QuarterTools(
        Access access, AuditTrail trail, Clock clock, Chance chance, TransactionOperations transactions) {

    /** Lets the operation pass on all that the caller reaches; gives his place. */
    public String require(Caller caller, Operation operation) {
        String path = caller.path().orElse("");
        access.require(caller, operation, path);
        return path;
    }

    public void done(Operation operation, String what, Run run) {
        trail.record(Deed.done(operation.title(), "quarter", run.id().toString())
                .because(what)
                .at(run.path()));
    }

    public <T> T whole(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    public UUID freshId() {
        return chance.id(clock.instant());
    }
}
