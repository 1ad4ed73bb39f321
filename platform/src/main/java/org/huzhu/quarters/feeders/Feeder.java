package org.huzhu.quarters.feeders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A program that may bring files for the quarters of an office.
 *
 * @param path of the office
 * @param name what the office calls it
 * @param until the first day on which its key is taken no longer
 * @param usedAt when it came last
 * @param endedAt when somebody ended it
 */
public record Feeder(
        UUID id, String path, String name, LocalDate until, Optional<Instant> usedAt, Optional<Instant> endedAt) {

    /** Whether its key is taken on the day. */
    public boolean isTaken(LocalDate day) {
        return endedAt.isEmpty() && day.isBefore(until);
    }
}
