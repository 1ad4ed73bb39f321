package org.huzhu.unions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry in the history of an organisation: what happened, and how it stands from that day on.
 *
 * @param name what it is called from then on; empty once it is closed
 * @param parent what it stands under from then on; empty for a top, and once it is closed
 * @param other the other organisation of a merger or a split
 * @param province for which province an office acts from then on; empty where it does for none
 */
public record Milestone(
        LocalDate day,
        Kind kind,
        Optional<String> name,
        Optional<UUID> parent,
        Optional<UUID> other,
        Optional<String> province,
        String reason,
        String actor,
        Instant at) {

    /** What happened. Names are stored: never rename one. */
    public enum Kind {
        OPENED,
        RENAMED,
        MOVED,
        CLOSED,
        /** Closed, being part of the other from then on. */
        MERGED,
        /** The other became part of it. */
        TOOK_IN,
        /** Opened out of the other. */
        SPLIT_OFF,
        /** The other was opened out of it. */
        GAVE_OFF,
        /** An office acts for a province, or does so no more (代行). */
        ACTS_FOR;

        boolean isEnd() {
            return this == CLOSED || this == MERGED;
        }
    }
}
