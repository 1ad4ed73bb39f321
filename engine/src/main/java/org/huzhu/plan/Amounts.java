package org.huzhu.plan;

import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/**
 * An amount that may differ by tier (档).
 *
 * @param rows one row without a tier, or one row for each tier
 */
public record Amounts(List<Row> rows) {

    public Amounts {
        rows = List.copyOf(rows);
        Require.that(!rows.isEmpty(), "An amount needs at least one row");
        Require.that(
                rows.size() == 1 || rows.stream().allMatch(row -> row.tier().isPresent()),
                "Where an amount has several rows, each must name its tier");
    }

    public static Amounts of(Money amount) {
        return new Amounts(List.of(new Row(Optional.empty(), amount, false)));
    }

    /** The row for the tier; empty when the amount does not know the tier. */
    public Optional<Row> row(Optional<String> tier) {
        return rows.stream()
                .filter(row -> row.tier().isEmpty() || row.tier().equals(tier))
                .findFirst();
    }

    /** One amount; {@code illustrative} when no document gives it. */
    public record Row(Optional<String> tier, Money amount, boolean illustrative) {}
}
