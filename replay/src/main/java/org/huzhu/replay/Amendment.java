package org.huzhu.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;

/**
 * A version of a plan, and what it is compared with.
 *
 * <p>By itself the version takes the place of its namesake in the library, or is added from its own first day, and is
 * compared with the library as it stands. From another day on ({@code since}) it is as if it had applied from that day
 * and nothing had come after it; what came before stays. Where it is compared with another version ({@code against}),
 * each is looked at as if it alone had applied from that day, or always.
 *
 * @param published the library as it stands
 */
public record Amendment(Library published, Plan draft, Optional<Plan> against, Optional<LocalDate> since) {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** The rules that the change is compared with. */
    public Library before() {
        return against.map(version -> from(version, since.orElse(ALWAYS))).orElse(published);
    }

    /** The rules with the change. */
    public Library after() {
        if (against.isEmpty() && since.isEmpty()) {
            return published.with(draft);
        }
        return from(draft, since.orElse(ALWAYS));
    }

    /** From when on the version decides. */
    public LocalDate decidesFrom() {
        return since.orElse(against.isPresent() ? ALWAYS : draft.applicability().from());
    }

    private Library from(Plan version, LocalDate day) {
        List<Plan> plans = new ArrayList<>(published.plans());
        plans.removeIf(plan -> plan.id().plan().equals(version.id().plan())
                && !plan.applicability().from().isBefore(day));
        plans.add(applying(version, day));
        return new Library(published.dictionary(), plans, published.overlays(), published.stackings());
    }

    private static Plan applying(Plan plan, LocalDate day) {
        Applicability applicability = plan.applicability();
        return new Plan(
                plan.id(),
                plan.title(),
                plan.office(),
                plan.sources(),
                new Applicability(day, applicability.by(), applicability.reach()),
                plan.enrolment(),
                plan.waiting(),
                plan.exclusions(),
                plan.clauses(),
                plan.caps(),
                plan.relations());
    }
}
