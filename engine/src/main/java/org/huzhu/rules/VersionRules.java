package org.huzhu.rules;

import java.util.List;
import org.huzhu.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan.
 *
 * @param from the first day
 * @param followsEvent whether the day of the event chooses the version
 * @param reachesInForce whether cover that was in force before has part in it
 * @param unitsMax units of cover that one person may hold
 * @param office the number of the office that runs the plan
 * @param byKind the clauses that may be about each kind of event, by the ordinal of the kind
 * @param relations those under which clauses do not all give their own
 * @param hasCaps whether any clause is capped
 */
public record VersionRules(
        Plan plan,
        int from,
        boolean followsEvent,
        boolean reachesInForce,
        int unitsMax,
        int office,
        @Nullable WaitingRules waiting,
        List<ClauseRules> clauses,
        List<List<ClauseRules>> byKind,
        List<RelationRules> relations,
        boolean hasCaps) {

    public VersionRules {
        clauses = List.copyOf(clauses);
        byKind = List.copyOf(byKind);
        relations = List.copyOf(relations);
    }
}
