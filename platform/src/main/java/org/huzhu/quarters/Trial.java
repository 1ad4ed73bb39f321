package org.huzhu.quarters;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huzhu.kernel.Money;
import org.huzhu.quarter.SettlementSummary;

/**
 * What a run would come to.
 *
 * @param number from 1 on
 * @param trouble why it came to nothing, in words
 * @param come what it came to
 */
public record Trial(int number, State state, Optional<String> trouble, Optional<Come> come) {

    /** How it stands. Names are stored: never rename one. */
    public enum State {
        ASKED,
        DONE,
        STOPPED
    }

    /**
     * What was worked out.
     *
     * @param input digest of the files in their order, the version of the plan and the edition of the program
     * @param payments digest of the list of payments by SHA-256
     * @param carried how many persons were paid too much so far
     * @param carriedSum what they were, below zero
     * @param rejected how many rows for each reason
     */
    public record Come(
            String input,
            String planVersion,
            String edition,
            String payments,
            int persons,
            Money due,
            int carried,
            Money carriedSum,
            long rows,
            long rowsRejected,
            Map<String, Long> rejected) {

        public Come {
            rejected = Map.copyOf(rejected);
        }

        static final String LISTED = "payments.csv";

        /** What a settlement came to. */
        static Come of(SettlementSummary summary, String input) {
            String payments = summary.outputs().stream()
                    .filter(output -> output.file().equals(LISTED))
                    .map(SettlementSummary.OutputFile::sha256)
                    .findFirst()
                    .orElseThrow();
            return new Come(
                    input,
                    summary.version(),
                    Settling.EDITION,
                    payments,
                    Math.toIntExact(summary.persons()),
                    Money.ofFen(summary.sums().dueFen()),
                    Math.toIntExact(summary.carriedPersons()),
                    Money.ofFen(summary.sums().carriedFen()),
                    summary.feed().read(),
                    summary.feed().rejected().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    summary.feed().rejected().entrySet().stream()
                            .filter(each -> each.getValue() > 0)
                            .collect(Collectors.toMap(each -> each.getKey().name(), each -> each.getValue())));
        }

        /** What a person gets on average, in fen. */
        public Money average() {
            return persons == 0 ? Money.ZERO : Money.ofFen(Math.round((double) due.fen() / persons));
        }
    }

    /**
     * How far it has come.
     *
     * @param stage what is being done, as {@link org.huzhu.quarter.SettlementListener.Stage} calls it, or one of ours;
     *     empty where nothing is
     */
    public record Progress(String stage, long done, long total) {

        /** The files are taken from where they lie sealed. */
        static final String OPENING = "OPENING";

        /** The lines are kept. */
        static final String KEEPING = "KEEPING";
    }
}
