package org.huzhu.facts;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.kernel.Money;

/**
 * What was paid before, net of what was given back.
 *
 * @param plan the short name of the plan
 * @param clause the number of the clause
 * @param on the day of the event, or of any day in the coverage period and year that it counts for
 * @param event the event among the facts that it was paid for; empty when that event is not among them
 * @param disease the class that was paid, for sums by disease
 * @param address the home that was paid, for losses of property
 * @param days the days that were paid, for sums by the day
 */
public record Payment(
        String plan,
        String clause,
        LocalDate on,
        Event.Person person,
        Optional<String> event,
        Optional<String> disease,
        Optional<String> address,
        Money amount,
        int days) {}
