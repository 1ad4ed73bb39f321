package org.huzhu.rules;

import java.util.List;
import java.util.Optional;
import org.huzhu.plan.Stacking;

/**
 * How the plans of an office bear on each other.
 *
 * @param office the number of the office
 * @param pairs those of which not both give their own
 * @param expenseOrder plans that share costs, by their places in the rulebook, in the order in which they pay
 */
public record OfficeRules(
        int office, List<PairRules> pairs, List<Integer> expenseOrder, Optional<Stacking.Indemnity> indemnity) {

    public OfficeRules {
        pairs = List.copyOf(pairs);
        expenseOrder = List.copyOf(expenseOrder);
    }

    /** Two plans, by their places in the rulebook. */
    public record PairRules(int first, int second, Stacking.Pair pair) {

        public boolean joins(int plan) {
            return plan == first || plan == second;
        }
    }

    /** The place of a plan in the order of paying; behind all others if it has none. */
    public int rank(int plan) {
        int place = expenseOrder.indexOf(plan);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
