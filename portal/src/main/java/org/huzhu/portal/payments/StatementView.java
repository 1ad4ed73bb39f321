package org.huzhu.portal.payments;

import java.util.Optional;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.StatementDesk.Read;
import org.huzhu.payments.StatementDesk.Reconciliation;

/**
 * The bank account of a fund on a day, as its page shows it.
 *
 * @param read what came of a statement that was just taken
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record StatementView(Fund fund, Reconciliation both, boolean mayMake, Optional<Read> read, String trouble) {

    public boolean isAgreed() {
        return both.items().isEmpty();
    }
}
