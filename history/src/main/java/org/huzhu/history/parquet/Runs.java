package org.huzhu.history.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads numbers of few bits, which stand in runs: one number so many times, or numbers packed side by side. The page
 * has {@link #SPARE} bytes behind its end. What does not hold together ends in an {@link IndexOutOfBoundsException}.
 */
final class Runs {

    /** How many bytes behind the end of a page may be looked at. */
    static final int SPARE = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PACKED_TOGETHER = 8;

    private final byte[] page;
    private final int end;
    private int at;

    Runs(byte[] page, int from, int end) {
        this.page = page;
        this.at = from;
        this.end = end;
    }

    /** Reads which rows have a value, and answers how many do. */
    int presence(boolean[] into, int rows) {
        int row = 0;
        int present = 0;
        while (row < rows) {
            int header = header();
            if ((header & 1) == 0) {
                int run = Math.min(header >>> 1, rows - row);
                boolean isPresent = byteAt(at++) == 1;
                Arrays.fill(into, row, row + run, isPresent);
                present += isPresent ? run : 0;
                row += run;
            } else {
                int run = packed(header, 1, rows - row);
                for (int i = 0; i < run; i++) {
                    int bit = page[at + (i >> 3)] >> (i & 7) & 1;
                    into[row + i] = bit == 1;
                    present += bit;
                }
                at += header >>> 1;
                row += run;
            }
        }
        return present;
    }

    /** Reads so many numbers of so many bits. */
    void numbers(int width, int[] into, int count) {
        if (width < 0 || width > Integer.SIZE) {
            throw new IndexOutOfBoundsException("There are no numbers of " + width + " bits");
        }
        int row = 0;
        while (row < count) {
            int header = header();
            if ((header & 1) == 0) {
                int run = Math.min(header >>> 1, count - row);
                Arrays.fill(into, row, row + run, whole(width));
                row += run;
            } else {
                int run = packed(header, width, count - row);
                unpack(width, into, row, run);
                at = Math.toIntExact(at + (long) (header >>> 1) * width);
                row += run;
            }
        }
    }

    private void unpack(int width, int[] into, int row, int run) {
        long mask = (1L << width) - 1;
        long bit = (long) at * Byte.SIZE;
        for (int i = 0; i < run; i++) {
            long word = (long) LONG.get(page, (int) (bit >>> 3));
            into[row + i] = (int) (word >>> (bit & 7) & mask);
            bit += width;
        }
    }

    /** How many of the rows wanted a run of packed numbers has, all of which lie within the page. */
    private int packed(int header, int width, int wanted) {
        long run = Math.min((long) (header >>> 1) * PACKED_TOGETHER, wanted);
        if (run == 0 || at + (run * width + Byte.SIZE - 1) / Byte.SIZE > end) {
            throw new IndexOutOfBoundsException("A run of " + run + " numbers ends behind its page");
        }
        return (int) run;
    }

    private int whole(int width) {
        int value = 0;
        for (int shift = 0; shift < width; shift += Byte.SIZE) {
            value |= (byteAt(at++) & 0xff) << shift;
        }
        return value;
    }

    /** The header of the next run, which is not empty. */
    private int header() {
        int header = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = byteAt(at++);
            header |= (next & 0x7f) << shift;
            if (next >= 0) {
                if (header >>> 1 == 0) {
                    throw new IndexOutOfBoundsException("A run is empty");
                }
                return header;
            }
        }
        throw new IndexOutOfBoundsException("The header of a run has no end");
    }

    private byte byteAt(int place) {
        if (place >= end) {
            throw new IndexOutOfBoundsException("A run begins behind its page");
        }
        return page[place];
    }
}
