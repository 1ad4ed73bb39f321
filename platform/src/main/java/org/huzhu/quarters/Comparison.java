package org.huzhu.quarters;

import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Trial.Come;

/**
 * A trial beside earlier quarters.
 *
 * @param before the quarter before, where it was settled here
 * @param yearBefore the same quarter of the year before, where it was
 * @param changes by agency, the largest first
 * @param sizes how many get how much: the name is how many of the limits the sum reaches
 * @param largest the largest payments first
 */
public record Comparison(
        Come now,
        Optional<Come> before,
        Optional<Come> yearBefore,
        List<Change> changes,
        List<Share> sizes,
        List<QuarterLine> largest) {

    public Comparison {
        changes = List.copyOf(changes);
        sizes = List.copyOf(sizes);
        largest = List.copyOf(largest);
    }

    /** What an agency gets beside the quarter before. */
    public record Change(String agency, Optional<Share> now, Optional<Share> before) {

        public Money difference() {
            return now.map(Share::sum)
                    .orElse(Money.ZERO)
                    .minus(before.map(Share::sum).orElse(Money.ZERO));
        }
    }

    /** What a part of a trial comes to, such as that of an agency. */
    public record Share(String name, int persons, Money sum) {}
}
