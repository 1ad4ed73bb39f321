package org.huzhu.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.catalogue.PlanRefused.Reason;
import org.huzhu.catalogue.Version.Step;
import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class BundleService implements BundleDesk {

    private static final String KIND = "bundle";

    private final Access access;
    private final AuditTrail trail;
    private final Shelf shelf;
    private final JdbcBundles bundles;
    private final Clock clock;

    BundleService(Access access, AuditTrail trail, Shelf shelf, JdbcBundles bundles, Clock clock) {
        this.access = access;
        this.trail = trail;
        this.shelf = shelf;
        this.bundles = bundles;
        this.clock = clock;
    }

    @Override
    public UUID add(Caller caller, Bundle bundle) {
        access.require(caller, Operation.PLAN_OFFER, bundle.path());
        return add(bundle, new Step(caller.account().toString(), clock.instant()));
    }

    @Override
    public void found(Bundle bundle) {
        if (!Scope.current().equals(Optional.of(Scope.ofSystem()))) {
            throw new IllegalStateException("Only the system itself does this without a caller");
        }
        add(bundle, new Step("system", clock.instant()));
    }

    private UUID add(Bundle bundle, Step made) {
        List<String> plans = bundle.parts().stream().map(Part::plan).distinct().toList();
        boolean arePublished = plans.stream()
                .noneMatch(plan -> shelf.now().rules().library().versions(plan).isEmpty());
        if (plans.size() < 2 || plans.size() != bundle.parts().size() || !arePublished) {
            throw new PlanRefused(Reason.NO_SUCH_PLAN);
        }
        UUID id = UUID.randomUUID();
        bundles.add(id, bundle, made);
        trail.record(Deed.done("plan.bundle", KIND, id.toString())
                .because(bundle.name())
                .at(bundle.path()));
        return id;
    }

    @Override
    public void drop(Caller caller, UUID id) {
        String path = bundles.path(id).orElseThrow(() -> new PlanRefused(Reason.ABSENT));
        access.require(caller, Operation.PLAN_OFFER, path);
        if (!bundles.drop(id, clock.instant())) {
            throw new PlanRefused(Reason.DECIDED);
        }
        trail.record(Deed.done("plan.bundle.drop", KIND, id.toString()).at(path));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> at(String path) {
        return bundles.at(path);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> all(Caller caller) {
        access.require(caller, Operation.PLAN_OFFER, caller.path().orElse(""));
        return bundles.all();
    }

    /** Bundles follow an organisation within the transaction that moves it. */
    @EventListener
    void on(OrganisationMoved news) {
        bundles.move(news.from(), news.to());
    }
}
