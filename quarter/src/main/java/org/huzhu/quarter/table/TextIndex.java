package org.huzhu.quarter.table;

/**
 * Finds rows by a text of theirs; the first row put in under a text stays. A hash table with open addressing that keeps
 * half of the hash beside the row, so that the texts themselves are compared only when they are very likely equal.
 */
public final class TextIndex {

    public static final int NONE = -1;

    private final Texts texts;
    private long[] slots;
    private int size;

    /** Where the texts of the rows are. */
    public interface Texts {
        boolean matches(int row, byte[] bytes, int from, int to);
    }

    public TextIndex(Texts texts, long rowsExpected) {
        this.texts = texts;
        this.slots = new long[capacityFor(rowsExpected)];
    }

    /** Puts the row in unless its text is there already; the row that was there before, or {@link #NONE}. */
    public int put(int row, byte[] bytes, int from, int to) {
        if (size * 2L >= slots.length) {
            grow();
        }
        int tag = tag(bytes, from, to);
        int at = slot(tag, bytes, from, to);
        if (slots[at] != 0) {
            return (int) slots[at] - 1;
        }
        slots[at] = ((long) tag << 32) | (row + 1L);
        size++;
        return NONE;
    }

    /** The row that was put in first under the text, or {@link #NONE}. */
    public int find(byte[] bytes) {
        int at = slot(tag(bytes, 0, bytes.length), bytes, 0, bytes.length);
        return slots[at] == 0 ? NONE : (int) slots[at] - 1;
    }

    private int slot(int tag, byte[] bytes, int from, int to) {
        int mask = slots.length - 1;
        int at = tag & mask;
        while (slots[at] != 0
                && ((int) (slots[at] >>> 32) != tag || !texts.matches((int) slots[at] - 1, bytes, from, to))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot != 0) {
                int at = (int) (slot >>> 32) & mask;
                while (slots[at] != 0) {
                    at = (at + 1) & mask;
                }
                slots[at] = slot;
            }
        }
    }

    private static int tag(byte[] bytes, int from, int to) {
        return (int) (Hash.of(bytes, from, to) >>> 32);
    }

    public static int capacityFor(long rows) {
        long wanted = Math.max(16, Math.min(1 << 29, rows * 2));
        return 1 << (64 - Long.numberOfLeadingZeros(wanted - 1));
    }
}
