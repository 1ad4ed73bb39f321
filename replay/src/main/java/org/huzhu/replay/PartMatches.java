package org.huzhu.replay;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.huzhu.adjudication.Judge;
import org.huzhu.adjudication.Matches;
import org.huzhu.columns.Part;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/** What the clauses of one plan must answer for, part by part; found once, for all drafts that only change amounts. */
final class PartMatches {

    private final PlanRules plan;
    private final AtomicReferenceArray<@Nullable Matches> matches;

    private PartMatches(PlanRules plan, int parts) {
        this.plan = plan;
        matches = new AtomicReferenceArray<>(parts);
    }

    /** Those of the plan at the place, which must cover no gaps and be touched by no other plan. */
    static PartMatches find(List<Part> parts, Rulebook rules, int place, int threads) {
        PartMatches found = new PartMatches(rules.plans().get(place), parts.size());
        Crew.work(
                Crew.of(threads, () -> {
                    Judge judge = new Judge(rules);
                    return part -> found.find(judge, parts.get(part), part);
                }),
                parts.size());
        return found;
    }

    private void find(Judge judge, Part part, int number) {
        try {
            matches.set(number, judge.match(part.facts(), plan.place()));
        } catch (ArithmeticException e) {
            // A member has more than there is room for: this part is judged from the beginning each time.
            matches.set(number, null);
        }
    }

    /** Whether the rules of the plan must answer for the same. */
    boolean serve(PlanRules other) {
        return plan.matchesAs(other);
    }

    /** Those of the part; null where they did not fit. */
    @Nullable Matches of(int part) {
        return matches.get(part);
    }
}
