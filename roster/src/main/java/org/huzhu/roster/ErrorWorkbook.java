package org.huzhu.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The roster goes back as a workbook: the handler's own columns as they were, all of them texts, wrong cells red, and
 * two columns that say what is wrong and what to do. Sent again, it is read as if these two were not there. Rows are
 * written as they come; nothing in it can become a formula.
 */
public final class ErrorWorkbook implements AutoCloseable {

    private static final int FLUSH_EVERY = 500;
    private static final int LAST_ROW = Worksheet.MAX_ROWS - 1;
    private static final String TEXT = "@";
    private static final String RED = "FFC7CE";
    private static final String GREY = "D9D9D9";
    private static final double WIDE = 60;
    private static final double USUAL = 20;

    private final Workbook book;
    private final Worksheet sheet;
    private final ErrorCells cells;
    private final Which which;
    private int row;

    /** Which rows go back. */
    public enum Which {
        WRONG_ROWS,
        ALL_ROWS
    }

    /** Begins a workbook; the stream is left open. */
    public ErrorWorkbook(OutputStream out, Header header, Which which) {
        this.book = new Workbook(out, "Huzhu", null);
        this.sheet = book.newWorksheet("名册");
        this.cells = new ErrorCells(header);
        this.which = which;
        List<String> titles = cells.header();
        for (int column = 0; column < titles.size(); column++) {
            sheet.width(column, column < cells.own() ? USUAL : WIDE);
            sheet.style(column).format(TEXT).set();
            put(column, titles.get(column), sheet.style(0, column).bold().fillColor(GREY));
        }
        sheet.freezePane(0, 1);
        this.row = 1;
    }

    /** Writes the line, if it is one of those that go back. */
    public void add(RosterLine line) throws IOException {
        if ((which == Which.WRONG_ROWS && !line.isWrong()) || row > LAST_ROW) {
            return;
        }
        List<String> texts = cells.of(line);
        List<Integer> wrong = cells.wrong(line);
        for (int column = 0; column < texts.size(); column++) {
            if (wrong.contains(column)) {
                put(column, texts.get(column), sheet.style(row, column).fillColor(RED));
            } else if (!texts.get(column).isEmpty()) {
                put(column, texts.get(column), sheet.style(row, column));
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void put(int column, String text, StyleSetter style) {
        sheet.inlineString(row, column, text);
        style.format(TEXT).set();
    }

    @Override
    public void close() throws IOException {
        sheet.setAutoFilter(0, 0, Math.max(row - 1, 1), cells.header().size() - 1);
        book.finish();
    }
}
