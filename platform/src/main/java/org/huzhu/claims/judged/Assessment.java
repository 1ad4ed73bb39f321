package org.huzhu.claims.judged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Insured;

/**
 * What a claim comes to, and why: every line with its clause and its working, and what is not paid with the clause that
 * says so.
 */
public record Assessment(List<Line> lines, List<Denial> denials) {

    public Assessment {
        lines = List.copyOf(lines);
        denials = List.copyOf(denials);
    }

    /** What is still to pay; below zero where too much was paid. */
    public Money due() {
        return Money.sum(lines.stream().map(Line::due).toList());
    }

    public Money entitled() {
        return Money.sum(lines.stream().map(Line::entitled).toList());
    }

    /**
     * What one clause gives.
     *
     * @param plan the short name
     * @param planTitle as printed
     * @param clause the number of the clause
     * @param on the day of the event that it is for
     * @param relative the name of the child, parent or spouse; empty for the member himself
     * @param event which event of which claim, such as {@code HZ2026-00000012/1}; empty for the events of a year
     * @param events what the events are called in the working
     * @param working one step each, in the order of the reckoning
     * @param illustrative whether a figure in it only illustrates
     */
    public record Line(
            String plan,
            String version,
            String planTitle,
            String clause,
            String clauseTitle,
            String wording,
            LocalDate on,
            Insured insured,
            String relative,
            Optional<String> event,
            List<String> events,
            Money entitled,
            Money paidBefore,
            Money due,
            List<String> working,
            boolean illustrative) {

        /** The same, giving another sum, with how that comes about. */
        Line giving(Money gives, List<String> because) {
            return new Line(
                    plan,
                    version,
                    planTitle,
                    clause,
                    clauseTitle,
                    wording,
                    on,
                    insured,
                    relative,
                    event,
                    events,
                    gives,
                    paidBefore,
                    gives.minus(paidBefore),
                    List.copyOf(because),
                    illustrative);
        }
    }

    /**
     * What is not paid.
     *
     * @param event what the event is called
     * @param why in words
     */
    public record Denial(String plan, String version, String planTitle, String clause, String event, String why) {}
}
