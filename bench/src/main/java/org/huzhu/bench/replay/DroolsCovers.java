package org.huzhu.bench.replay;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.bench.drools.Cover;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Terms;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.VersionRules;
import org.huzhu.rules.WaitingRules;

/** The covers of members, each unit with the day from which it waits. For covers of a plan that do not overlap. */
record DroolsCovers(Rulebook rules) implements DroolsFacts.SlotsOfPlan {

    /** Waits no more on any day. */
    private static final int EVER = -10_000_000;

    @Override
    public List<Cover> covers(FactColumns facts, int member) {
        List<Cover> covers = new ArrayList<>();
        for (int term = facts.termsFrom(member); term < facts.termsTo(member); term++) {
            int place = rules.place(facts.terms().plan(term));
            if (place != Rulebook.NO_PLAN) {
                PlanRules plan = rules.plans().get(place);
                boolean isFirst = covers.isEmpty() || covers.getLast().plan() != plan.word();
                covers.add(isFirst ? cover(facts, member, term, plan) : after(facts, member, term, covers.getLast()));
            }
        }
        return covers;
    }

    private Cover cover(FactColumns facts, int member, int term, PlanRules plan) {
        int from = facts.terms().from(term);
        Cover none = new Cover(plan.word(), from, Integer.MIN_VALUE / 2, from, 0, List.of());
        return after(facts, member, term, none);
    }

    private Cover after(FactColumns facts, int member, int term, Cover before) {
        Terms terms = facts.terms();
        PlanRules plan = rules.plans().get(rules.place(terms.plan(term)));
        int from = terms.from(term);
        int pinned = plan.governing(from, from);
        VersionRules version = pinned < 0 ? null : plan.versions().get(pinned);
        WaitingRules waiting = version == null ? null : version.waiting();
        int units = Math.min(terms.units(term), version == null ? Integer.MAX_VALUE : version.unitsMax());
        boolean continues = waiting != null && from - before.until() <= waiting.gapDaysMax();
        boolean isWaived = waiting != null && waiting.isWaivable() && holdsAnother(facts, member, term, waiting);
        List<Integer> since = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            boolean isKept = continues && unit < before.since().size();
            since.add(isWaived ? EVER : isKept ? before.since().get(unit) : from);
        }
        int runFrom = before.until() == from ? before.runFrom() : from;
        return new Cover(plan.word(), from, terms.until(term), runFrom, terms.tier(term), since);
    }

    private static boolean holdsAnother(FactColumns facts, int member, int term, WaitingRules waiting) {
        Terms terms = facts.terms();
        for (int other = facts.termsFrom(member); other < facts.termsTo(member); other++) {
            if (terms.plan(other) != terms.plan(term)
                    && terms.from(other) < terms.from(term)
                    && terms.until(other) >= terms.from(term)
                    && !waiting.plansNotCounted().contains(terms.plan(other))) {
                return true;
            }
        }
        return false;
    }
}
