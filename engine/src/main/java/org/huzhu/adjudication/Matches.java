package org.huzhu.adjudication;

import org.huzhu.columns.FactColumns;
import org.huzhu.rules.PlanRules;

/**
 * Which events the clauses of one plan must answer for, for all members of a part: the half of judging that does not
 * ask what a clause gives. A plan that differs only in what its clauses give has the same; see
 * {@link PlanRules#matchesAs}. Once made, for any number of threads.
 */
public final class Matches {

    private final Claims.Columns kept = new Claims.Columns();
    private final int[] ends;
    private final int[] firstTerms;

    Matches(FactColumns facts) {
        ends = new int[facts.members()];
        firstTerms = new int[facts.members()];
    }

    /** Whether the member has any. */
    boolean hasAny(int member) {
        return ends[member] > from(member);
    }

    private int from(int member) {
        return member == 0 ? 0 : ends[member - 1];
    }

    int firstTerm(int member) {
        return firstTerms[member];
    }

    /** Keeps the claims of the member, who comes after the one before. */
    void keep(int member, int firstTerm, Claims claims) {
        firstTerms[member] = firstTerm;
        kept.addAll(claims.found());
        ends[member] = kept.size();
    }

    /** No more will be kept. */
    void finish() {
        kept.trim();
    }

    /** Lays the claims of the member before the judge, under the rules that are to answer for them. */
    void lay(int member, PlanRules plan, Claims claims) {
        claims.look(kept, from(member), ends[member], plan.clauses());
    }
}
