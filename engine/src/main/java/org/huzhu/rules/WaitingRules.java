package org.huzhu.rules;

import java.util.Set;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Waiting;

/**
 * The waiting period of a version.
 *
 * @param gapDaysMax days that may lie between an old end and a renewal; -1 where a renewal continues nothing
 * @param isWaivable whether cover under other plans stands in for waiting
 * @param plansNotCounted the names of plans that do not stand in for waiting
 */
public record WaitingRules(
        Waiting waiting,
        int offset,
        boolean illnessExempt,
        boolean accidentExempt,
        int gapDaysMax,
        boolean extraUnitsWait,
        boolean gapCovered,
        boolean isWaivable,
        Set<Integer> plansNotCounted) {

    public WaitingRules {
        plansNotCounted = Set.copyOf(plansNotCounted);
    }

    public boolean isExempt(Cause cause) {
        return cause == Cause.ILLNESS ? illnessExempt : accidentExempt;
    }
}
