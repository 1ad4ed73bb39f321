package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.facts.Case;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting;

/**
 * A coverage period with what came before it.
 *
 * @param span the days that are covered: the span of the term, and the gap before it where the plan covers that
 * @param before the coverage period of the same plan that this one continues, within the gap that the plan allows
 * @param waived whether cover under other plans stands in for waiting
 * @param units units of cover that are not void
 */
record Cover(Term term, DateSpan span, Optional<Cover> before, boolean waived, int units) {

    /** Units of cover that wait from the same day; the day is empty when they do not wait. */
    record Layer(int units, Optional<LocalDate> since) {}

    /** The coverage periods of the case, by plan, in the order of their start. */
    static Map<String, List<Cover>> of(Library library, Case facts) {
        Map<String, List<Cover>> covers = new HashMap<>();
        facts.terms().stream()
                .sorted(Comparator.comparing((Term term) -> term.span().from())
                        .thenComparing(term -> term.span().until())
                        .thenComparingInt(Term::units)
                        .thenComparing(term -> term.tier().orElse("")))
                .forEach(term -> {
                    List<Cover> sofar = covers.computeIfAbsent(term.plan(), unused -> new ArrayList<>());
                    sofar.add(of(library, facts, term, sofar));
                });
        return covers;
    }

    private static Cover of(Library library, Case facts, Term term, List<Cover> sofar) {
        LocalDate start = term.span().from();
        Optional<Plan> version = library.governing(term.plan(), start, start);
        Optional<Waiting> waiting = version.flatMap(Plan::waiting);
        Optional<Waiting.Renewal> renewal = waiting.flatMap(Waiting::renewal);
        Optional<Cover> before = renewal.flatMap(rule -> sofar.stream()
                .filter(it -> !it.term.span().until().isAfter(start))
                .filter(it -> ChronoUnit.DAYS.between(it.term.span().until(), start) <= rule.gapDaysMax())
                .max(Comparator.comparing(it -> it.term.span().until())));
        boolean gapCovered = renewal.map(Waiting.Renewal::gapCovered).orElse(false);
        LocalDate from = before.filter(it -> gapCovered)
                .map(it -> it.term.span().until())
                .orElse(start);
        boolean waived = waiting.flatMap(Waiting::waiver)
                .map(rule -> heldAnother(facts, term, rule))
                .orElse(false);
        int held = sofar.stream()
                .filter(it -> it.term.span().overlaps(term.span()))
                .mapToInt(Cover::units)
                .sum();
        int max = version.map(plan -> plan.enrolment().units().max()).orElse(Integer.MAX_VALUE);
        int units = Math.clamp((long) max - held, 0, term.units());
        return new Cover(term, new DateSpan(from, term.span().until()), before, waived, units);
    }

    private static boolean heldAnother(Case facts, Term term, Waiting.Waiver rule) {
        LocalDate start = term.span().from();
        return facts.terms().stream()
                .filter(other -> !other.plan().equals(term.plan()))
                .filter(other -> !rule.plansNotCounted().contains(other.plan()))
                .map(Term::span)
                .anyMatch(span -> span.from().isBefore(start) && !span.until().isBefore(start));
    }

    /** The units of cover by the day from which they wait, longest first. */
    List<Layer> layers(Waiting waiting) {
        if (waived) {
            return List.of(new Layer(units, Optional.empty()));
        }
        Optional<LocalDate> start = Optional.of(term.span().from());
        if (before.isEmpty()) {
            return List.of(new Layer(units, start));
        }
        boolean extraWaits =
                waiting.renewal().map(Waiting.Renewal::extraUnitsWait).orElse(true);
        List<Layer> layers = new ArrayList<>();
        int left = units;
        for (Layer layer : before.get().layers(waiting)) {
            int kept = Math.min(left, layer.units());
            if (kept > 0) {
                layers.add(new Layer(kept, layer.since()));
                left -= kept;
            }
        }
        if (left > 0) {
            Optional<LocalDate> since =
                    extraWaits || layers.isEmpty() ? start : layers.getFirst().since();
            layers.add(new Layer(left, since));
        }
        return layers;
    }
}
