package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.columns.Day;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.VersionRules;

/** What a plan has to say of an event that no cover holds. Nothing here decides an amount. */
final class Unheld {

    private final Bench bench;
    private final Conditions conditions;
    private final Matching matching;

    Unheld(Bench bench, Conditions conditions, Matching matching) {
        this.bench = bench;
        this.conditions = conditions;
        this.matching = matching;
    }

    /** A clause under which no cover holds the event, and why. */
    private record Missed(ClauseRules clause, Reason reason) {
        boolean isOutside() {
            return reason instanceof Reason.OutsideCover;
        }
    }

    /**
     * Says what the version that governs lacks, even where another clause pays, and that the day lies outside, once, by
     * its first clause that is about the event.
     */
    void say(int event) {
        int nearest = nearest(event);
        List<Missed> missed = new ArrayList<>();
        boolean isHeld = false;
        for (VersionRules version : bench.plan.versions()) {
            for (ClauseRules clause : version.byKind().get(bench.facts.kindOrdinal(event))) {
                if (conditions.isAbout(clause, event)) {
                    isHeld |= look(clause, event, nearest, missed);
                }
            }
        }
        int governing = nearest < 0
                ? PlanRules.NO_VERSION
                : bench.plan.governing(bench.facts.terms().from(bench.covers.term(nearest)), bench.facts.day(event));
        List<Missed> governed = missed.stream()
                .filter(each -> each.clause().version() == governing)
                .toList();
        List<Missed> said = new ArrayList<>(
                governed.stream().filter(each -> !each.isOutside()).toList());
        if (!isHeld) {
            Optional<Missed> outside =
                    governed.stream().filter(Missed::isOutside).findFirst();
            outside.or(() -> said.isEmpty() ? missed.stream().findFirst() : Optional.empty())
                    .ifPresent(said::add);
        }
        said.forEach(each -> refuse(each, event));
    }

    private void refuse(Missed each, int event) {
        bench.trace.refuse(
                bench.version(each.clause()).plan().id(), each.clause().clause().number(), event, each.reason());
    }

    /** Whether some cover holds the event under the clause; else notes why none does. */
    private boolean look(ClauseRules clause, int event, int nearest, List<Missed> missed) {
        int day = conditions.day(clause, event);
        if (day == Day.NONE) {
            missed.add(new Missed(clause, unknown(clause, event, nearest)));
            return false;
        }
        for (int cover = 0; cover < bench.covers.size(); cover++) {
            if (matching.held(clause, cover, event, day) != Day.NONE) {
                return true;
            }
        }
        missed.add(new Missed(clause, new Reason.OutsideCover(Day.date(day))));
        return false;
    }

    /** The day that counts is not known, unless the clause is not about such an event anyway. */
    private Reason unknown(ClauseRules clause, int event, int nearest) {
        if (nearest >= 0) {
            Reason unmet = conditions.unmet(clause, nearest, event, bench.covers.from(nearest));
            if (unmet != null && unmet.isMismatch()) {
                return unmet;
            }
        }
        return new Reason.DayUnknown(clause.eventDay());
    }

    /** The cover that holds the day on which the event happened, or the nearest to it; -1 where there is none. */
    private int nearest(int event) {
        int day = bench.facts.day(event);
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (int cover = 0; cover < bench.covers.size(); cover++) {
            long early = (long) bench.covers.from(cover) - day;
            long late = (long) day - bench.covers.until(cover) + 1;
            long distance = Math.max(0, Math.max(early, late));
            if (distance < least) {
                nearest = cover;
                least = distance;
            }
        }
        return nearest;
    }
}
