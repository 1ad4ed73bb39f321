package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.facts.Case;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting;

/**
 * A coverage period, and since when its units of cover are held.
 *
 * @param span the days that are covered: the span of the term, and the gap before it where the plan covers that
 * @param layers the units of cover that are not void, longest first
 */
record Cover(Term term, DateSpan span, List<Layer> layers) {

    private static final Comparator<Term> IN_ORDER = Comparator.comparing(
                    (Term term) -> term.span().from())
            .thenComparing(term -> term.span().until())
            .thenComparingInt(Term::units)
            .thenComparing(term -> term.tier().orElse(""))
            .thenComparing(term -> term.office().orElse(""));

    /**
     * Units of cover that are treated alike.
     *
     * @param from the first day on which they are covered
     * @param since the day from which they wait; empty when they do not wait
     */
    record Layer(int units, LocalDate from, Optional<LocalDate> since) {}

    Cover {
        layers = List.copyOf(layers);
    }

    /** The coverage periods of the case, by plan, in the order of their start. */
    static Map<String, List<Cover>> of(Library library, Case facts) {
        Map<String, List<Cover>> covers = new TreeMap<>();
        Map<String, List<Held>> held = new TreeMap<>();
        for (Term term : together(facts.terms())) {
            List<Held> sofar = held.computeIfAbsent(term.plan(), unused -> new ArrayList<>());
            Cover cover = of(library, facts, term, sofar);
            sofar.add(new Held(cover, new ArrayList<>(cover.layers)));
            covers.computeIfAbsent(term.plan(), unused -> new ArrayList<>()).add(cover);
        }
        return covers;
    }

    /** A cover, and those of its units that no renewal has continued yet. */
    private record Held(Cover cover, List<Layer> left) {}

    /**
     * Terms in order; units of the same plan, office, tier and span are one coverage period, however they were bought.
     */
    private static List<Term> together(List<Term> terms) {
        List<Term> together = new ArrayList<>();
        for (Term term : terms.stream().sorted(IN_ORDER).toList()) {
            int same = -1;
            for (int i = 0; i < together.size(); i++) {
                same = isSame(together.get(i), term) ? i : same;
            }
            if (same < 0) {
                together.add(term);
            } else {
                together.set(same, sum(together.get(same), term));
            }
        }
        return together.stream().sorted(IN_ORDER).toList();
    }

    private static boolean isSame(Term one, Term other) {
        return one.plan().equals(other.plan())
                && one.span().equals(other.span())
                && one.office().equals(other.office())
                && one.tier().equals(other.tier());
    }

    private static Term sum(Term one, Term other) {
        Optional<Money> contribution = one.contribution()
                .map(paid -> paid.plus(other.contribution().orElse(Money.ZERO)))
                .or(other::contribution);
        int units = Math.addExact(one.units(), other.units());
        return new Term(one.plan(), one.office(), one.span(), units, one.tier(), contribution);
    }

    private static Cover of(Library library, Case facts, Term term, List<Held> sofar) {
        LocalDate start = term.span().from();
        Optional<Plan> version = library.governing(term.plan(), start, start);
        int units = valid(term, version, sofar);
        Optional<Waiting> waiting = version.flatMap(Plan::waiting);
        Optional<Waiting.Renewal> renewal = waiting.flatMap(Waiting::renewal);
        List<Held> before =
                renewal.map(rule -> continued(sofar, start, rule.gapDaysMax())).orElse(List.of());
        LocalDate from = before.stream()
                .filter(unused -> renewal.orElseThrow().gapCovered())
                .map(it -> it.cover.term.span().until())
                .max(Comparator.naturalOrder())
                .orElse(start);
        List<Layer> layers = new ArrayList<>();
        int left = units;
        for (Layer layer : taken(before, units)) {
            layers.add(new Layer(layer.units(), from, layer.since()));
            left -= layer.units();
        }
        if (left > 0) {
            boolean waits = layers.isEmpty() || renewal.orElseThrow().extraUnitsWait();
            layers.add(new Layer(
                    left, start, waits ? Optional.of(start) : layers.getFirst().since()));
        }
        boolean waived = waiting.flatMap(Waiting::waiver)
                .map(rule -> heldAnother(facts, term, rule))
                .orElse(false);
        if (waived) {
            layers.replaceAll(layer -> new Layer(layer.units(), layer.from(), Optional.empty()));
        }
        return new Cover(term, new DateSpan(from, term.span().until()), layers);
    }

    /** The units of the term that are not void: no more than the plan allows one person at a time. */
    private static int valid(Term term, Optional<Plan> version, List<Held> sofar) {
        long held = sofar.stream()
                .map(Held::cover)
                .filter(it -> it.term.span().overlaps(term.span()))
                .mapToLong(Cover::units)
                .sum();
        long max = version.map(plan -> plan.enrolment().units().max()).orElse(Integer.MAX_VALUE);
        return Math.clamp(max - held, 0, term.units());
    }

    /** The covers that ended within the allowed gap before the start, and of which units are left to continue. */
    private static List<Held> continued(List<Held> sofar, LocalDate start, int gapDaysMax) {
        return sofar.stream()
                .filter(it -> !it.left.isEmpty())
                .filter(it -> !it.cover.term.span().until().isAfter(start))
                .filter(it -> ChronoUnit.DAYS.between(it.cover.term.span().until(), start) <= gapDaysMax)
                .toList();
    }

    /** Takes units that a renewal continues, longest first; no unit is continued twice. */
    private static List<Layer> taken(List<Held> before, int units) {
        List<Layer> taken = new ArrayList<>();
        int left = units;
        List<Layer> longest = before.stream()
                .flatMap(it -> it.left.stream())
                .sorted(Comparator.comparing(layer -> layer.since().orElse(LocalDate.MIN)))
                .toList();
        for (Layer layer : longest) {
            int kept = Math.min(left, layer.units());
            if (kept > 0) {
                left -= kept;
                taken.add(new Layer(kept, layer.from(), layer.since()));
                use(before, layer, kept);
            }
        }
        return taken;
    }

    private static void use(List<Held> before, Layer layer, int kept) {
        for (Held held : before) {
            int at = held.left.indexOf(layer);
            if (at >= 0) {
                held.left.remove(at);
                if (kept < layer.units()) {
                    held.left.add(at, new Layer(layer.units() - kept, layer.from(), layer.since()));
                }
                return;
            }
        }
    }

    private static boolean heldAnother(Case facts, Term term, Waiting.Waiver rule) {
        LocalDate start = term.span().from();
        return facts.terms().stream()
                .filter(other -> !other.plan().equals(term.plan()))
                .filter(other -> !rule.plansNotCounted().contains(other.plan()))
                .map(Term::span)
                .anyMatch(span -> span.from().isBefore(start) && !span.until().isBefore(start));
    }

    /** The units of cover that are not void. */
    int units() {
        return layers.stream().mapToInt(Layer::units).sum();
    }
}
