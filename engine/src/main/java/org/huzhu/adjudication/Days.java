package org.huzhu.adjudication;

import org.huzhu.columns.Day;
import org.huzhu.columns.Diagnoses;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.StayChain;
import org.huzhu.plan.EventDay;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.Pricing;

/** Which day of an event counts, by the rule of the clause; {@link Day#NONE} when the facts do not know that day. */
final class Days {

    private Days() {}

    /** The day of the event; for a sum by the day, that of the stay which it goes on from. */
    static int of(Bench bench, ClauseRules clause, int event) {
        FactColumns facts = bench.facts;
        return switch (facts.kind(event)) {
            case STAY -> ofStay(facts, clause, event);
            case DIAGNOSIS -> ofDiagnosis(bench, clause.eventDay(), event);
            case DEATH -> ofDeath(facts, clause.eventDay(), event);
            case VISIT, ACCIDENT, LOSS, MATURITY -> facts.day(event);
        };
    }

    private static int ofStay(FactColumns facts, ClauseRules clause, int event) {
        int stay = clause.pricing() instanceof Pricing.Allowance(var daily, var unused)
                ? StayChain.first(facts, event, daily.transferHoursMax())
                : event;
        return switch (clause.eventDay()) {
            case SETTLEMENT -> facts.stays().settledOn(facts.row(stay));
            case ACCIDENT -> orElse(facts.stays().accidentOn(facts.row(stay)), facts.day(stay));
            case PATHOLOGY_OR_ADMISSION, DIAGNOSIS, ADMISSION, DEATH, LOSS, MATURITY -> facts.day(stay);
        };
    }

    private static int ofDiagnosis(Bench bench, EventDay rule, int event) {
        Diagnoses diagnoses = bench.facts.diagnoses();
        int row = bench.facts.row(event);
        return switch (rule) {
            case PATHOLOGY_OR_ADMISSION ->
                bench.rules.isMalignant(diagnoses.disease(row))
                        ? diagnoses.pathologyOn(row)
                        : diagnoses.admittedOn(row);
            case ADMISSION -> diagnoses.admittedOn(row);
            case DIAGNOSIS, ACCIDENT, SETTLEMENT, DEATH, LOSS, MATURITY -> bench.facts.day(event);
        };
    }

    private static int ofDeath(FactColumns facts, EventDay rule, int event) {
        return rule == EventDay.ACCIDENT ? orElse(accidentOf(facts, event), facts.day(event)) : facts.day(event);
    }

    /** The day of the accident that a death goes back to, or {@link Day#NONE}. */
    static int accidentOf(FactColumns facts, int event) {
        int death = facts.row(event);
        int accident = facts.deaths().accident(death);
        boolean isKnown = accident >= 0 && facts.kind(accident) == EventKind.ACCIDENT;
        return orElse(facts.deaths().accidentOn(death), isKnown ? facts.day(accident) : Day.NONE);
    }

    private static int orElse(int day, int other) {
        return day == Day.NONE ? other : day;
    }
}
