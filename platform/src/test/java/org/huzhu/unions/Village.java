package org.huzhu.unions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.kernel.CreditCode;
import org.huzhu.unions.UnitFacts.Kind;
import org.springframework.boot.test.context.TestComponent;

/** Short words for the tests: opens organisations, and speaks for those who act at them. */
@TestComponent
class Village {

    static final LocalDate START = LocalDate.of(2020, 1, 1);

    private final Founding founding;
    private final UnionTree tree;

    Village(Founding founding, UnionTree tree) {
        this.founding = founding;
        this.tree = tree;
    }

    Organisation office(String name) {
        return open(Tier.OFFICE, name, Optional.empty());
    }

    Organisation open(Tier tier, String name, Organisation under) {
        return open(tier, name, Optional.of(under.id()));
    }

    private Organisation open(Tier tier, String name, Optional<UUID> under) {
        return all(() -> founding.open(new Opening(tier, name, under), on(START)));
    }

    /** The organisation as it stands now. */
    Organisation now(Organisation organisation) {
        return all(() -> tree.find(organisation.id())).orElseThrow();
    }

    static Occasion on(LocalDate day) {
        return new Occasion(day, "试验");
    }

    /** A reviewer of the agency or the office. */
    static Caller reviewer(Organisation at) {
        Role role = at.tier() == Tier.OFFICE ? Role.OFFICE_REVIEWER : Role.AGENCY_REVIEWER;
        return new Caller(UUID.randomUUID(), role, Optional.of(at.path()), Optional.empty());
    }

    static <T> T as(Caller caller, Callable<T> work) {
        return within(caller.scope(), work);
    }

    static <T> T all(Supplier<T> work) {
        return within(Scope.ofSystem(), work::get);
    }

    static <T> T within(Scope scope, Callable<T> work) {
        try {
            return scope.call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static UnitFacts facts(String body, int staff) {
        return new UnitFacts(
                Optional.of(CreditCode.withChecks("81110101", body)),
                Optional.of(CreditCode.withChecks("91110101", body)),
                Kind.PRIVATE_ENTERPRISE,
                staff,
                staff / 2,
                Optional.empty());
    }
}
