package org.huzhu.quarters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.kernel.Money;

/**
 * What one person is due of a quarter, and how that comes about.
 *
 * @param name of whom it is paid to
 * @param outpatient what he paid himself of visits in the year so far
 * @param inpatient the same of stays
 * @param stays each of them, in the order in which they count
 * @param entitled what the year so far gives
 * @param before what earlier quarters gave of it
 * @param due the difference: below zero it is carried on, and later quarters make it good
 * @param paidOn the bank's day
 * @param above what it rests on where it is of what lies above the ceiling
 */
public record QuarterLine(
        UUID id,
        Quarter quarter,
        Optional<UUID> member,
        String agency,
        String name,
        String cardEnd,
        Money outpatient,
        Money inpatient,
        List<Stay> stays,
        Money entitled,
        Money before,
        Money due,
        Optional<LocalDate> paidOn,
        Optional<Above> above) {

    public QuarterLine {
        stays = List.copyOf(stays);
    }

    /**
     * What a person filed for a year, and what the quarters of it gave him.
     *
     * @param sum what of his costs lies above the ceiling of the insurance
     * @param supplement what his employer's supplementary insurance paid of it
     * @param commercial the same of commercial insurance
     * @param assistance the same of medical assistance
     * @param below what the quarters gave for what lies below the ceiling
     */
    public record Above(Money sum, Money supplement, Money commercial, Money assistance, Money below) {

        String text() {
            return Stream.of(sum, supplement, commercial, assistance, below)
                    .map(each -> String.valueOf(each.fen()))
                    .collect(Collectors.joining(" "));
        }

        static Optional<Above> of(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            List<Money> sums = Stream.of(text.split(" ", -1))
                    .map(fen -> Money.ofFen(Long.parseLong(fen)))
                    .toList();
            return Optional.of(new Above(sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4)));
        }
    }

    /** What he paid himself of a stay. */
    public record Stay(LocalDate admitted, Money selfPay) {

        private static final String BETWEEN = " ";

        static String text(List<Stay> stays) {
            return stays.stream()
                    .map(stay -> stay.admitted() + ":" + stay.selfPay().fen())
                    .collect(Collectors.joining(BETWEEN));
        }

        static List<Stay> of(String text) {
            return Stream.of(text.split(BETWEEN, -1))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.split(":", -1))
                    .map(parts -> new Stay(LocalDate.parse(parts[0]), Money.ofFen(Long.parseLong(parts[1]))))
                    .toList();
        }
    }
}
