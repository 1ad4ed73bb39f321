package org.huzhu.quarter.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of comma-separated values (RFC 4180) in memory: UTF-8 with LF, quoting only where needed. */
public final class CsvLines {

    private static final int NUMBER_BYTES_MAX = 24;

    private byte[] bytes = new byte[1_024];
    private int used;
    private boolean isInRow;

    /** The bytes of all lines, and more behind them. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes the lines take. */
    public int size() {
        return used;
    }

    /** Forgets the lines. */
    public void clear() {
        used = 0;
    }

    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        text(utf8, 0, utf8.length);
    }

    /** A field that stands as UTF-8 in the bytes from {@code from} to {@code to}, exclusive. */
    public void text(byte[] utf8, int from, int to) {
        startField(2 * (to - from) + 2);
        boolean isQuoted = false;
        for (int i = from; i < to && !isQuoted; i++) {
            byte b = utf8[i];
            isQuoted = b == ',' || b == '"' || b == '\n' || b == '\r';
        }
        if (!isQuoted) {
            System.arraycopy(utf8, from, bytes, used, to - from);
            used += to - from;
            return;
        }
        put('"');
        for (int i = from; i < to; i++) {
            if (utf8[i] == '"') {
                put('"');
            }
            put(utf8[i]);
        }
        put('"');
    }

    public void number(long number) {
        startField(NUMBER_BYTES_MAX);
        if (number < 0) {
            for (byte b : Long.toString(number).getBytes(StandardCharsets.US_ASCII)) {
                put(b);
            }
        } else {
            digits(number, 1);
        }
    }

    /** An amount of fen in yuan, with both decimals. */
    public void yuan(long fen) {
        startField(NUMBER_BYTES_MAX);
        if (fen < 0) {
            put('-');
        }
        // The one amount without an opposite is beyond any that can be entered: see Typed.
        long size = Math.absExact(fen);
        digits(size / 100, 1);
        put('.');
        digits(size % 100, 2);
    }

    public void endRow() {
        makeRoom(1);
        put('\n');
        isInRow = false;
    }

    private void startField(int bytesMax) {
        makeRoom(bytesMax + 1);
        if (isInRow) {
            put(',');
        }
        isInRow = true;
    }

    private void makeRoom(int more) {
        if (bytes.length - used < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + more));
        }
    }

    private void digits(long number, int atLeast) {
        int length = lengthOf(number, atLeast);
        long rest = number;
        for (int i = used + length - 1; i >= used; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += length;
    }

    private static int lengthOf(long number, int atLeast) {
        int length = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        return Math.max(length, atLeast);
    }

    private void put(int b) {
        bytes[used++] = (byte) b;
    }
}
