package org.huzhu.payments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * Where the bank's statement of a fund's account is held against the ledger (银行对账): what the ledger has and the bank
 * has not, or the other way round, is listed, and sums to the difference between both balances.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link PaymentRefused} if it cannot
 * be.
 */
public interface StatementDesk {

    /** Takes a statement, in whole or not at all; lines that are known are left aside. */
    Read take(Caller caller, UUID fund, Path file);

    /** How both stand at the end of a day. */
    Reconciliation reconcile(Caller caller, UUID fund, LocalDate day);

    /** How many lines there were, and how many of them were known. */
    record Read(int lines, int known) {}

    /**
     * Both balances at the end of a day.
     *
     * @param ledger what the ledger has in the bank
     * @param bank what the bank's lines come to
     * @param items what only one of them has, by day
     */
    record Reconciliation(LocalDate day, Money ledger, Money bank, List<OpenItem> items) {

        public Reconciliation {
            items = List.copyOf(items);
        }

        /** What the items come to, which is the difference between both balances. */
        public Money open() {
            return Money.sum(items.stream().map(OpenItem::open).toList());
        }
    }

    /**
     * Movements of one sum on one day that one side has more of.
     *
     * @param sum of each: above zero came in, below zero went out
     * @param more how many more the ledger has; below zero, the bank
     */
    record OpenItem(LocalDate day, Money sum, int more) {

        Money open() {
            return sum.times(more);
        }
    }
}
