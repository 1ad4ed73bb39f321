package org.huzhu.roster.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.roster.table.RosterRefused.Reason;

/**
 * The rows of a separated text (RFC 4180, and what people make of it). Rows are numbered as a spreadsheet would show
 * them: a cell of several lines is still one row.
 */
final class CsvRows implements Rows {

    private static final int END = -1;

    private final BufferedReader in;
    private final char separator;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int filled;
    private int sign;

    CsvRows(Reader in, char separator, Limits limits) throws IOException {
        this.in = new BufferedReader(in, 1 << 15);
        this.separator = separator;
        this.limits = limits;
        this.sign = this.in.read();
    }

    @Override
    public Optional<TableRow> next() {
        return Guard.reading(this::nextRow);
    }

    private Optional<TableRow> nextRow() throws IOException {
        while (sign != END) {
            row++;
            List<Cell> cells = cells();
            boolean isHint = row == 1 && cells.size() <= 2 && text("sep=", cells) && sign != END;
            if (!cells.isEmpty() && !isHint) {
                filled++;
                if (filled > limits.rows()) {
                    throw new RosterRefused(
                            Reason.TOO_MANY_ROWS, place(), "有内容的行超过 %,d 行".formatted(limits.rows()), "请分成几个文件上传");
                }
                return Optional.of(new TableRow(row, cells, false));
            }
        }
        return Optional.empty();
    }

    private static boolean text(String wanted, List<Cell> cells) {
        return !cells.isEmpty() && cells.getFirst().text().equals(wanted);
    }

    /** The cells up to the end of the row, without the blank ones at its end. */
    private List<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; ; column++) {
            Cell cell = cell();
            if (!cell.isBlank()) {
                requireColumn(column);
                while (cells.size() < column) {
                    cells.add(Cell.BLANK);
                }
                cells.add(cell);
            }
            if (sign != separator) {
                endRow();
                return cells;
            }
            sign = in.read();
        }
    }

    private void requireColumn(int column) {
        if (column >= limits.columns()) {
            throw new RosterRefused(
                    Reason.TOO_MANY_COLUMNS,
                    place(),
                    "第 %d 列还有内容，最多可以有 %d 列".formatted(column + 1, limits.columns()),
                    "请删去名册以外的列；也请检查这一行的引号和分隔符");
        }
    }

    private void endRow() throws IOException {
        if (sign == '\r') {
            sign = in.read();
            if (sign != '\n') {
                return; // an end of line as the old Macintosh wrote it
            }
        }
        if (sign == '\n') {
            sign = in.read();
        }
    }

    private Cell cell() throws IOException {
        text.setLength(0);
        if (sign == '"') {
            addQuoted();
        }
        while (sign != separator && sign != '\n' && sign != '\r' && sign != END) {
            add();
        }
        return text.isEmpty() ? Cell.BLANK : Cell.text(text.toString());
    }

    private void addQuoted() throws IOException {
        int from = row;
        sign = in.read();
        while (true) {
            if (sign == END) {
                throw Guard.damaged("第 " + from + " 行", "有一个引号没有成对，后面的内容都落进了一格");
            }
            if (sign == '"') {
                sign = in.read();
                if (sign != '"') {
                    return;
                }
            }
            add();
        }
    }

    private void add() throws IOException {
        text.append((char) sign);
        if (text.length() > limits.cellSigns()) {
            throw XmlPart.tooLong(place(), limits.cellSigns());
        }
        sign = in.read();
    }

    private String place() {
        return "第 " + row + " 行";
    }

    @Override
    public void close() {
        Guard.reading(() -> {
            in.close();
            return 0;
        });
    }
}
