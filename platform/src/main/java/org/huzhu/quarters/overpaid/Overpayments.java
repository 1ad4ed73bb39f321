package org.huzhu.quarters.overpaid;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * What an office has to claim back, or to let go, once the last run of a year is confirmed: what that run carries, and
 * all that the year paid to whoever was found since not to be entitled. Other runs have nothing of it: the next one of
 * the year carries it.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not.
 */
public interface Overpayments {

    /** How many were paid too much, and how much together. */
    record Total(int persons, Money sum) {

        /** Nobody was. */
        public static final Total NONE = new Total(0, Money.ZERO);
    }

    /** What it comes to now. */
    Total total(Caller caller, UUID run);

    /** The largest sums first. */
    List<Overpaid> largest(Caller caller, UUID run, int max);

    /** Hands over all of them, by agency, as they come from the database. That somebody asks is recorded before. */
    void list(Caller caller, UUID run, Consumer<Overpaid> taker);
}
