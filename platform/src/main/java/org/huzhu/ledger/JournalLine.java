package org.huzhu.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.kernel.Money;

/**
 * An entry as the journal of its account shows it (明细账).
 *
 * @param place where it stands in the journal
 * @param key the key of its transaction
 * @param amount above zero a debit, below zero a credit
 * @param reversal what it takes back, or what took it back; empty for most
 */
public record JournalLine(
        Place place, String key, String kind, String reference, Money amount, Optional<Reversed> reversal) {

    /**
     * The other half of a reversal (冲红).
     *
     * @param key of the other transaction
     * @param isWrong whether this one is what was wrong, and the other takes it back
     */
    public record Reversed(String key, boolean isWrong, String reason) {}

    /** Where an entry stands in the journal of an account, which is in this order; a page goes on after one. */
    public record Place(LocalDate day, long transaction, int line) {}
}
