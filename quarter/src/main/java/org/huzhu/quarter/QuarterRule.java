package org.huzhu.quarter;

import java.time.LocalDate;
import org.huzhu.adjudication.YearlyShareRule;
import org.huzhu.kernel.Require;

/**
 * A version of a plan of secondary reimbursement.
 *
 * @param plan the name of the plan
 * @param version the version of the plan
 * @param from the first day of the version
 * @param to the day after its last, exclusive
 * @param share what a year gives
 */
public record QuarterRule(String plan, String version, LocalDate from, LocalDate to, YearlyShareRule share) {

    public QuarterRule {
        Require.that(from.isBefore(to), "Version %s of %s ends on %s, before it begins on %s", version, plan, to, from);
    }

    /** Whether the whole calendar year lies within this version; a year is never split between two. */
    public boolean appliesTo(int year) {
        return !from.isAfter(LocalDate.of(year, 1, 1)) && !to.isBefore(LocalDate.of(year + 1, 1, 1));
    }
}
