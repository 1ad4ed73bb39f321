package org.huzhu.columns;

import java.util.Arrays;

/** A column of whole numbers that grows at its end. */
final class Ints {

    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int row) {
        return values[row];
    }

    void set(int row, int value) {
        values[row] = value;
    }

    int size() {
        return size;
    }

    /** Has these values from now on, and no others; whoever hands them over keeps his hands off them. */
    void take(int[] whole) {
        values = whole;
        size = whole.length;
    }

    void cutTo(int rows) {
        size = rows;
    }

    /** Gives back the room that was kept for growing. */
    void trim() {
        values = Arrays.copyOf(values, size);
    }
}
