package org.huzhu.plan;

import java.util.Set;
import org.huzhu.kernel.Require;

/**
 * The most that one or more clauses give together (限额).
 *
 * @param number the clause that says so, as printed
 * @param clauses the numbers of the clauses that it binds
 * @param per within what it counts, for each insured person
 */
public record Cap(String number, Set<String> clauses, Scope per, Limit limit) {

    public Cap {
        clauses = Set.copyOf(clauses);
        Require.that(!clauses.isEmpty(), "The cap %s binds no clause", number);
    }

    /** What is limited. */
    public sealed interface Limit {

        /** Money. */
        record OfMoney(Amounts max) implements Limit {}

        /** Days that are paid. */
        record OfDays(int max) implements Limit {
            public OfDays {
                Require.that(max > 0, "A cap of %d days pays nothing", max);
            }
        }
    }
}
