package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.TablePart;

/**
 * The rows that one block of a file gave, in columns: what the worker keeps of it. Each row has the same number of
 * texts, kept as bytes of UTF-8 one after the other. Once all are there they lie in {@link Drawers} by person; within a
 * drawer they keep the order of the file.
 *
 * <p>Not thread-safe: filled by one worker, then handed over.
 */
abstract class Part implements TablePart {

    private static final int ROW_BYTES_USUAL = 80;
    private static final int TEXT_BYTES_FIRST = 4_096;

    static final Drawers NO_DRAWERS = new Drawers(0, _ -> 0);

    private final int textsPerRow;
    private final List<Reject> rejects = new ArrayList<>();
    private byte[] texts = new byte[TEXT_BYTES_FIRST];
    private int[] textEnds;
    private int[] lines;
    private int textCount;
    private int size;
    private int rowsRead;
    private int file;
    private long firstLine;
    private long lineCount;
    private Drawers drawers;

    /** Reserves room for the rows of a block; each row will have so many texts. */
    Part(int rows, int textsPerRow) {
        this.textsPerRow = textsPerRow;
        this.lines = new int[rows];
        this.textEnds = new int[rows * textsPerRow];
        this.drawers = NO_DRAWERS;
    }

    /** For how many rows of a block room is best reserved. */
    static int rowsExpected(Block block) {
        return (block.to - block.from) / ROW_BYTES_USUAL + 16;
    }

    /** How many rows are kept. */
    final int size() {
        return size;
    }

    /** Where the rows of a drawer of persons begin. */
    final int from(int drawer) {
        return drawers.from(drawer);
    }

    /** Where the rows of a drawer of persons end, exclusive. */
    final int to(int drawer) {
        return drawers.to(drawer);
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
        while (true) {
            if (!readPlain(row)) {
                if (!row.next()) {
                    break;
                }
                read(row);
            }
            rowsRead++;
        }
        close(row);
    }

    /** Takes the next row the quick way, if there is one and it is plain enough. */
    boolean readPlain(Row row) {
        return false;
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
        int from = row.from(column);
        int length = row.to(column) - from;
        int used = textCount == 0 ? 0 : textEnds[textCount - 1];
        if (texts.length - used < length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, used + length));
        }
        System.arraycopy(row.bytes(), from, texts, used, length);
        textEnds[textCount++] = used + length;
    }

    /** Adds an empty text to the row kept last. */
    final void addNoText() {
        textEnds[textCount] = textCount == 0 ? 0 : textEnds[textCount - 1];
        textCount++;
    }

    /** Ends the filling: puts the rows into drawers, and gives back what was reserved for more of them. */
    private void close(Row row) {
        lineCount = row.line();
        drawers = new Drawers(size, this::drawerKey);
        int[] order = drawers.rows();
        arrangeTexts(order);
        lines = Drawers.arranged(lines, order);
        arrange(order);
    }

    private void arrangeTexts(int[] order) {
        byte[] arranged = new byte[textCount == 0 ? 0 : textEnds[textCount - 1]];
        int[] ends = new int[textCount];
        int used = 0;
        int count = 0;
        for (int row : order) {
            int from = textFrom(row, 0);
            int before = used - from;
            for (int i = 0; i < textsPerRow; i++) {
                ends[count++] = before + textTo(row, i);
            }
            int length = textTo(row, textsPerRow - 1) - from;
            System.arraycopy(texts, from, arranged, used, length);
            used += length;
        }
        texts = arranged;
        textEnds = ends;
    }

    /** What decides the drawer of a row: the key of its person, if it has one. */
    abstract long drawerKey(int row);

    /** Gives the columns of the kind room for so many rows. */
    abstract void resize(int rows);

    /** Puts the rows of the columns of the kind into this order. */
    abstract void arrange(int[] order);

    /**
     * A row that was not accepted.
     *
     * @param file the position of its file among all inputs, from 0
     * @param line the physical line at which the row starts; the header's is 1
     * @param recordNo the number of the record, or of the member in the register and in payment lists
     * @param detail what was found and what is allowed, in Chinese, without a whole identity number
     */
    record Reject(int file, long line, String recordNo, Reason reason, String detail) {}
}
