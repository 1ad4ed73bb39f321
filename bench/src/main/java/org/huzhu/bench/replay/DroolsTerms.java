package org.huzhu.bench.replay;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Words;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.rules.TierAmounts;

/** What numbers and words of plans are called in rules for Drools. */
final class DroolsTerms {

    private DroolsTerms() {}

    static String field(CostField field) {
        return "CostField." + field.name();
    }

    static String joined(Stream<?> of) {
        return of.map(String::valueOf).collect(Collectors.joining(", "));
    }

    static String ordinals(Set<Cause> causes) {
        return joined(causes.stream().map(Cause::ordinal).sorted());
    }

    /** The highest rate for each set of injuries. */
    static String rates(Benefit.InjuryConsolation consolation) {
        return joined(IntStream.range(0, 1 << Benefit.Injury.values().length)
                .mapToObj(set -> consolation.rates().stream()
                        .filter(rate -> (set & Accidents.bit(rate.injury())) != 0)
                        .mapToInt(rate -> rate.share().basisPoints())
                        .max()
                        .orElse(0)));
    }

    private static String amount(TierAmounts amounts, int tier) {
        int row = amounts.row(tier);
        return (row == TierAmounts.NO_ROW ? 0 : amounts.fen(row)) + "L";
    }

    /** The amount by the tier of the cover. */
    static String amount(DroolsText text, TierAmounts amounts) {
        String sum = amount(amounts, Words.NONE);
        for (int tier : text.tiers()) {
            sum = "$c.tier() == %d ? %s : (%s)".formatted(tier, amount(amounts, tier), sum);
        }
        return amount(amounts, Words.NONE).equals(amount(amounts, text.tiers().getFirst()))
                ? amount(amounts, 0)
                : "(" + sum + ")";
    }
}
