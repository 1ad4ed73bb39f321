package org.huzhu.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Role;

/**
 * What somebody is at an organisation, for a time.
 *
 * @param organisation empty for a post at the society as a whole
 * @param path of the organisation; empty text for the society as a whole
 * @param since the first moment
 * @param until the first moment at which it is no longer held; empty while nobody has ended it
 */
public record Post(
        UUID id,
        UUID account,
        Role role,
        Optional<UUID> organisation,
        String path,
        Instant since,
        Optional<Instant> until) {}
