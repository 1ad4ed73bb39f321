package org.huzhu.facts;

import java.util.Optional;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/**
 * One coverage period (保障期) of a member under one plan.
 *
 * @param plan the short name of the plan
 * @param office the office that took the enrolment, where that matters; empty for the office of the plan
 * @param span half-open
 * @param units units of cover (份)
 * @param tier the tier (档), where the plan has tiers
 * @param contribution what was paid for the cover in all, where the plan returns it
 */
public record Term(
        String plan,
        Optional<String> office,
        DateSpan span,
        int units,
        Optional<String> tier,
        Optional<Money> contribution) {
    public Term {
        Require.that(units > 0, "A coverage period has at least one unit of cover, not %d", units);
    }
}
