package org.huzhu.ledger;

import java.time.LocalDate;
import org.huzhu.kernel.Require;

/**
 * The wish to take a transaction back (冲红): another with all its entries the other way round.
 *
 * @param key the key of the reversing transaction
 * @param reversed the key of the one that is taken back
 * @param day the day that the reversing one belongs to: that of the other, or later
 * @param reason why; never a name or a number of a person
 */
public record Reversal(String key, String reversed, LocalDate day, String reason) {

    public Reversal {
        Require.that(!reason.isBlank(), "%s is reversed for a reason", reversed);
    }
}
