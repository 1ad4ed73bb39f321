package org.huzhu.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * Where a second person decides what a first one asked for: another card, a payable taken back, an order of which the
 * bank never told what became of it.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link PaymentRefused} if it cannot
 * be.
 */
public interface ConfirmationDesk {

    /** What nobody decided yet, the oldest first. */
    List<Wish> open(Caller caller, int max);

    /**
     * Asks to settle an order that is unknown, as the bank's statement shows it: paid or given back.
     *
     * @param day the bank's
     */
    void askToSettle(Caller caller, UUID payment, boolean isPaid, LocalDate day, String reason);

    /** Confirms what somebody else asked for. */
    void confirm(Caller caller, UUID wish);

    /** Declines it; all stays as it was before. */
    void decline(Caller caller, UUID wish, String reason);

    /**
     * What somebody asked for.
     *
     * @param key of the payable
     * @param askedBy the id of the account
     */
    record Wish(
            UUID id,
            UUID payment,
            String path,
            String key,
            Kind kind,
            String payee,
            String cardEnd,
            Money sum,
            LocalDate day,
            String reason,
            String askedBy) {}

    /** What is asked for. Names are stored: never rename one. */
    enum Kind {
        /** 换卡. */
        REDIRECT,
        /** 撤销. */
        CANCEL,
        /** 核定为已付. */
        SETTLE_PAID,
        /** 核定为退回. */
        SETTLE_RETURNED
    }
}
