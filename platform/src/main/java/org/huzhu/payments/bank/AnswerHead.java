package org.huzhu.payments.bank;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.kernel.Money;

/**
 * What an answer says of all that stands in it.
 *
 * @param file the number of the file that it answers, where it says so
 * @param others what became of the orders of that file that it does not list; empty where it does not say
 * @param reason why those were given back
 * @param count how many orders the file had, or where it names no file, how many lines this one has
 * @param sum what those come to
 * @param day of the answer
 */
public record AnswerHead(
        Optional<String> file,
        Optional<AnswerLine.Outcome> others,
        Optional<String> reason,
        Optional<Long> count,
        Optional<Money> sum,
        LocalDate day) {}
