package org.huzhu.claims;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.crypto.Chance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What each service of this room has at hand: who may do it, what was done, which day it is, what the next id is. */
@Component
class Desk {

    private static final String KIND = "claim";

    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;
    private final Chance chance;
    private final TransactionOperations transactions;

    Desk(Access access, AuditTrail trail, Clock clock, Chance chance, TransactionOperations transactions) {
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.chance = chance;
        this.transactions = transactions;
    }

    /** Does the work in the transaction at hand, or in one of its own where there is none. */
    <T> T whole(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    void require(Caller caller, Operation operation, String path) {
        access.require(caller, operation, path);
    }

    /** Lets a member, or who acts for him, do what is his own, and a handler what the operation allows at the path. */
    void require(Caller caller, Operation others, UUID member, String path) {
        if (caller.isForMember()) {
            access.require(caller, Operation.OWN_CLAIM, "");
            ClaimRefused.require(caller.member().filter(member::equals).isPresent(), Reason.ABSENT);
        } else {
            access.require(caller, others, path);
        }
    }

    /** Who is paid in the member's place, he says himself: nobody who acts for him does. */
    void requireMoney(Caller caller) {
        if (caller.isForMember()) {
            access.require(caller, Operation.OWN_MONEY, "");
        }
    }

    void done(String action, Claim claim) {
        trail.record(Deed.done(action, KIND, claim.id().toString()).at(claim.path()));
    }

    void done(String action, Claim claim, String reason) {
        trail.record(
                Deed.done(action, KIND, claim.id().toString()).at(claim.path()).because(reason));
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    UUID freshId() {
        return chance.id(clock.instant());
    }
}
