package org.huzhu.replay;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Steps of amounts, by which many amounts are counted. Bounds are in yuan; a step holds its upper bound. */
final class Ladder {

    private static final int FEN_PER_YUAN = 100;

    /** For payments, which are above zero. */
    static final Ladder PAYMENTS = new Ladder(100, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000);

    /** For changes, upwards or downwards. */
    static final Ladder CHANGES = new Ladder(100, 500, 1_000, 5_000, 10_000, 50_000);

    private final long[] boundsFen;
    private final long[] yuan;

    private Ladder(long... yuan) {
        this.yuan = yuan;
        boundsFen = Arrays.stream(yuan).map(bound -> bound * FEN_PER_YUAN).toArray();
    }

    int steps() {
        return boundsFen.length + 1;
    }

    /** The step of an amount above zero. */
    int step(long fen) {
        int step = 0;
        while (step < boundsFen.length && fen > boundsFen[step]) {
            step++;
        }
        return step;
    }

    /** What the steps are called, from the lowest. */
    List<String> labels() {
        return IntStream.range(0, steps()).mapToObj(this::label).toList();
    }

    private String label(int step) {
        if (step == 0) {
            return "%,d元以内".formatted(yuan[0]);
        }
        return step == yuan.length
                ? "%,d元以上".formatted(yuan[step - 1])
                : "%,d–%,d元".formatted(yuan[step - 1], yuan[step]);
    }
}
