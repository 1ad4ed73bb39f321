package org.huzhu.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A fund (基金): money that is kept apart, with accounts of its own.
 *
 * @param path the organisation that it belongs to, where that stands today
 * @param openedOn the first day on which something may be posted
 * @param closedUntil the first day after the months that are closed; empty where none is
 */
public record Fund(
        UUID id,
        String code,
        String name,
        Kind kind,
        String path,
        LocalDate openedOn,
        Optional<LocalDate> closedUntil) {

    /** Where the money comes from. Names are stored: never rename one. */
    public enum Kind {
        /** 会费型: from those who are covered. */
        CONTRIBUTION,
        /** 公益型: from unions, for all of theirs. */
        PUBLIC,
        /** 专项: from a sponsor, for a purpose. */
        SPONSORED
    }

    /** The first day to which something may still be posted. */
    public LocalDate openFrom() {
        return closedUntil.orElse(openedOn);
    }
}
