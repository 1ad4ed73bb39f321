package org.huzhu.roster;

/**
 * In which row each number was seen first: twelve bytes for each place of a table that is between a third and two
 * thirds full, so that a million people cost 25 megabytes.
 */
final class SeenNumbers {

    private static final int FIRST_BITS = 10;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long OTHERS = 1L << 62;

    private int bits = FIRST_BITS;
    private long[] keys = new long[1 << FIRST_BITS];
    private int[] rows = new int[1 << FIRST_BITS];
    private int size;

    /**
     * A key for a number that is no identity number, which are keys themselves; above all of those. Of a million such
     * numbers two have the same key once in nine million files.
     */
    static long keyOf(String number) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < number.length(); i++) {
            hash = mixed((hash ^ number.charAt(i)) * 0x100000001B3L);
        }
        return OTHERS | hash >>> 2;
    }

    private static long mixed(long hash) {
        return hash ^ hash >>> 29;
    }

    /** Remembers the row unless the key was seen before; the row where it was, or 0. */
    int put(long key, int row) {
        if (size * 3 > keys.length * 2) {
            grow();
        }
        int at = placeOf(key);
        if (rows[at] != 0) {
            return rows[at];
        }
        keys[at] = key;
        rows[at] = row;
        size++;
        return 0;
    }

    private int placeOf(long key) {
        int at = (int) ((key * PRIME) >>> (Long.SIZE - bits));
        while (rows[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        bits++;
        keys = new long[1 << bits];
        rows = new int[1 << bits];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRows[i] != 0) {
                int at = placeOf(oldKeys[i]);
                keys[at] = oldKeys[i];
                rows[at] = oldRows[i];
            }
        }
    }
}
