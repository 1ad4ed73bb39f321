package org.huzhu.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * What is due and what of it was paid, for whoever reaches the unit.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link ContributionRefused} if
 * there is no such thing within reach.
 */
public interface ContributionDesk {

    /** The bills of a batch, as they were written. */
    List<Bill> bills(Caller caller, UUID batch);

    Bill bill(Caller caller, UUID bill);

    /** The bill with the reference, however it is typed. */
    Bill bill(Caller caller, String reference);

    /** What a bill is made of, a line for each plan. */
    List<Bill.Line> lines(Caller caller, UUID bill);

    /** The bills of a unit, the newest first. */
    List<Bill> ofUnit(Caller caller, UUID unit, int max);

    /** What is open after the first day on which cover could have started, the oldest first (欠缴). */
    List<Bill.Arrear> arrears(Caller caller, LocalDate day, int max);

    /** The receipt of a bill that is paid. */
    Bill.Receipt receipt(Caller caller, UUID bill);
}
