package org.huzhu.payments.bank;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.kernel.Money;

/**
 * What a bank says of one order.
 *
 * @param row where it stands, from 1
 * @param serial what the bank numbers it with; where it gives no number, the reference and the outcome
 * @param reason why it was given back: a code of ISO 20022 such as {@code AC04}, or the bank's words
 * @param sum where the bank repeats it
 * @param name where the bank repeats it
 */
public record AnswerLine(
        int row,
        String serial,
        String reference,
        Outcome outcome,
        Optional<String> reason,
        Optional<Money> sum,
        Optional<String> name,
        LocalDate day) {

    /** What became of an order. Names are stored: never rename one. */
    public enum Outcome {
        PAID,
        RETURNED,
        /** Not decided yet. */
        PENDING
    }

    /** The number of a line to which the bank gave none. */
    static String serial(String reference, Outcome outcome) {
        return reference + "/" + outcome;
    }

    /** Shows no name. */
    @Override
    public String toString() {
        return "AnswerLine[" + row + " " + reference + " " + outcome + "]";
    }
}
