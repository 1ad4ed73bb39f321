package org.huzhu.claims;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.kernel.WorkCalendar;
import org.springframework.stereotype.Component;

/**
 * The clock of a claim: ten working days from the day on which all papers were there; it stands still while the member
 * has to bring something.
 */
@Component
class Timing {

    /** So many working days after all papers were there the benefit is on the card. */
    static final int PROMISED_DAYS = 10;

    private final WorkCalendar calendar;
    private final JdbcTurns turns;

    Timing(WorkCalendar calendar, JdbcTurns turns) {
        this.calendar = calendar;
        this.turns = turns;
    }

    /** The promised day, if all papers are there today. */
    LocalDate promised(LocalDate today) {
        return calendar.after(today, PROMISED_DAYS);
    }

    /** The promised day of a claim that goes on today after it stood still. */
    LocalDate promised(UUID claim, LocalDate today) {
        return turns.clock(claim)
                .map(clock ->
                        calendar.after(clock.completeOn(), PROMISED_DAYS + clock.stoodDays() + stood(clock, today)))
                .orElseGet(() -> promised(today));
    }

    /** How many working days it has stood still, this time, until today. */
    int stood(UUID claim, LocalDate today) {
        return turns.clock(claim).map(clock -> stood(clock, today)).orElse(0);
    }

    private int stood(JdbcTurns.Clock clock, LocalDate today) {
        return clock.stoppedOn().map(since -> calendar.between(since, today)).orElse(0);
    }
}
