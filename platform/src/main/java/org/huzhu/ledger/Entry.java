package org.huzhu.ledger;

import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/**
 * One line of a transaction (分录).
 *
 * @param account the code of an account of the fund
 * @param amount above zero debits the account (借), below zero credits it (贷); never zero
 */
public record Entry(String account, Money amount) {

    public Entry {
        Require.that(Account.isCode(account), "'%s' is no code of an account", account);
        Require.that(amount.fen() != 0, "An entry on %s moves nothing", account);
    }

    /** Debits an account (借). */
    public static Entry debit(StandardAccount account, Money amount) {
        return new Entry(account.code(), amount);
    }

    /** Credits an account (贷). */
    public static Entry credit(StandardAccount account, Money amount) {
        return new Entry(account.code(), Money.ZERO.minus(amount));
    }

    /** What takes it back. */
    Entry reversed() {
        return new Entry(account, Money.ZERO.minus(amount));
    }
}
