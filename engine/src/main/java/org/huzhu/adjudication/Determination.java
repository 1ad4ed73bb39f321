package org.huzhu.adjudication;

import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Clause;
import org.huzhu.plan.PlanId;

/**
 * What the judge found: what is paid and how it comes about, and what is not paid and which clause says so.
 *
 * @param lines by plan, day of the event and clause
 * @param denials by plan and event
 */
public record Determination(List<Line> lines, List<Denial> denials) {

    public Determination {
        lines = List.copyOf(lines);
        denials = List.copyOf(denials);
    }

    public Money entitled() {
        return Money.sum(lines.stream().map(Line::entitled).toList());
    }

    public Money due() {
        return Money.sum(lines.stream().map(Line::due).toList());
    }

    /**
     * What one clause gives for one event, or for the events of one year.
     *
     * @param cover the coverage period that pays, half-open
     * @param events the ids of the events
     * @param entitled what the clause gives in all
     * @param paidBefore what was paid of it
     * @param due entitled less paid before; below zero when too much was paid
     * @param working how {@code entitled} comes about
     * @param illustrative whether a figure in it only illustrates
     */
    public record Line(
            PlanId plan,
            Clause clause,
            Optional<DateSpan> cover,
            Person person,
            List<String> events,
            Money entitled,
            Money paidBefore,
            Money due,
            List<Step> working,
            boolean illustrative) {
        public Line {
            events = List.copyOf(events);
            working = List.copyOf(working);
        }
    }

    /**
     * What is not paid.
     *
     * @param clause the number of the clause that says so
     * @param illustrative whether a figure that decides it only illustrates
     */
    public record Denial(PlanId plan, String clause, String event, Reason reason, boolean illustrative) {
        Denial(PlanId plan, String clause, String event, Reason reason) {
            this(plan, clause, event, reason, false);
        }
    }
}
