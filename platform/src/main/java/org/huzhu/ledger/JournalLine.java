package org.huzhu.ledger;

import java.time.LocalDate;
import org.huzhu.kernel.Money;

/**
 * An entry as the journal of its account shows it (明细账).
 *
 * @param place where it stands in the journal
 * @param key the key of its transaction
 * @param amount above zero a debit, below zero a credit
 */
public record JournalLine(Place place, String key, String kind, String reference, Money amount) {

    /** Where an entry stands in the journal of an account, which is in this order; a page goes on after one. */
    public record Place(LocalDate day, long transaction, int line) {}
}
