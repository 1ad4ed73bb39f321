package org.huzhu.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Occupation;

/** A case that people worked out by hand (算例). Every build works it out again. */
public sealed interface WorkedExample {

    String title();

    /** The line of the file where the example starts, from 1. */
    int line();

    /**
     * A benefit worked out.
     *
     * @param expected what each clause gives in all; a clause that gives nothing may be left out
     * @param refused clauses that must be given as the reason why something is not paid
     */
    record OfBenefit(String title, int line, Case facts, List<Expected> expected, List<Refused> refused)
            implements WorkedExample {}

    /**
     * What a clause gives.
     *
     * @param event only what it gives for this event; empty for the clause in all
     * @param entitled what it gives
     * @param due what is still to pay; empty when the example does not say
     */
    record Expected(String plan, String clause, Optional<String> event, Money entitled, Optional<Money> due) {}

    /** That the event is not paid, and the clause that says so. */
    record Refused(String plan, String event, String clause) {}

    /**
     * How many of a unit must enrol.
     *
     * @param people in the base of the gate
     * @param needed persons that must enrol
     */
    record OfParticipation(String title, int line, int people, int needed) implements WorkedExample {}

    /**
     * Whether a person may enrol, and for what contribution.
     *
     * @param countedOn the day on which full years are counted
     * @param contribution for all units; empty when the person may not enrol
     */
    record OfEnrolment(
            String title,
            int line,
            Sex sex,
            LocalDate born,
            Category category,
            Occupation occupation,
            Optional<String> tier,
            OptionalInt units,
            LocalDate countedOn,
            Optional<Money> contribution)
            implements WorkedExample {}
}
