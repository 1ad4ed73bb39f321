package org.huzhu.unions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An organisation as it stands today.
 *
 * @param path labels of all above it and its own, joined by dots; what row-level security compares
 * @param parent empty for an office that nothing is above
 * @param openedOn the first day
 * @param closedOn the day after the last; empty while it is open
 */
public record Organisation(
        UUID id,
        Tier tier,
        String name,
        String path,
        Optional<UUID> parent,
        LocalDate openedOn,
        Optional<LocalDate> closedOn) {}
