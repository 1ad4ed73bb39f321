package org.huzhu.adjudication;

import java.util.Comparator;
import java.util.List;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.facts.Case;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Library;
import org.huzhu.rules.Rulebook;

/**
 * Works out what a member's plans give.
 *
 * <p>Every event is judged under all plans that the person holds, so that nobody has to know which plan to ask. What is
 * entitled is worked out from all facts anew each time; what is due is entitled less paid before, and may be below zero
 * when a fact was corrected. The machine computes, people decide.
 */
public final class Adjudicator {

    private static final Comparator<Line> IN_ORDER = Comparator.comparing(
                    (Line line) -> line.plan().plan())
            .thenComparing(line -> String.join(" ", line.events()))
            .thenComparing(line -> line.plan().version())
            .thenComparing(line -> line.clause().number())
            .thenComparing(line -> line.cover().map(Object::toString).orElse(""));

    private Adjudicator() {}

    /**
     * Determines the case under the plans of the library.
     *
     * <p>The answer depends on what the facts say, not on the order in which they stand. Money is whole fen; a sum that
     * does not fit throws {@link ArithmeticException}.
     *
     * @throws IllegalArgumentException if a coverage period or a payment names a plan or clause that the library does
     *     not know
     */
    public static Determination determine(Library library, Case facts) {
        return determine(Rulebook.of(library), facts);
    }

    /** As {@link #determine(Library, Case)}, under rules that were compiled before; any number of threads may. */
    public static Determination determine(Rulebook rules, Case facts) {
        Library library = rules.library();
        for (Term term : facts.terms()) {
            Require.that(!library.versions(term.plan()).isEmpty(), "No plan is called '%s'", term.plan());
        }
        for (Payment payment : facts.payments()) {
            Require.that(
                    library.versions(payment.plan()).stream()
                            .anyMatch(plan -> plan.clause(payment.clause()).isPresent()),
                    "No version of a plan '%s' has the clause '%s' that was paid",
                    payment.plan(),
                    payment.clause());
        }
        CaseColumns columns = new CaseColumns(facts, rules.words());
        return Judge.explain(rules, columns.facts(), 0, columns.names());
    }

    static Determination determination(List<Line> lines, List<Denial> denials, List<String> events) {
        return new Determination(lines.stream().sorted(IN_ORDER).toList(), worthSaying(denials, lines, events));
    }

    /** Denials once each, by event; a mere mismatch only where the plan has nothing else to say of the event. */
    private static List<Denial> worthSaying(List<Denial> denials, List<Line> lines, List<String> order) {
        return denials.stream()
                .distinct()
                .filter(denial -> !denial.reason().isMismatch()
                        || (lines.stream().noneMatch(line -> pays(line, denial))
                                && denials.stream().noneMatch(other -> saysMore(other, denial))))
                .sorted(Comparator.comparing((Denial denial) -> denial.plan().toString())
                        .thenComparingInt(denial -> order.indexOf(denial.event()))
                        .thenComparing(Denial::clause)
                        .thenComparing(denial -> denial.reason().toString()))
                .toList();
    }

    private static boolean pays(Line line, Denial denial) {
        return line.plan().plan().equals(denial.plan().plan())
                && line.events().contains(denial.event())
                && line.entitled().isPositive();
    }

    private static boolean saysMore(Denial other, Denial denial) {
        return !other.reason().isMismatch()
                && other.event().equals(denial.event())
                && other.plan().plan().equals(denial.plan().plan());
    }
}
