package org.huzhu.payments;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * How a payable stands.
 *
 * @param attempt which try this is, from 1
 * @param since the day on which it came to its state
 * @param bankReason why the bank gave it back: a code such as {@code AC04}, or its words
 * @param cardEnd the last four digits of the card
 */
public record Standing(
        UUID payable,
        State state,
        int attempt,
        Money sum,
        LocalDate since,
        Optional<String> bankReason,
        Optional<String> cardEnd) {

    /** The same, with other signs in place of the digits of the card, where there is one. */
    public Standing withCardEnd(String signs) {
        return new Standing(payable, state, attempt, sum, since, bankReason, cardEnd.map(_ -> signs));
    }

    /** How far an attempt has come. Names are stored: never rename one. */
    public enum State {
        /** 待付: waits for a batch. */
        PAYABLE,
        /** 已组批. */
        BATCHED,
        /** 已制盘: stands in a file. */
        FILED,
        /** 已发放: went to the bank. */
        RELEASED,
        /** 已付. */
        PAID,
        /** 退回. */
        RETURNED,
        /** 待确认新卡. */
        REDIRECTED,
        /** 不明: the bank never answered. */
        UNKNOWN,
        /** 已撤销. */
        CANCELLED
    }
}
