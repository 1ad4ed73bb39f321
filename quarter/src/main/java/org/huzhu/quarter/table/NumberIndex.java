package org.huzhu.quarter.table;

/**
 * Finds rows by a number of theirs, a {@link NumberKey} or a key of a person; the first row put in under a number
 * stays. A hash table with open addressing, small enough for the processor's own memory when it holds one of
 * {@link Drawers}.
 */
public final class NumberIndex {

    public static final int NONE = -1;

    /** For keys that are never below zero. */
    public static final Texts NO_TEXTS = (_, _, _, _) -> true;

    private static final int CAPACITY_MAX = 1 << 29;

    private final Texts texts;
    private long[] keys;
    private int[] rows;
    private int size;

    /** Where the texts of the rows are; asked when two keys below zero are equal. */
    public interface Texts {
        /** Whether the row has this text, which stands in the bytes from {@code from} to {@code to}, exclusive. */
        boolean matches(int row, byte[] bytes, int from, int to);
    }

    public NumberIndex(Texts texts, long rowsExpected) {
        this.texts = texts;
        long wanted = Math.clamp(rowsExpected * 2, 16, CAPACITY_MAX);
        keys = new long[1 << (Long.SIZE - Long.numberOfLeadingZeros(wanted - 1))];
        rows = new int[keys.length];
    }

    /** Puts the row in unless its number is there already; the row that was there before, or {@link #NONE}. */
    public int put(long key, int row, byte[] bytes, int from, int to) {
        int at = slot(key, bytes, from, to);
        if (keys[at] != 0) {
            return rows[at];
        }
        keys[at] = key;
        rows[at] = row;
        size++;
        if (size * 2L > keys.length) {
            grow();
        }
        return NONE;
    }

    /** The row that was put in first under the number, or {@link #NONE}. */
    public int find(long key, byte[] bytes, int from, int to) {
        int at = slot(key, bytes, from, to);
        return keys[at] == 0 ? NONE : rows[at];
    }

    private int slot(long key, byte[] bytes, int from, int to) {
        int at = first(key);
        while (keys[at] != 0 && (keys[at] != key || (key < 0 && !texts.matches(rows[at], bytes, from, to)))) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private int first(long key) {
        return (int) (Drawers.hash(key) >>> 24) & (keys.length - 1);
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = first(oldKeys[i]);
                while (keys[at] != 0) {
                    at = (at + 1) & (keys.length - 1);
                }
                keys[at] = oldKeys[i];
                rows[at] = oldRows[i];
            }
        }
    }
}
