package org.huzhu.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huzhu.kernel.Require;

/** Figures in dense cells, one for each combination of values along some dimensions. */
final class CrossTable {

    private static final int CELLS_MAX = 20_000_000;
    private static final int AXIS_BITS = 12;

    private final List<Dimension> by;
    private final int[] strides = new int[Dimension.values().length];
    private final int[] sizes;
    private final long[] fen;
    private final int[] payments;
    private final int[] persons;
    private final int[] seen;

    CrossTable(List<Dimension> by, Axes axes) {
        this.by = by;
        sizes = by.stream().mapToInt(axes::size).toArray();
        long cells = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            Require.that(sizes[i] < 1 << AXIS_BITS, "There are too many values of %s: %d", by.get(i), sizes[i]);
            strides[by.get(i).ordinal()] = Math.toIntExact(cells);
            cells *= sizes[i];
            Require.that(cells <= CELLS_MAX, "A table by %s has more than %d cells", by, CELLS_MAX);
        }
        fen = new long[(int) cells];
        payments = new int[(int) cells];
        persons = new int[(int) cells];
        seen = new int[(int) cells];
    }

    List<Dimension> by() {
        return by;
    }

    int stride(Dimension dimension) {
        return strides[dimension.ordinal()];
    }

    /**
     * Counts an award.
     *
     * @param cell the sum of each value times its {@link #stride}
     * @param member a number from 1 that no member before had
     */
    void add(int cell, int member, long amountFen) {
        fen[cell] += amountFen;
        payments[cell]++;
        if (seen[cell] != member) {
            seen[cell] = member;
            persons[cell]++;
        }
    }

    /** Takes over what another table counted for other members. */
    void add(CrossTable other) {
        for (int cell = 0; cell < fen.length; cell++) {
            fen[cell] += other.fen[cell];
            payments[cell] += other.payments[cell];
            persons[cell] += other.persons[cell];
        }
    }

    /** The cells that are not empty, by the values along the dimensions, which {@link #value} gives back. */
    Map<Long, Figures> cells() {
        Map<Long, Figures> filled = new TreeMap<>();
        for (int cell = 0; cell < fen.length; cell++) {
            if (payments[cell] > 0) {
                filled.put(key(cell), new Figures(payments[cell], persons[cell], fen[cell]));
            }
        }
        return filled;
    }

    private long key(int cell) {
        long key = 0;
        for (int i = 0; i < sizes.length; i++) {
            int stride = strides[by.get(i).ordinal()];
            key = key << AXIS_BITS | cell / stride % sizes[i];
        }
        return key;
    }

    /** The value along the dimension at the place among {@code dimensions} many. */
    static int value(long key, int place, int dimensions) {
        return (int) (key >>> ((dimensions - 1 - place) * AXIS_BITS)) & ((1 << AXIS_BITS) - 1);
    }

    @Override
    public String toString() {
        return by + Arrays.toString(sizes);
    }
}
