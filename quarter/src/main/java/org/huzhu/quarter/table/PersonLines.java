package org.huzhu.quarter.table;

import java.util.Arrays;

/** Lines about persons of one drawer, each with what it is sorted by. */
public final class PersonLines {

    private static final byte[] NO_BYTES = {};

    private final CsvLines lines = new CsvLines();
    private int[] ends = new int[16];
    private int[] persons = new int[16];
    private long[] prefixes = new long[16];
    private int count;

    public int count() {
        return count;
    }

    /** Where the line is to be put together; {@link #end} ends it. */
    public CsvLines lines() {
        return lines;
    }

    /** Ends the line of a person with the given member number, in UTF-8. */
    public void end(int person, byte[] bytes, int from, int to) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            persons = Arrays.copyOf(persons, count * 2);
            prefixes = Arrays.copyOf(prefixes, count * 2);
        }
        lines.endRow();
        ends[count] = lines.size();
        persons[count] = person;
        prefixes[count++] = PrefixSort.prefix(bytes, from, to);
    }

    public byte[] bytes() {
        return count == 0 ? NO_BYTES : lines.bytes();
    }

    public int from(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    public int to(int line) {
        return ends[line];
    }

    public int person(int line) {
        return persons[line];
    }

    /** The first eight bytes of the member number; in the order of unsigned numbers they are in the order of bytes. */
    public long prefix(int line) {
        return prefixes[line];
    }
}
