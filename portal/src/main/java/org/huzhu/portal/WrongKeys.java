package org.huzhu.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often keys that open nothing were shown from an address, in the minute at hand. */
final class WrongKeys {

    private static final int A_MINUTE_MAX = 20;
    private static final int ADDRESSES_MAX = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    WrongKeys(Clock clock) {
        this.clock = clock;
    }

    private record Count(Instant since, int count) {}

    synchronized boolean isTooOften(String address) {
        Count known = counts.get(address);
        return known != null && known.count() >= A_MINUTE_MAX && isNow(known);
    }

    private boolean isNow(Count known) {
        return clock.instant().isBefore(known.since().plus(MINUTE));
    }

    synchronized void count(String address) {
        Count known = counts.get(address);
        counts.remove(address);
        counts.put(
                address,
                known != null && isNow(known)
                        ? new Count(known.since(), known.count() + 1)
                        : new Count(clock.instant(), 1));
        if (counts.size() > ADDRESSES_MAX) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
