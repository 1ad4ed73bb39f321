package org.huzhu.portal.join;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each address do something so often within a time, and no oftener. It remembers so many addresses and then
 * forgets the one that came first, so that no crowd fills the memory.
 */
final class Throttle {

    private static final int REMEMBERED = 10_000;

    private final int max;
    private final Duration time;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    Throttle(int max, Duration time, Clock clock) {
        this.max = max;
        this.time = time;
        this.clock = clock;
    }

    private record Window(Instant since, int count) {}

    /** Whether it may once more; that is counted. */
    synchronized boolean lets(String address) {
        Instant now = clock.instant();
        Window last = windows.get(address);
        if (last == null || !now.isBefore(last.since().plus(time))) {
            windows.remove(address);
            windows.put(address, new Window(now, 1));
            if (windows.size() > REMEMBERED) {
                windows.remove(windows.keySet().iterator().next());
            }
            return true;
        }
        windows.put(address, new Window(last.since(), Math.min(max, last.count()) + 1));
        return last.count() < max;
    }
}
