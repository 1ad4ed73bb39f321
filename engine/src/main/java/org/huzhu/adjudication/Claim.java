package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting.Treatment;

/**
 * An event that a clause of a plan version must answer for: it is covered, not excluded, and waited long enough for at
 * least one unit.
 *
 * @param day the day of the event that counts
 * @param zones units of cover by their treatment, only those that are not treated as {@link Treatment#NONE}
 * @param listed the class of the list, for sums by disease
 */
record Claim(
        Plan plan, Clause clause, Cover cover, Event event, LocalDate day, List<Zone> zones, Optional<String> listed) {

    /** Units of cover that are treated alike; {@code day} is the day of cover, zero or less when none is counted. */
    record Zone(int units, long day, Treatment treatment) {}

    int fullUnits() {
        return zones.stream()
                .filter(zone -> zone.treatment() == Treatment.FULL)
                .mapToInt(Zone::units)
                .sum();
    }

    /** The first steps of every working: voided units and waiting, where they say something. */
    List<Step> opening() {
        List<Step> steps = new ArrayList<>();
        int voided = cover.term().units() - cover.units();
        if (voided > 0) {
            steps.add(new Step.UnitsVoid(voided, plan.enrolment().units().max()));
        }
        zones.stream()
                .filter(zone -> zone.day() > 0)
                .map(zone -> new Step.OnDay(zone.day(), zone.treatment(), zone.units()))
                .forEach(steps::add);
        return steps;
    }

    /** The row of the amounts for the tier of the cover; empty when the plan has no such tier. */
    Optional<Amounts.Row> row(Amounts amounts) {
        return amounts.row(cover.term().tier());
    }
}
