package org.huzhu.unions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * News, within the transaction that closes it: the organisation is no more from a day on.
 *
 * @param into the one that it became part of, whose people its people now are; empty where it just ended
 */
public record OrganisationClosed(UUID organisation, String path, LocalDate on, Optional<UUID> into) {}
