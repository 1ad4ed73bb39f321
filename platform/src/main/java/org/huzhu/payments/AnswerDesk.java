package org.huzhu.payments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * Where the answers of banks are taken (回盘). What a bank says twice counts once; what contradicts what is known changes
 * nothing, and waits for a person.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link PaymentRefused} if it cannot
 * be.
 */
public interface AnswerDesk {

    /** Takes an answer about orders of a fund, in whole or not at all; the same bytes are taken once. */
    Taken take(Caller caller, UUID fund, Path file);

    /** The answers that were taken, the latest first. */
    List<Taken> latest(Caller caller, int max);

    /** What contradicts what is known and nobody resolved yet, the oldest first. */
    List<Difference> differences(Caller caller, int max);

    /** Says how a difference was resolved; what is known stays as it is. */
    void resolve(Caller caller, UUID difference, String resolution);

    /**
     * An answer that was taken.
     *
     * @param isKnown whether the same bytes were taken before
     */
    record Taken(
            UUID answer,
            LocalDate on,
            boolean isKnown,
            int lines,
            int paid,
            int returned,
            int pending,
            int repeated,
            int different) {}

    /**
     * What contradicts what is known (差错).
     *
     * @param row of the answer; empty where it is all of it
     * @param key of the payable, where it is one of ours
     * @param sum what the bank says
     */
    record Difference(
            UUID id,
            String path,
            Optional<Integer> row,
            Why why,
            Optional<String> key,
            Optional<String> outcome,
            Optional<Money> sum,
            LocalDate day) {}

    /** In what it contradicts. Names are stored: never rename one. */
    enum Why {
        /** The count or the sum is not that of the file; nothing of it was applied. */
        WRONG_TOTAL,
        UNKNOWN_ORDER,
        OTHER_SUM,
        OTHER_NAME,
        /** We have not released it. */
        NOT_RELEASED,
        PAID_ALREADY,
        RETURNED_ALREADY,
        /** Given back more than 30 days after it was paid, or before that. */
        TOO_LATE,
        DAY_AHEAD,
        /** The bank's serial number is known with another content. */
        SERIAL_CLASHES
    }
}
