package org.huzhu.command.terminal;

import org.huzhu.kernel.Money;

/** Sums of money as tables and summaries show them, with separators: {@code 17,474.86元}. */
public final class Sums {

    private static final int FEN_PER_YUAN = 100;

    private Sums() {}

    /** The amount in yuan with both decimals. */
    public static String of(Money amount) {
        long fen = amount.fen();
        return "%s%,d.%02d元".formatted(fen < 0 ? "-" : "", Math.abs(fen / FEN_PER_YUAN), Math.abs(fen % FEN_PER_YUAN));
    }

    /** The amount of so many fen. */
    public static String ofFen(long fen) {
        return of(Money.ofFen(fen));
    }
}
