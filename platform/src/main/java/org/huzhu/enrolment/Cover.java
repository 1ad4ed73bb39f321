package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.PlanId;

/**
 * Cover (保障) of a member under a plan.
 *
 * @param plan with the version that it was agreed under
 * @param span half-open
 * @param hours of the first and the last day; empty where whole days are meant
 * @param since where unbroken cover began; waiting counts from there
 * @param waitsUntil the first day on which it no longer waits; empty where it never does
 * @param units of cover (份)
 * @param insured the name of the child that is under cover; empty where it is the member himself
 * @param occupation the class that he was enrolled under
 * @param contribution for all of it
 * @param enrolledBy the unit that enrolled him
 */
public record Cover(
        UUID id,
        UUID member,
        PlanId plan,
        DateSpan span,
        Optional<Order.Hours> hours,
        LocalDate since,
        Optional<LocalDate> waitsUntil,
        int units,
        Optional<String> tier,
        Optional<String> insured,
        Occupation occupation,
        Money contribution,
        UUID batch,
        UUID enrolledBy,
        State state) {

    /** Where a cover stands: itself, and the batch that it is of. Names are known to the database: never rename one. */
    public enum State {
        /** Agreed; it waits for the contribution. */
        AGREED,
        /** Paid for: it holds on the days of its span. */
        IN_FORCE,
        /** Never held. */
        VOID
    }

    /** How many days it still waits on the day; zero when it does not. */
    public long waitingDaysLeft(LocalDate day) {
        return waitsUntil
                .filter(until -> until.isAfter(day))
                .map(until -> java.time.temporal.ChronoUnit.DAYS.between(day, until))
                .orElse(0L);
    }
}
