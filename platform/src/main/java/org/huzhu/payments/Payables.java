package org.huzhu.payments;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * Where the rooms of the business owe benefits, within the scope and the transaction at hand. No rights are asked:
 * those rooms have asked theirs.
 */
public interface Payables {

    /**
     * Owes a benefit and posts it to the fund. The same key twice stands once.
     *
     * @throws PaymentRefused if the key says something else than before
     */
    UUID owe(Owing owing);

    /** Owes many at once, posted together by fund and day; the same as owing each. */
    default void owe(Collection<Owing> owings) {
        owings.forEach(this::owe);
    }

    /** How payables stand, by their keys; keys that are not known, or are out of reach, are left out. */
    Map<String, Standing> standing(Collection<String> keys);

    /**
     * Gives a payable that the bank gave back another card. It waits until somebody else of the staff confirms it; then
     * it is payable again. While it waits, still another card takes the place of that one, and is confirmed in its
     * stead.
     *
     * @return whether it goes to the card; not while somebody asks to take it back
     * @throws PaymentRefused if it was not given back
     */
    boolean redirect(String key, Payee payee);

    /**
     * Asks to take back what was not yet paid out; somebody else confirms it.
     *
     * @throws PaymentRefused if it is on its way or paid
     */
    void askToCancel(String key, String reason);

    /**
     * Takes back at once what has not gone out, where whoever decided that it was due has decided that it is not: what
     * was asked of it before is overtaken.
     *
     * @return what is taken back: nothing of what is on its way, paid, taken back before, or not known
     */
    Money takeBack(String key, String reason);
}
