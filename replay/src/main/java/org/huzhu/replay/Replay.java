package org.huzhu.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Library;
import org.huzhu.replay.Comparison.Totals;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * Facts of many members in memory, to be judged again and again under rules that change.
 *
 * <p>The first answer judges twice: under the rules before and after. What the rules before gave is kept, so that every
 * further answer to the same question judges once. Not for several threads; it has threads of its own.
 */
public final class Replay {

    private final List<Part> parts;
    private final Words words;
    private final int threads;
    private final Axes axes;
    private @Nullable Baseline baseline;

    /** What the rules before gave, and to what it is the answer. */
    private record Baseline(
            Library library,
            Question question,
            Set<String> plans,
            Rulebook rules,
            Holders holders,
            @Nullable PartMatches matches,
            Outcome outcome) {}

    /**
     * Looks through the facts once.
     *
     * @param words what the numbers of words in the facts mean; not to be added to any more
     * @param threads how many parts are judged at a time
     */
    public Replay(List<Part> parts, Words words, int threads) {
        Require.that(threads > 0, "Nobody works where there are %d threads", threads);
        this.parts = List.copyOf(parts);
        this.words = words;
        this.threads = threads;
        axes = new Axes(parts, words);
    }

    /** How many members are judged anew at most; for progress. */
    public long members() {
        return parts.stream().mapToLong(part -> part.members().size()).sum();
    }

    /** The last calendar year in which anything happened; empty facts have none. */
    public int lastYear() {
        return axes.lastYear();
    }

    /**
     * Judges under both libraries.
     *
     * @param published the library whose contributions were asked for the coverage periods in the facts
     * @param progress hears how many members more were judged, from several threads
     */
    public Comparison compare(
            Library published, Library before, Library after, Question question, LongConsumer progress) {
        Rulebook newRules = Rulebook.of(after, words);
        Baseline old = baseline(published, before, newRules, question, progress);
        Outcome now = judge(published, newRules, old.plans(), question, old.holders(), old.matches(), progress);
        Outcome was = old.outcome();
        Movements movements = Movements.between(was, now, old.holders(), parts.size());
        List<GroupTable> tables = IntStream.range(0, question.groupings().size())
                .mapToObj(i -> GroupTable.of(
                        was.tally().tables().get(i), now.tally().tables().get(i), axes))
                .toList();
        return new Comparison(
                question,
                List.copyOf(old.plans()),
                totals(was.tally()),
                totals(now.tally()),
                tables,
                steps(was.tally(), now.tally()),
                movements.movement(now.tally().holders()),
                movements.largest(parts, words, was, now, old.holders()));
    }

    /** How the largest changes of a comparison of these two libraries come about, each member's anew. */
    public List<Working> workings(Library before, Library after, Comparison comparison) {
        Workings workings = new Workings(
                Rulebook.of(before, words),
                Rulebook.of(after, words),
                Set.copyOf(comparison.plans()),
                comparison.question());
        return comparison.largest().stream()
                .map(change -> working(workings, change))
                .toList();
    }

    private Working working(Workings workings, Comparison.MemberChange change) {
        long member = change.member();
        for (Part part : parts) {
            if (member < part.members().size()) {
                return workings.of(part.facts(), Math.toIntExact(member), change);
            }
            member -= part.members().size();
        }
        throw new IllegalArgumentException("There is no member " + change.member());
    }

    private Baseline baseline(
            Library published, Library before, Rulebook newRules, Question question, LongConsumer progress) {
        Baseline kept = baseline;
        Rulebook rules = kept != null && kept.library().equals(before) ? kept.rules() : Rulebook.of(before, words);
        Set<String> plans = new LinkedHashSet<>(List.of(question.plan()));
        plans.addAll(touched(rules, question.plan()));
        plans.addAll(touched(newRules, question.plan()));
        if (kept != null
                && kept.library().equals(before)
                && kept.question().equals(question)
                && kept.plans().equals(plans)) {
            return kept;
        }
        Holders holders = new Holders(parts, words, question.plan(), plans, threads);
        PartMatches matches = matches(rules, question.plan(), plans);
        Outcome outcome = judge(published, rules, plans, question, holders, matches, progress);
        Baseline fresh = new Baseline(before, question, plans, rules, holders, matches, outcome);
        baseline = fresh;
        return fresh;
    }

    private @Nullable PartMatches matches(Rulebook rules, String plan, Set<String> plans) {
        int place = place(rules, plan);
        return place == Rulebook.NO_PLAN
                        || plans.size() > 1
                        || rules.plans().get(place).coversGaps()
                ? null
                : PartMatches.find(parts, rules, place, threads);
    }

    private static Set<String> touched(Rulebook rules, String plan) {
        return place(rules, plan) == Rulebook.NO_PLAN
                ? Set.of()
                : rules.bearingOn(place(rules, plan)).stream()
                        .map(place -> rules.plans().get(place).name())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int place(Rulebook rules, String plan) {
        return rules.plans().stream()
                .filter(each -> each.name().equals(plan))
                .map(PlanRules::place)
                .findFirst()
                .orElse(Rulebook.NO_PLAN);
    }

    private Outcome judge(
            Library published,
            Rulebook rules,
            Set<String> names,
            Question question,
            Holders holders,
            @Nullable PartMatches matches,
            LongConsumer progress) {
        int plan = place(rules, question.plan());
        boolean isMatched = matches != null
                && plan != Rulebook.NO_PLAN
                && matches.serve(rules.plans().get(plan));
        Set<Integer> plans = names.stream()
                .map(name -> place(rules, name))
                .filter(place -> place != Rulebook.NO_PLAN)
                .collect(Collectors.toSet());
        Pass.Course course = new Pass.Course(
                question,
                rules,
                plan,
                plans,
                axes,
                axes.clauses(rules, plans),
                isMatched ? matches : null,
                prices(published, question.plan()),
                prices(rules, question.plan()));
        Outcome outcome = new Outcome(parts, new Tally(question.groupings(), axes));
        List<Pass> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(new Pass(course, parts, holders, outcome, progress));
        }
        Crew.work(workers, parts.size());
        workers.forEach(worker -> outcome.tally().add(worker.tally()));
        return outcome;
    }

    private @Nullable Prices prices(Library library, String plan) {
        return prices(Rulebook.of(library, words), plan);
    }

    private static @Nullable Prices prices(Rulebook rules, String plan) {
        int place = place(rules, plan);
        return place == Rulebook.NO_PLAN
                ? null
                : new Prices(rules, rules.plans().get(place));
    }

    private static Totals totals(Tally tally) {
        return new Totals(tally.ofPlan(), tally.all(), tally.enrolments());
    }

    private static List<Comparison.Step> steps(Tally before, Tally after) {
        List<String> labels = Ladder.PAYMENTS.labels();
        return IntStream.range(0, labels.size())
                .mapToObj(step -> new Comparison.Step(labels.get(step), before.step(step), after.step(step)))
                .toList();
    }
}
