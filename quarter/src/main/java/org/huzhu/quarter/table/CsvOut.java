package org.huzhu.quarter.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes comma-separated values (RFC 4180) in UTF-8 with LF, quoting only where needed, and hashes what it writes. */
public final class CsvOut implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int NUMBER_BYTES_MAX = 24;

    private final OutputStream out;
    private final Sha256 digest = new Sha256();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;
    private boolean isInRow;

    public CsvOut(OutputStream out, String header) throws IOException {
        this.out = out;
        append(header.getBytes(StandardCharsets.UTF_8));
        endRow();
    }

    public void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        text(bytes, 0, bytes.length);
    }

    /** A field that stands as UTF-8 in the bytes from {@code from} to {@code to}, exclusive. */
    public void text(byte[] bytes, int from, int to) throws IOException {
        startField();
        boolean isQuoted = false;
        for (int i = from; i < to && !isQuoted; i++) {
            byte b = bytes[i];
            isQuoted = b == ',' || b == '"' || b == '\n' || b == '\r';
        }
        if (isQuoted) {
            put('"');
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                put('"');
            }
            put(bytes[i]);
        }
        if (isQuoted) {
            put('"');
        }
    }

    public void number(long number) throws IOException {
        startField();
        if (number < 0) {
            append(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        } else {
            digits(number, 1);
        }
    }

    /** An amount of fen in yuan, with both decimals. */
    public void yuan(long fen) throws IOException {
        startField();
        if (fen < 0) {
            put('-');
        }
        // The one amount without an opposite is beyond any that can be entered: see Typed.
        long size = Math.absExact(fen);
        digits(size / 100, 1);
        put('.');
        digits(size % 100, 2);
    }

    public void endRow() throws IOException {
        put('\n');
        isInRow = false;
    }

    /** Writes out what is still held, and gives the SHA-256 of all that was written, in hexadecimal. */
    public String finish() throws IOException {
        flush();
        return digest.hex();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void startField() throws IOException {
        if (isInRow) {
            put(',');
        }
        isInRow = true;
    }

    private void digits(long number, int atLeast) throws IOException {
        if (BUFFER_BYTES - used < NUMBER_BYTES_MAX) {
            flush();
        }
        int length = lengthOf(number, atLeast);
        long rest = number;
        for (int i = used + length - 1; i >= used; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
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

    private void append(byte[] bytes) throws IOException {
        for (byte b : bytes) {
            put(b);
        }
    }

    private void put(int b) throws IOException {
        if (used == BUFFER_BYTES) {
            flush();
        }
        buffer[used++] = (byte) b;
    }

    private void flush() throws IOException {
        digest.update(buffer, 0, used);
        out.write(buffer, 0, used);
        used = 0;
    }
}
