package org.huzhu.columns;

import org.huzhu.plan.Benefit.LossCause;

/** Losses of property at home. */
public final class Losses {

    private static final LossCause[] CAUSES = LossCause.values();

    final Ints cause = new Ints();
    final Longs amount = new Longs();
    final Ints address = new Ints();

    public LossCause cause(int loss) {
        return CAUSES[cause.get(loss)];
    }

    public long amountFen(int loss) {
        return amount.get(loss);
    }

    /** A number that tells homes apart. */
    public int address(int loss) {
        return address.get(loss);
    }
}
