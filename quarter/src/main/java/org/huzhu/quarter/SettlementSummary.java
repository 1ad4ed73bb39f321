package org.huzhu.quarter;

import java.util.List;
import java.util.Map;

/**
 * What a settlement came to: what {@code summary.json} says.
 *
 * @param plan the plan's name
 * @param version the plan's version
 * @param year the calendar year
 * @param quarter from 1 to 4
 * @param feed the rows of all feeds
 * @param cancelling accepted rows that take another one back
 * @param cancelled accepted rows that were taken back
 * @param members the rows of the register
 * @param paidLists the rows of the earlier payment lists
 * @param persons paid in this quarter, each counted once
 * @param personTimes payments made in this quarter: one a person
 * @param yearPersons paid in the year so far, this quarter included, each counted once
 * @param yearPersonTimes payments made in the year so far, this quarter's included
 * @param carriedPersons with a due below zero
 * @param sums over all persons, to date
 * @param inputs in the order feeds, register, payment lists
 * @param outputs the lists written; this summary itself is not among them
 * @param notes what the reader should know, in Chinese
 */
public record SettlementSummary(
        String plan,
        String version,
        int year,
        int quarter,
        Rows feed,
        long cancelling,
        long cancelled,
        Rows members,
        Rows paidLists,
        long persons,
        long personTimes,
        long yearPersons,
        long yearPersonTimes,
        long carriedPersons,
        Sums sums,
        List<InputMark> inputs,
        List<OutputFile> outputs,
        List<String> notes) {

    public SettlementSummary {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
    }

    /**
     * How the rows of a kind of file fared.
     *
     * @param read all rows, headers and empty lines not counted
     * @param accepted those that were not rejected
     * @param rejected how many for each reason; all reasons, in their order
     */
    public record Rows(long read, long accepted, Map<Reason, Long> rejected) {}

    /**
     * Sums in fen, over all persons.
     *
     * @param dueFen of the payments
     * @param carriedFen of what is carried on, zero or less
     * @param entitledFen to date
     * @param paidBeforeFen in the earlier quarters
     * @param outpatientSelfPay1Fen that counted, to date
     * @param inpatientSelfPay1Fen that counted, to date
     */
    public record Sums(
            long dueFen,
            long carriedFen,
            long entitledFen,
            long paidBeforeFen,
            long outpatientSelfPay1Fen,
            long inpatientSelfPay1Fen) {

        static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0);

        /** Both together; throws {@link ArithmeticException} if they do not fit a {@code long}. */
        Sums plus(Sums other) {
            return new Sums(
                    Math.addExact(dueFen, other.dueFen),
                    Math.addExact(carriedFen, other.carriedFen),
                    Math.addExact(entitledFen, other.entitledFen),
                    Math.addExact(paidBeforeFen, other.paidBeforeFen),
                    Math.addExact(outpatientSelfPay1Fen, other.outpatientSelfPay1Fen),
                    Math.addExact(inpatientSelfPay1Fen, other.inpatientSelfPay1Fen));
        }
    }

    /**
     * An input, by its name and content.
     *
     * @param role {@code feed}, {@code members} or {@code paid}
     * @param file its name, without a directory
     * @param bytes its length
     * @param rows how many it has, the header not counted
     * @param sha256 of its bytes, in hexadecimal
     */
    public record InputMark(String role, String file, long bytes, long rows, String sha256) {}

    /**
     * An output, by its name and content.
     *
     * @param file its name, without a directory
     * @param rows how many it has, the header not counted
     * @param sha256 of its bytes, in hexadecimal
     */
    public record OutputFile(String file, long rows, String sha256) {}
}
