package org.huzhu.quarter.table;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * The rows of a part, sorted into drawers by a key of theirs: rows with one key lie in one drawer, in the order in
 * which they came. What lies in a drawer is worked on without the others: by one worker, in the processor's own memory.
 */
public final class Drawers {

    public static final int COUNT = 512;

    private static final int SHIFT = 55;

    private final int[] ends = new int[COUNT];
    private int[] rows;
    private long[] keys = {};

    /** Sorts so many rows. */
    public Drawers(int count, IntToLongFunction key) {
        short[] drawers = new short[count];
        for (int row = 0; row < count; row++) {
            drawers[row] = (short) of(key.applyAsLong(row));
            ends[drawers[row]]++;
        }
        int total = 0;
        for (int drawer = 0; drawer < COUNT; drawer++) {
            int size = ends[drawer];
            ends[drawer] = total;
            total += size;
        }
        rows = new int[count];
        for (int row = 0; row < count; row++) {
            rows[ends[drawers[row]]++] = row;
        }
    }

    /** The drawer in which rows with this key lie. */
    public static int of(long key) {
        return (int) (hash(key) >>> SHIFT);
    }

    /** A hash of which the drawer takes the upper bits. */
    static long hash(long key) {
        return Hash.with(0, key);
    }

    /** Where a drawer begins. */
    public int from(int drawer) {
        return drawer == 0 ? 0 : ends[drawer - 1];
    }

    /** Where a drawer ends, exclusive. */
    public int to(int drawer) {
        return ends[drawer];
    }

    /** The row at a place between those of {@link #from} and {@link #to}. */
    public int row(int at) {
        return rows[at];
    }

    /** All rows, drawer by drawer. */
    public int[] rows() {
        return rows;
    }

    /** Keeps the keys of the rows beside them, in their order, for whoever goes through them all. */
    public Drawers withKeys(long[] column) {
        keys = arranged(column, rows);
        return this;
    }

    /** The key of a row, at its place between those of {@link #from} and {@link #to}. */
    public long key(int at) {
        return keys[at];
    }

    /** Forgets the rows and their keys. */
    public void clear() {
        rows = new int[0];
        keys = new long[0];
    }

    /** Calls each row by another name from now on: the one that stands at its place in {@code names}. */
    public Drawers renamed(int[] names) {
        rows = arranged(names, rows);
        return this;
    }

    /** For each row its place in the order. */
    public static int[] inverse(int[] order) {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    /** The column with its rows in the given order. */
    public static long[] arranged(long[] column, int[] order) {
        long[] arranged = new long[order.length];
        Arrays.setAll(arranged, i -> column[order[i]]);
        return arranged;
    }

    /** The column with its rows in the given order. */
    public static int[] arranged(int[] column, int[] order) {
        int[] arranged = new int[order.length];
        Arrays.setAll(arranged, i -> column[order[i]]);
        return arranged;
    }

    /** The column with its rows in the given order. */
    public static byte[] arranged(byte[] column, int[] order) {
        byte[] arranged = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            arranged[i] = column[order[i]];
        }
        return arranged;
    }
}
