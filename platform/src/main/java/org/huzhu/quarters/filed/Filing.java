package org.huzhu.quarters.filed;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.kernel.Money;

/**
 * What a union files for a member whose costs of a year passed the ceiling of the insurance.
 *
 * @param number the identity number, masked
 * @param version counts up with each change
 * @param said why it was returned; empty text where it was not
 */
public record Filing(
        UUID id,
        String plan,
        int year,
        String path,
        String name,
        String number,
        Figures figures,
        State state,
        int version,
        String said) {

    /** How far it has come. Names are stored: never rename one. */
    public enum State {
        /** A union has entered it. */
        ENTERED,
        /** A reviewer of the agency has held it against the papers. */
        PASSED,
        /** The office has too: the year is settled by it. */
        ACCEPTED,
        /** Something is wrong with it; entered anew it goes its way again. */
        RETURNED
    }

    /**
     * What it comes to.
     *
     * @param above what lies above the ceiling
     * @param supplement what his employer's supplementary insurance paid of it
     * @param commercial the same of commercial insurance
     * @param assistance the same of medical assistance
     */
    public record Figures(Money above, Money supplement, Money commercial, Money assistance) {

        static Figures of(String text) {
            List<Money> sums = Stream.of(text.split(" ", -1))
                    .map(fen -> Money.ofFen(Long.parseLong(fen)))
                    .toList();
            return new Figures(sums.get(0), sums.get(1), sums.get(2), sums.get(3));
        }

        String text() {
            return Stream.of(above, supplement, commercial, assistance)
                    .map(each -> String.valueOf(each.fen()))
                    .collect(Collectors.joining(" "));
        }
    }
}
