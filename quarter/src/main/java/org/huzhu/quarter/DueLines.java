package org.huzhu.quarter;

import java.util.Arrays;
import org.huzhu.quarter.table.CsvLines;

/** Lines about persons of one drawer, each with what it is sorted by. */
final class DueLines {

    private static final byte[] NO_BYTES = {};

    private final CsvLines lines = new CsvLines();
    private int[] ends = new int[16];
    private int[] persons = new int[16];
    private long[] prefixes = new long[16];
    private int count;

    int count() {
        return count;
    }

    /** Where the line is to be put together; {@link #end} ends it. */
    CsvLines lines() {
        return lines;
    }

    /** Ends the line of a person with the given member number, in UTF-8. */
    void end(int person, byte[] bytes, int from, int to) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            persons = Arrays.copyOf(persons, count * 2);
            prefixes = Arrays.copyOf(prefixes, count * 2);
        }
        lines.endRow();
        ends[count] = lines.size();
        persons[count] = person;
        prefixes[count++] = prefix(bytes, from, to);
    }

    byte[] bytes() {
        return count == 0 ? NO_BYTES : lines.bytes();
    }

    int from(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    int to(int line) {
        return ends[line];
    }

    int person(int line) {
        return persons[line];
    }

    /** The first eight bytes of the member number; in the order of unsigned numbers they are in the order of bytes. */
    long prefix(int line) {
        return prefixes[line];
    }

    private static long prefix(byte[] bytes, int from, int to) {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << Byte.SIZE | (from + i < to ? bytes[from + i] & 0xFF : 0);
        }
        return prefix;
    }
}
