package org.huzhu.roster.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook of titles and rows; the stream is left open. Where a sheet is full, the rows go on in another with
 * the same titles.
 */
public final class XlsxOut implements TableOut {

    private static final int FLUSH_EVERY = 500;
    private static final String GREY = "D9D9D9";
    private static final String SUM = "#,##0.00";
    private static final double WIDTH = 18;

    private final Workbook book;
    private final String name;
    private final List<String> titles;
    private final int rowsMax;
    private Worksheet sheet;
    private int sheets;
    private int row;

    public XlsxOut(OutputStream out, String name, List<String> titles) throws IOException {
        this(out, name, titles, Worksheet.MAX_ROWS);
    }

    /**
     * The same, with smaller sheets.
     *
     * @param rowsMax of a sheet, its titles included
     */
    XlsxOut(OutputStream out, String name, List<String> titles, int rowsMax) throws IOException {
        this.book = new Workbook(out, "Huzhu", null);
        this.name = name;
        this.titles = List.copyOf(titles);
        this.rowsMax = rowsMax;
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet begun = book.newWorksheet(sheets == 1 ? name : name + sheets);
        for (int column = 0; column < titles.size(); column++) {
            begun.width(column, WIDTH);
            begun.inlineString(0, column, titles.get(column));
            begun.style(0, column).bold().fillColor(GREY).set();
        }
        begun.freezePane(0, 1);
        row = 1;
        return begun;
    }

    @Override
    public void write(List<?> cells) throws IOException {
        if (row == rowsMax) {
            sheet.finish();
            sheet = begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
            if (number instanceof BigDecimal) {
                sheet.style(row, column).format(SUM).set();
            }
        } else if (!cell.toString().isEmpty()) {
            sheet.inlineString(row, column, cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
