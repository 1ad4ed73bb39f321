package org.huzhu.contributions;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * What one payer owes for a batch, into one fund (缴费通知单).
 *
 * @param reference what is written on a transfer for it
 * @param path of the unit
 * @param allocated what has come for it
 * @param startsOn the day on which cover starts if all the money of the batch is there by then
 */
public record Bill(
        UUID id,
        UUID batch,
        String reference,
        UUID unit,
        String path,
        UUID fund,
        Split.By by,
        String payerName,
        Money due,
        Money allocated,
        LocalDate startsOn,
        boolean isCancelled) {

    /** What is still to come. */
    public Money open() {
        return isCancelled ? Money.ZERO : due.minus(allocated);
    }

    /** What of a bill is for one plan. */
    public record Line(String plan, Money due, Money allocated) {}

    /**
     * That it was paid, for the payer to keep (收据).
     *
     * @param number the year and the count in it, without gaps within a fund
     */
    public record Receipt(
            String number, LocalDate givenOn, String payerName, String reference, Money sum, String inCapitals) {}

    /**
     * A bill that is open after the first day on which cover could have started (欠缴).
     *
     * @param days since then
     */
    public record Arrear(Bill bill, long days) {}
}
