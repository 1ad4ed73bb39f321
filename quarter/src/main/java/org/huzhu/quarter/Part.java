package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.TablePart;

/**
 * The rows that one block of a file gave, in columns: what the worker keeps of it. Each row has the same number of
 * texts, kept as bytes of UTF-8 one after the other.
 *
 * <p>Not thread-safe: filled by one worker, then handed over.
 */
abstract class Part implements TablePart {

    private static final int ROWS_FIRST = 4_096;
    private static final int TEXT_BYTES_FIRST = 65_536;

    private final int textsPerRow;
    private final List<Reject> rejects = new ArrayList<>();
    private byte[] texts = new byte[TEXT_BYTES_FIRST];
    private int[] textEnds;
    private int[] lines = new int[ROWS_FIRST];
    private int textCount;
    private int size;
    private int rowsRead;
    private int file;
    private long firstLine;
    private long lineCount;

    Part(int textsPerRow) {
        this.textsPerRow = textsPerRow;
        this.textEnds = new int[ROWS_FIRST * textsPerRow];
    }

    /** How many rows are kept. */
    final int size() {
        return size;
    }

    /** How many rows there were, those included that were not accepted. */
    @Override
    public final int rowsRead() {
        return rowsRead;
    }

    /** The rows that were not accepted for what they say themselves; in the order of the lines. */
    final List<Reject> rejects() {
        return rejects;
    }

    final int file() {
        return file;
    }

    final long line(int row) {
        return firstLine + lines[row];
    }

    final byte[] texts() {
        return texts;
    }

    final int textFrom(int row, int text) {
        int at = row * textsPerRow + text;
        return at == 0 ? 0 : textEnds[at - 1];
    }

    final int textTo(int row, int text) {
        return textEnds[row * textsPerRow + text];
    }

    final String text(int row, int text) {
        int from = textFrom(row, text);
        return new String(texts, from, textTo(row, text) - from, StandardCharsets.UTF_8);
    }

    /** Whether the text is that of the bytes. */
    final boolean hasText(int row, int text, byte[] bytes, int from, int to) {
        return Arrays.equals(texts, textFrom(row, text), textTo(row, text), bytes, from, to);
    }

    final Reject reject(int row, String recordNo, Reason reason, String detail) {
        return new Reject(file, line(row), recordNo, reason, detail);
    }

    /** Says where in the input the block lies, once those before it are known. */
    @Override
    public final void place(int inFile, long atLine) {
        file = inFile;
        firstLine = atLine;
        rejects.replaceAll(reject ->
                new Reject(inFile, reject.line() + atLine, reject.recordNo(), reject.reason(), reject.detail()));
    }

    @Override
    public final long lineCount() {
        return lineCount;
    }

    /** Takes in every row of the block. */
    final void fill(Block block, int[] places) {
        Row row = new Row(block, places);
        while (row.next()) {
            rowsRead++;
            read(row);
        }
        close(row);
    }

    /** Keeps the row, or refuses it. */
    abstract void read(Row row);

    final void refuse(Row row, String recordNo, Reason reason, String detail) {
        rejects.add(new Reject(0, row.line(), recordNo, reason, detail));
    }

    /** Keeps the row at hand, and says at which place. */
    final int keep(Row row) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            textEnds = Arrays.copyOf(textEnds, size * 2 * textsPerRow);
            resize(size * 2);
        }
        lines[size] = row.line();
        return size++;
    }

    /** Adds the next text of the row kept last. */
    final void addText(Row row, int column) {
        int length = row.to(column) - row.from(column);
        int used = textCount == 0 ? 0 : textEnds[textCount - 1];
        if (texts.length - used < length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, used + length));
        }
        System.arraycopy(row.bytes(), row.from(column), texts, used, length);
        textEnds[textCount++] = used + length;
    }

    /** Ends the filling: gives back what was reserved for more rows. */
    private void close(Row row) {
        lineCount = row.line();
        lines = Arrays.copyOf(lines, size);
        textEnds = Arrays.copyOf(textEnds, textCount);
        texts = Arrays.copyOf(texts, textCount == 0 ? 0 : textEnds[textCount - 1]);
        resize(size);
    }

    static int rowsAtFirst() {
        return ROWS_FIRST;
    }

    /** Gives the columns of the kind room for so many rows. */
    abstract void resize(int rows);
}
