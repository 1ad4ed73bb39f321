package org.huzhu.columns;

import java.util.Arrays;

/** A column of long whole numbers that grows at its end. */
final class Longs {

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Adds the value until the column has so many rows. */
    void fillTo(int rows, long value) {
        while (size < rows) {
            add(value);
        }
    }

    long get(int row) {
        return values[row];
    }

    void set(int row, long value) {
        values[row] = value;
    }

    int size() {
        return size;
    }

    /** Has these values from now on, and no others; whoever hands them over keeps his hands off them. */
    void take(long[] whole) {
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
