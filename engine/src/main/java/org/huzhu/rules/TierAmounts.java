package org.huzhu.rules;

import org.huzhu.columns.Words;
import org.huzhu.plan.Amounts;

/** An amount that may differ by tier, in fen; see {@link Amounts}. */
public final class TierAmounts {

    /** The answer where the amount does not know the tier. */
    public static final int NO_ROW = -1;

    private final int[] tiers;
    private final long[] fen;
    private final Amounts amounts;

    TierAmounts(Amounts amounts, Words words) {
        this.amounts = amounts;
        tiers = amounts.rows().stream()
                .mapToInt(row -> words.number(row.tier()))
                .toArray();
        fen = amounts.rows().stream().mapToLong(row -> row.amount().fen()).toArray();
    }

    /** The row for the tier of a cover, or {@link #NO_ROW}. */
    public int row(int tier) {
        for (int row = 0; row < tiers.length; row++) {
            if (tiers[row] == Words.NONE || tiers[row] == tier) {
                return row;
            }
        }
        return NO_ROW;
    }

    public long fen(int row) {
        return fen[row];
    }

    public boolean isIllustrative(int row) {
        return amounts.rows().get(row).illustrative();
    }
}
