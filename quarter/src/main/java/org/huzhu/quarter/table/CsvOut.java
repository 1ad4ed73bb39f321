package org.huzhu.quarter.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes lines into a file after a header, in large pieces, and hashes what it writes. */
public final class CsvOut implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final Sha256 digest = new Sha256();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    public CsvOut(OutputStream out, String header) throws IOException {
        this.out = out;
        byte[] line = (header + "\n").getBytes(StandardCharsets.UTF_8);
        write(line, 0, line.length);
    }

    /** Takes the lines out of {@code lines} and writes them. */
    public void drain(CsvLines lines) throws IOException {
        write(lines.bytes(), 0, lines.size());
        lines.clear();
    }

    /** Writes whole lines that stand in the bytes from {@code from} to {@code to}, exclusive. */
    public void write(byte[] lines, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int length = Math.min(to - at, BUFFER_BYTES - used);
            System.arraycopy(lines, at, buffer, used, length);
            used += length;
            at += length;
            if (used == BUFFER_BYTES) {
                flush();
            }
        }
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

    private void flush() throws IOException {
        digest.update(buffer, 0, used);
        out.write(buffer, 0, used);
        used = 0;
    }
}
