package org.huzhu.cluster;

import java.util.Arrays;

/** What one member has before and after, in fen, by clause and year. Cleared and used again for the next member. */
final class MemberSums {

    static final int BEFORE = 0;
    static final int AFTER = 1;

    private int size;
    private long[] keys = new long[8];
    private long[][] fen = new long[2][8];

    void clear() {
        size = 0;
    }

    /** How many pairs of clause and year there are. */
    int size() {
        return size;
    }

    void add(int side, int line, int year, long moreFen) {
        long key = (long) line << Integer.SIZE | year;
        int at = 0;
        while (at < size && keys[at] != key) {
            at++;
        }
        if (at == size) {
            grow();
            keys[at] = key;
            fen[BEFORE][at] = 0;
            fen[AFTER][at] = 0;
            size++;
        }
        fen[side][at] = Math.addExact(fen[side][at], moreFen);
    }

    private void grow() {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            fen[BEFORE] = Arrays.copyOf(fen[BEFORE], size * 2);
            fen[AFTER] = Arrays.copyOf(fen[AFTER], size * 2);
        }
    }

    /** Puts them in the order of the clauses, then of the years; there are few. */
    void sort() {
        for (int next = 1; next < size; next++) {
            for (int at = next; at > 0 && keys[at] < keys[at - 1]; at--) {
                swap(keys, at);
                swap(fen[BEFORE], at);
                swap(fen[AFTER], at);
            }
        }
    }

    private static void swap(long[] column, int at) {
        long kept = column[at];
        column[at] = column[at - 1];
        column[at - 1] = kept;
    }

    int line(int at) {
        return (int) (keys[at] >> Integer.SIZE);
    }

    int year(int at) {
        return (int) keys[at];
    }

    long fen(int side, int at) {
        return fen[side][at];
    }
}
