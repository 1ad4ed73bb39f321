package org.huzhu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;

/**
 * The journal, for the rooms of the business. It works in the scope at hand and asks no rights: whoever calls it has
 * decided that what he posts is right.
 *
 * <p>Each method throws {@link LedgerRefused} if it cannot be. After a refusal the transaction of the database comes to
 * nothing.
 */
public interface Ledger {

    /**
     * Posts, within the database's transaction at hand; until that ends, the month cannot be closed.
     *
     * @return what stands in the journal now: where the same stands there already, that
     * @throws org.springframework.transaction.IllegalTransactionStateException if there is no transaction
     */
    Transaction post(Posting posting);

    /**
     * Takes a transaction back, by another that is as final; at most once.
     *
     * @return the reversing one; where the same stands there already, that
     * @throws org.springframework.transaction.IllegalTransactionStateException if there is no transaction
     */
    Transaction reverse(Reversal reversal);

    /** What was posted under the key, as far as the scope reaches. */
    Optional<Transaction> find(String key);

    /** What an account comes to at the end of a day: above zero a debit, below zero a credit. */
    Money balance(UUID fund, String account, LocalDate day);

    /** What all accounts of a fund come to at the end of a day. */
    TrialBalance trial(UUID fund, LocalDate day);

    /**
     * The entries of an account, by day and number.
     *
     * @param after the place of the last entry of the page before; empty for the first page
     * @param max how many at most
     */
    List<JournalLine> journal(UUID fund, String account, DateSpan span, Optional<JournalLine.Place> after, int max);
}
