package org.huzhu.adjudication;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Scope;

/**
 * A line in the making: what a clause gives before what binds it together with others is applied.
 *
 * @param day the day that counts for year and order
 * @param key tells which event it is, the same for events that hang together; see {@link EventKeys}
 * @param yearly whether it stands for all events of the year
 */
record Draft(
        Plan plan,
        Clause clause,
        Cover cover,
        LocalDate day,
        Person person,
        List<Event> events,
        String key,
        Money amount,
        int days,
        Optional<String> listed,
        boolean yearly,
        List<Step> steps,
        boolean illustrative) {

    /** The order in which drafts use up what is limited: by day, then event, then clause as printed. */
    static final Comparator<Draft> IN_ORDER = Comparator.comparing(Draft::day)
            .thenComparing(draft ->
                    draft.events.isEmpty() ? "" : draft.events.getFirst().id())
            .thenComparing(draft -> draft.plan.id().plan())
            .thenComparingInt(draft -> draft.plan.clauses().indexOf(draft.clause));

    Draft {
        events = List.copyOf(events);
        steps = List.copyOf(steps);
    }

    Draft reducedTo(Money gives, Step why) {
        List<Step> all = with(steps, why);
        int paid = gives.isPositive() ? days : 0;
        return new Draft(plan, clause, cover, day, person, events, key, gives, paid, listed, yearly, all, illustrative);
    }

    /** The same for fewer days; the amount shrinks with them. */
    Draft ofDays(int left, Step why) {
        Money gives = amount.proportion(left, days, RoundingMode.HALF_UP);
        List<Step> all = new ArrayList<>(steps);
        if (all.getLast() instanceof Step.PerDay sum) {
            all.removeLast();
            all.add(why);
            all.add(new Step.PerDay(sum.each(), left, sum.units(), gives));
        } else {
            all.add(why);
        }
        return new Draft(plan, clause, cover, day, person, events, key, gives, left, listed, yearly, all, illustrative);
    }

    /** The same for all events of an episode. */
    Draft of(List<Event> together) {
        return new Draft(
                plan, clause, cover, day, person, together, key, amount, days, listed, yearly, steps, illustrative);
    }

    /** The same for all events of a year; the last day of the events counts. */
    Draft ofYear(List<Event> together, LocalDate last) {
        String year = plan.id().plan() + " " + last.getYear();
        return new Draft(
                plan, clause, cover, last, person, together, year, amount, days, listed, true, steps, illustrative);
    }

    private static List<Step> with(List<Step> steps, Step next) {
        List<Step> all = new ArrayList<>(steps);
        all.add(next);
        return all;
    }

    boolean isOf(String planName, String clauseNumber) {
        return plan.id().plan().equals(planName) && clause.number().equals(clauseNumber);
    }

    boolean hasEvent(String id) {
        return events.stream().anyMatch(event -> event.id().equals(id));
    }

    /** Whether both count within the same event, coverage period, year or life of the same person. */
    boolean meets(Draft other, Scope scope) {
        return person.equals(other.person)
                && switch (scope) {
                    case EVENT -> key.equals(other.key);
                    case TERM -> cover.term().equals(other.cover.term());
                    case YEAR -> day.getYear() == other.day.getYear();
                    case LIFE -> true;
                };
    }

    /** Whether a payment for an event that is not among the facts counts within the same scope as this draft. */
    boolean meets(Payment payment, Scope scope) {
        return payment.plan().equals(plan.id().plan())
                && payment.person().equals(person)
                && switch (scope) {
                    case EVENT -> false;
                    case TERM -> cover.span().contains(payment.on());
                    case YEAR -> payment.on().getYear() == day.getYear();
                    case LIFE -> true;
                };
    }

    /** Whether the payment is for this very draft. */
    boolean isPaidBy(Payment payment) {
        boolean same =
                isOf(payment.plan(), payment.clause()) && payment.person().equals(person);
        if (yearly) {
            return same && payment.on().getYear() == day.getYear();
        }
        return same && payment.event().filter(this::hasEvent).isPresent();
    }
}
