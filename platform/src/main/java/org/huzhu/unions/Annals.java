package org.huzhu.unions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Digests;
import org.huzhu.unions.Milestone.Kind;
import org.springframework.stereotype.Component;

/** Writes down each change twice: in the history of the organisation, for its readers, and in the audit trail. */
@Component
class Annals {

    private static final String KIND = "organisation";

    private final JdbcMilestones milestones;
    private final AuditTrail trail;
    private final Clock clock;

    Annals(JdbcMilestones milestones, AuditTrail trail, Clock clock) {
        this.milestones = milestones;
        this.trail = trail;
        this.clock = clock;
    }

    /** A change, as it will be written down. */
    record Change(
            Operation operation, Kind kind, Optional<Organisation> before, Organisation after, Optional<UUID> other) {

        static Change of(Operation operation, Kind kind, Organisation before, Organisation after) {
            return new Change(operation, kind, Optional.of(before), after, Optional.empty());
        }

        Change with(UUID another) {
            return new Change(operation, kind, before, after, Optional.of(another));
        }
    }

    void write(Change change, Occasion occasion) {
        write(change, Optional.empty(), occasion);
    }

    void write(Change change, Optional<String> province, Occasion occasion) {
        Organisation after = change.after();
        boolean stands = !change.kind().isEnd();
        Milestone milestone = new Milestone(
                occasion.on(),
                change.kind(),
                stands ? Optional.of(after.name()) : Optional.empty(),
                stands ? after.parent() : Optional.empty(),
                change.other(),
                province,
                occasion.reason(),
                Reach.actor(),
                now());
        milestones.add(after.id(), milestone);
        trail.record(Deed.done(change.operation().title(), KIND, after.id().toString())
                .because(occasion.reason())
                .changing(change.before().map(Annals::digest), Optional.of(digest(after))));
    }

    /** Records a deed that leaves the organisation where and what it is. */
    void record(Operation operation, UUID organisation, String reason) {
        trail.record(Deed.done(operation.title(), KIND, organisation.toString()).because(reason));
    }

    /** Records a step of a registration. */
    void record(Operation operation, UUID registration) {
        trail.record(Deed.done(operation.title(), "registration", registration.toString()));
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }

    private static String digest(Organisation organisation) {
        return Digests.sm3(organisation.toString());
    }
}
