package org.huzhu.claims.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.database.BeyondReach;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office has said lies above most of those whom it binds: it is read beyond their reach. */
@Service
@Transactional
class RoutingsService implements Routings {

    private final JdbcRoutings routings;
    private final BeyondReach beyond;
    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;

    RoutingsService(JdbcRoutings routings, BeyondReach beyond, Access access, AuditTrail trail, Clock clock) {
        this.routings = routings;
        this.beyond = beyond;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Routing at(String path, LocalDate day) {
        return beyond.call(() -> routings.at(path, day)).orElse(Routing.STANDARD);
    }

    @Override
    public List<Placed> seen(Caller caller) {
        String path = caller.path().orElse("");
        access.require(caller, Operation.OVERSIGHT_VIEW, path);
        return beyond.call(() -> routings.seen(path));
    }

    @Override
    public void set(Caller caller, Routing routing) {
        String path = caller.path().orElse("");
        access.require(caller, Operation.ROUTING_SET, path);
        if (!routing.from().isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            throw new RoutingRefused();
        }
        lay(path, routing);
    }

    @Override
    public void lay(String path, Routing routing) {
        routings.lay(path, routing, clock.instant());
        trail.record(
                Deed.done("claim.routing", "routing", routing.from().toString()).at(path));
    }
}
