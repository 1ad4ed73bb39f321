package org.huzhu.plan;

import java.util.List;
import org.huzhu.kernel.Require;

/**
 * What holds between clauses that could claim the same money (各条关系).
 *
 * @param number the clause that says so, as printed
 * @param within the event or the coverage period in which the clauses meet
 * @param clauses at least two; for {@link Manner#DEDUCT} the first gives less what the others gave
 */
public record Relation(String number, String wording, Manner manner, Scope within, List<String> clauses) {

    public Relation {
        clauses = List.copyOf(clauses);
        Require.that(clauses.size() >= 2, "The relation %s must name at least two clauses", number);
    }

    /** How clauses bear on each other. */
    public enum Manner {
        /** 兼得: each gives its own. */
        BOTH,
        /**
         * 择一: one only. What was paid first stands and the others give nothing; of those judged together, the largest.
         */
        ONE_ONLY,
        /** 取大: together they give as much as the largest; what was paid before counts towards it. */
        LARGEST,
        /** 扣减: the first gives what the others have not given already. */
        DEDUCT
    }
}
