package org.huzhu.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.huzhu.kernel.Require;

/**
 * The clock of a society that is filled for demonstration: it is turned back to the days on which things are to have
 * happened, and goes on from there, until it is let go for good.
 */
public final class TurnedClock extends Clock {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Clock real;
    private volatile Duration back = Duration.ZERO;
    private boolean isLetGo;

    /** A clock that shows what the real one does, until it is turned. */
    public TurnedClock(Clock real) {
        this.real = real;
    }

    /**
     * Turns the clock to ten in the morning of the day, which has begun.
     *
     * @throws IllegalStateException if it was let go
     */
    public synchronized void turnTo(LocalDate day) {
        if (isLetGo) {
            throw new IllegalStateException("The society is filled: its clock is not turned to %s".formatted(day));
        }
        Require.that(
                !day.isAfter(LocalDate.ofInstant(real.instant(), real.getZone())),
                "No clock is turned to a day to come, as %s is",
                day);
        Duration until = Duration.between(
                day.atTime(MORNING).atZone(real.getZone()), real.instant().atZone(getZone()));
        back = until.isNegative() ? Duration.ZERO : until;
    }

    /** Turns the clock to the present. */
    public synchronized void turnToPresent() {
        back = Duration.ZERO;
    }

    /** Lets the clock show the real time, from now on. */
    public synchronized void letGo() {
        back = Duration.ZERO;
        isLetGo = true;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(back);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The days of the society are counted in one place");
    }
}
