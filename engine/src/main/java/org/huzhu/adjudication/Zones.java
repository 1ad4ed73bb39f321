package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Waiting.Treatment;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.WaitingRules;
import org.jspecify.annotations.Nullable;

/** How the units of a cover are treated on the day of an event (等待期). */
final class Zones {

    private final Bench bench;
    private int full;
    private int reduced;
    private long firstNumber;

    Zones(Bench bench) {
        this.bench = bench;
    }

    /** Units that give all. */
    int full() {
        return full;
    }

    /** Units that give less, where the clause knows a reduced amount. */
    int reduced() {
        return reduced;
    }

    /** The day of cover of the units that were counted first. */
    long firstNumber() {
        return firstNumber;
    }

    /**
     * Counts the units that are held on the day and give something.
     *
     * @param eventDay the day that the waiting is counted to
     */
    void count(ClauseRules clause, int cover, int event, int day, int eventDay) {
        WaitingRules waiting = waiting(clause, event);
        Covers covers = bench.covers;
        full = 0;
        reduced = 0;
        firstNumber = -1;
        if (waiting == null && covers.layersTo(cover) - covers.layersFrom(cover) == 1) {
            full = covers.units(cover);
            return;
        }
        for (int layer = covers.layersFrom(cover); layer < covers.layersTo(cover); layer++) {
            if (covers.layerFrom(layer) > day) {
                continue;
            }
            long number = number(waiting, covers.layerSince(layer), eventDay);
            firstNumber = firstNumber < 0 ? number : firstNumber;
            switch (treatment(waiting, covers.layerSince(layer), number)) {
                case FULL -> full += covers.layerUnits(layer);
                case REDUCED -> reduced += knowsReduced(clause) ? covers.layerUnits(layer) : 0;
                case NONE -> {}
            }
        }
    }

    /** The first steps of every working: voided units and waiting, where they say something. */
    List<Step> opening(int claim) {
        Claims claims = bench.claims;
        Covers covers = bench.covers;
        ClauseRules clause = claims.clause(claim);
        int cover = claims.cover(claim);
        List<Step> steps = new ArrayList<>();
        int voided = bench.facts.terms().units(covers.term(cover)) - covers.units(cover);
        if (voided > 0) {
            steps.add(new Step.UnitsVoid(voided, bench.version(clause).unitsMax()));
        }
        WaitingRules waiting = waiting(clause, claims.event(claim));
        for (int layer = covers.layersFrom(cover); layer < covers.layersTo(cover); layer++) {
            int since = covers.layerSince(layer);
            long number = number(waiting, since, claims.eventDay(claim));
            Treatment treatment = treatment(waiting, since, number);
            boolean pays = treatment == Treatment.FULL || (treatment == Treatment.REDUCED && knowsReduced(clause));
            if (covers.layerFrom(layer) <= claims.day(claim) && pays && number > 0) {
                steps.add(new Step.OnDay(number, treatment, covers.layerUnits(layer)));
            }
        }
        return steps;
    }

    /** What is before the first day counts as on it: the rest of a stay that began under the cover before. */
    private static long number(@Nullable WaitingRules waiting, int since, int day) {
        return waiting == null || since == Day.NONE ? 0 : Math.max(0L, (long) day - since) + waiting.offset();
    }

    private static Treatment treatment(@Nullable WaitingRules waiting, int since, long number) {
        return waiting == null || since == Day.NONE
                ? Treatment.FULL
                : waiting.waiting().on(number);
    }

    /** Only sums by disease know a reduced amount. */
    private static boolean knowsReduced(ClauseRules clause) {
        return clause.pricing() instanceof Pricing.Disease sum && sum.reduced() != null;
    }

    /** The waiting period that the event is held to, if any. */
    private @Nullable WaitingRules waiting(ClauseRules clause, int event) {
        WaitingRules waiting = bench.version(clause).waiting();
        return waiting == null || isExempt(waiting, event) ? null : waiting;
    }

    private boolean isExempt(WaitingRules waiting, int event) {
        FactColumns facts = bench.facts;
        return switch (facts.kind(event)) {
            case LOSS, MATURITY, VISIT -> true;
            case DIAGNOSIS -> waiting.isExempt(Cause.ILLNESS);
            case STAY -> waiting.isExempt(facts.stays().cause(facts.row(event)));
            case DEATH -> waiting.isExempt(facts.deaths().cause(facts.row(event)));
            case ACCIDENT -> waiting.isExempt(Cause.ACCIDENT);
        };
    }
}
