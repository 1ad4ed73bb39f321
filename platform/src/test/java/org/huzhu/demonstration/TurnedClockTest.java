package org.huzhu.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.huzhu.SetClock;
import org.junit.jupiter.api.Test;

class TurnedClockTest {

    private final SetClock real = new SetClock();
    private final TurnedClock clock = new TurnedClock(real);

    @Test
    void a_clock_that_is_turned_goes_on_from_the_morning_of_the_day() {
        clock.turnTo(LocalDate.of(2018, 12, 5));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2018-12-05T02:00:00Z"));
        real.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2018-12-05T03:00:00Z"));

        clock.turnToPresent();
        assertThat(clock.instant()).isEqualTo(real.instant());
    }

    @Test
    void a_clock_is_never_ahead() {
        LocalDate today = LocalDate.ofInstant(real.instant(), real.getZone());
        clock.turnTo(today);
        assertThat(clock.instant()).isEqualTo(real.instant());
        assertThatIllegalArgumentException().isThrownBy(() -> clock.turnTo(today.plusDays(1)));
    }

    @Test
    void a_clock_that_was_let_go_is_not_turned_again() {
        clock.turnTo(LocalDate.of(2018, 12, 5));
        clock.letGo();

        assertThat(clock.instant()).isEqualTo(real.instant());
        assertThatIllegalStateException().isThrownBy(() -> clock.turnTo(LocalDate.of(2018, 12, 5)));
    }
}
