package org.huzhu.adjudication;

import java.util.List;
import org.huzhu.columns.Day;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.ExclusionRules;
import org.huzhu.rules.VersionRules;

/** Finds which clauses of the plan at hand must answer for which events, and says no where the plan says no. */
final class Matching {

    private static final int DAY_FIXED = EventKind.VISIT.bit() | EventKind.ACCIDENT.bit() | EventKind.LOSS.bit();

    private final Bench bench;
    private final Conditions conditions;
    private final Zones zones;
    private final Unheld unheld;

    Matching(Bench bench, Zones zones) {
        this.bench = bench;
        this.zones = zones;
        this.conditions = new Conditions(bench);
        this.unheld = new Unheld(bench, conditions, this);
    }

    /** Finds all claims of the member on the plan. */
    void match() {
        bench.claims.clear(bench.plan.clauses());
        FactColumns facts = bench.facts;
        int kinds = bench.plan.kinds();
        for (int event = facts.eventsFrom(bench.member); event < facts.eventsTo(bench.member); event++) {
            if ((kinds >> facts.kindOrdinal(event) & 1) != 0) {
                match(event);
            }
        }
    }

    private void match(int event) {
        int before = bench.claims.size();
        if (isDayFixed(event)) {
            matchOn(bench.facts.day(event), event);
        } else {
            matchByClause(event);
        }
        if (bench.claims.size() - before > 1) {
            bench.claims.dropAnswered(bench.covers, before);
        }
        if (bench.trace.isOn()) {
            unheld.say(event);
        }
    }

    /** Whether the same day counts, whatever clause asks, and the cover must hold it. */
    private boolean isDayFixed(int event) {
        return (DAY_FIXED >> bench.facts.kindOrdinal(event) & 1) != 0;
    }

    /** Asks, of each cover that holds the day, the clauses of the version that governs. */
    private void matchOn(int day, int event) {
        for (int cover = bench.covers.first(day); cover < bench.covers.size(); cover = bench.covers.after(cover, day)) {
            int governing = governing(cover, day);
            if (governing >= 0) {
                List<ClauseRules> clauses =
                        bench.plan.versions().get(governing).byKind().get(bench.facts.kindOrdinal(event));
                for (int c = 0; c < clauses.size(); c++) {
                    if (conditions.isAbout(clauses.get(c), event)) {
                        judge(clauses.get(c), cover, event, day, day);
                    }
                }
            }
        }
    }

    private void matchByClause(int event) {
        List<VersionRules> versions = bench.plan.versions();
        for (int v = 0; v < versions.size(); v++) {
            List<ClauseRules> clauses = versions.get(v).byKind().get(bench.facts.kindOrdinal(event));
            for (int c = 0; c < clauses.size(); c++) {
                if (conditions.isAbout(clauses.get(c), event)) {
                    match(clauses.get(c), event);
                }
            }
        }
    }

    /** Asks each cover whether it holds the event under the clause. */
    private void match(ClauseRules clause, int event) {
        int eventDay = conditions.day(clause, event);
        if (eventDay == Day.NONE) {
            return;
        }
        boolean isPlain = !clause.paysDaysInTerm() && bench.facts.kind(event) != EventKind.MATURITY;
        for (int cover = isPlain ? bench.covers.first(eventDay) : 0;
                cover < bench.covers.size();
                cover = isPlain ? bench.covers.after(cover, eventDay) : cover + 1) {
            int day = held(clause, cover, event, eventDay);
            if (day != Day.NONE) {
                judge(clause, cover, event, day, eventDay);
            }
        }
    }

    /** The day by which the cover holds the event under the version of the clause, or {@link Day#NONE}. */
    int held(ClauseRules clause, int cover, int event, int eventDay) {
        int day = within(clause, cover, event, eventDay);
        return day != Day.NONE && governing(cover, day) == clause.version() ? day : Day.NONE;
    }

    private int governing(int cover, int day) {
        return bench.plan.isPinned()
                ? bench.covers.pinned(cover)
                : bench.plan.governing(bench.facts.terms().from(bench.covers.term(cover)), day);
    }

    private int within(ClauseRules clause, int cover, int event, int day) {
        Covers covers = bench.covers;
        if (bench.facts.kind(event) == EventKind.MATURITY) {
            int end = covers.until(cover);
            return day == end || day == end - 1 ? end - 1 : Day.NONE;
        }
        if (covers.contains(cover, day)) {
            return day;
        }
        if (clause.paysDaysInTerm() && bench.facts.isStay(event) && goesOn(cover, day)) {
            int from = covers.from(cover);
            boolean reaches = bench.facts.stays().dischargedOn(bench.facts.row(event)) > from;
            return reaches ? from : Day.NONE;
        }
        return Day.NONE;
    }

    /** Whether the cover goes on, without a break, from one that held the day. */
    private boolean goesOn(int cover, int day) {
        Covers covers = bench.covers;
        for (int before = 0; before < covers.size(); before++) {
            if (covers.until(before) == covers.from(cover) && (covers.contains(before, day) || goesOn(before, day))) {
                return true;
            }
        }
        return false;
    }

    private void judge(ClauseRules clause, int cover, int event, int day, int eventDay) {
        if (bench.covers.units(cover) == 0) {
            Reason isVoid = new Reason.AllUnitsVoid(bench.version(clause).unitsMax());
            refuse(clause, clause.clause().number(), event, isVoid);
            return;
        }
        Reason unmet = conditions.unmet(clause, cover, event, day);
        if (unmet != null) {
            refuse(clause, clause.clause().number(), event, unmet);
            return;
        }
        ExclusionRules excluded = conditions.exclusion(clause, cover, event);
        if (excluded != null) {
            Reason reason = new Reason.Excluded(excluded.exclusion().wording());
            refuse(clause, excluded.exclusion().number(), event, reason);
            return;
        }
        zones.count(clause, cover, event, day, eventDay);
        if (zones.full() > 0 || zones.reduced() > 0) {
            claim(clause, cover, event, day, eventDay);
        } else if (bench.trace.isOn()) {
            Plan plan = bench.version(clause).plan();
            Waiting waiting = plan.waiting().orElseThrow();
            boolean illustrative = waiting.basis().illustrative();
            Reason reason = new Reason.InWaiting(zones.firstNumber());
            bench.trace.refuse(plan.id(), waiting.number(), event, reason, illustrative);
        }
    }

    private void claim(ClauseRules clause, int cover, int event, int day, int eventDay) {
        if (clause.isByDisease()) {
            int listed = conditions.listed(clause, cover, event, day);
            bench.claims.add(clause, cover, event, day, eventDay, zones.full(), zones.reduced(), listed);
        } else {
            bench.claims.add(clause, cover, event, day, eventDay, zones.full(), conditions.costFen(clause, event));
        }
    }

    private void refuse(ClauseRules clause, String number, int event, Reason reason) {
        if (bench.trace.isOn()) {
            bench.trace.refuse(bench.version(clause).plan().id(), number, event, reason);
        }
    }
}
