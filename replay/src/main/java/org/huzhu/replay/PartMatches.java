package org.huzhu.replay;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.huzhu.adjudication.Judge;
import org.huzhu.adjudication.Matches;
import org.huzhu.columns.Part;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;

/** What the clauses of one plan must answer for, part by part; found once, for all drafts that only change amounts. */
final class PartMatches {

    private final PlanRules plan;
    private final AtomicReferenceArray<Matches> matches;

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
                    return part ->
                            found.matches.set(part, judge.match(parts.get(part).facts(), place));
                }),
                parts.size());
        return found;
    }

    /** Whether the rules of the plan must answer for the same. */
    boolean serve(PlanRules other) {
        return plan.matchesAs(other);
    }

    /** Those of the part. */
    Matches of(int part) {
        return matches.get(part);
    }
}
