package org.huzhu.plan;

import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/**
 * How the plans of one office bear on each other (并用规则).
 *
 * @param expenseOrder plans that share costs, in the order in which they pay
 * @param indemnity the clause by which all shares of costs together never exceed what the member bore; empty when the
 *     office does not apply it
 */
public record Stacking(String office, List<Pair> pairs, List<String> expenseOrder, Optional<Indemnity> indemnity) {

    public Stacking {
        pairs = List.copyOf(pairs);
        expenseOrder = List.copyOf(expenseOrder);
    }

    public Optional<Pair> pair(String one, String other) {
        return pairs.stream().filter(pair -> pair.joins(one, other)).findFirst();
    }

    /**
     * Two plans that could pay for one event.
     *
     * @param plans two short names, in the order in which they are asked
     */
    public record Pair(List<String> plans, Together together, String number, String wording, Basis basis) {
        public Pair {
            plans = List.copyOf(plans);
            Require.that(plans.size() == 2, "A pair joins two plans, not %s", plans);
        }

        boolean joins(String one, String other) {
            return plans.contains(one) && plans.contains(other) && !one.equals(other);
        }
    }

    /** What two plans give for one event. */
    public sealed interface Together {

        /** 叠加: each its own. */
        record Both() implements Together {}

        /** 取大: together as much as the larger. */
        record Larger() implements Together {}

        /** 后者减付: the second plan gives a fixed sum once the first has given. */
        record SecondGives(Money amount) implements Together {}
    }

    /** The principle of indemnity (补偿原则). */
    public record Indemnity(String number, String wording, Basis basis) {}
}
