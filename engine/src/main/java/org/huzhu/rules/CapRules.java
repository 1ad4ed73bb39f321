package org.huzhu.rules;

import org.huzhu.plan.Cap;
import org.huzhu.plan.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The most that clauses give together.
 *
 * @param clauses a set of {@link ClauseRules#bit}
 * @param daysMax for a cap of days
 * @param max for a cap of money; null for a cap of days
 */
public record CapRules(
        Cap cap,
        long clauses,
        Scope per,
        int daysMax,
        @Nullable TierAmounts max) {

    /** Whether it binds one clause alone. */
    public boolean isAlone() {
        return cap.clauses().size() == 1;
    }

    /** Whether it binds the clause with the bit. */
    public boolean binds(long bit) {
        return (clauses & bit) != 0;
    }
}
