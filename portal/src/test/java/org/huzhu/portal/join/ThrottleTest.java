package org.huzhu.portal.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final int MAX = 3;
    private static final String HERE = "192.0.2.1";

    private final Hands clock = new Hands();
    private final Throttle throttle = new Throttle(MAX, Duration.ofHours(1), clock);

    /** A clock that stands until it is set. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-06-01T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private List<Boolean> ask(int times) {
        return IntStream.range(0, times).mapToObj(_ -> throttle.lets(HERE)).toList();
    }

    @Test
    void an_address_may_so_often_and_again_once_the_time_is_over() {
        assertThat(ask(5)).containsExactly(true, true, true, false, false);
        assertThat(throttle.lets("192.0.2.2")).as("another address").isTrue();

        clock.now = clock.now.plus(Duration.ofMinutes(59));
        assertThat(throttle.lets(HERE)).isFalse();
        clock.now = clock.now.plus(Duration.ofMinutes(1));

        assertThat(ask(4)).containsExactly(true, true, true, false);
    }

    @Test
    void a_crowd_of_addresses_is_forgotten_from_the_first_on() {
        ask(MAX);
        for (int i = 0; i < 9_999; i++) {
            throttle.lets("crowd " + i);
        }
        assertThat(throttle.lets(HERE)).as("still remembered").isFalse();

        throttle.lets("one more");

        assertThat(throttle.lets(HERE)).as("forgotten").isTrue();
    }
}
