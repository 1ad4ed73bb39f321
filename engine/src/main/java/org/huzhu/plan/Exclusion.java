package org.huzhu.plan;

import java.util.List;
import java.util.Set;

/**
 * What a plan does not pay for (除外责任).
 *
 * @param clauses the clauses that the exclusion bears on
 * @param circumstances any of these excludes
 * @param icd a disease code in any of these ranges excludes
 * @param preExisting whether a disease that was first diagnosed before the coverage period is excluded
 */
public record Exclusion(
        String number,
        String wording,
        Set<String> clauses,
        Set<Circumstance> circumstances,
        List<IcdRange> icd,
        boolean preExisting) {
    public Exclusion {
        clauses = Set.copyOf(clauses);
        circumstances = Set.copyOf(circumstances);
        icd = List.copyOf(icd);
    }
}
