package org.huzhu.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.roster.table.Cell;
import org.huzhu.roster.table.Limits;
import org.huzhu.roster.table.RosterRefused;
import org.huzhu.roster.table.Rows;
import org.huzhu.roster.table.Sheet;
import org.huzhu.roster.table.TableRow;
import org.huzhu.roster.table.Workbook;

/** A table from outside that is no roster, such as a bank's list of what came in: a workbook, or separated text. */
public final class PlainTable {

    private static final long MEBIBYTE = 1 << 20;

    private PlainTable() {}

    /**
     * A row with something in it.
     *
     * @param number as the user sees it beside the row, from 1
     * @param cells from the first column on, each without blanks around it; what is beyond them is blank
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell of a column, counted from 0; the empty text where there is nothing in it. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** A file that cannot be read as a table; the place in it, in Chinese, is empty where it is all of it. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String place;

        Unreadable(RosterRefused cause) {
            super("Unreadable: " + cause.reason(), cause);
            this.place = cause.place();
        }

        public String place() {
            return place;
        }
    }

    /**
     * The rows of the first sheet that can be seen.
     *
     * @param fileMebibytes how large the file may be
     * @param rowsMax how many rows it may have
     * @throws Unreadable if it is no table, or larger than that
     */
    public static List<Row> read(Path file, int fileMebibytes, int rowsMax) {
        Limits usual = Limits.usual();
        Limits limits = new Limits(
                fileMebibytes * MEBIBYTE,
                fileMebibytes * MEBIBYTE * usual.ratio() / 2,
                usual.ratio(),
                rowsMax,
                usual.columns(),
                usual.cellSigns());
        try (Workbook book = Workbook.open(file, limits)) {
            Optional<Sheet> sheet =
                    book.sheets().stream().filter(Sheet::visible).findFirst();
            return sheet.isPresent() ? rows(book, sheet.get()) : List.of();
        } catch (RosterRefused e) {
            throw new Unreadable(e);
        }
    }

    private static List<Row> rows(Workbook book, Sheet sheet) {
        List<Row> all = new ArrayList<>();
        try (Rows rows = book.rows(sheet)) {
            for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(new Row(
                        row.get().number(),
                        row.get().cells().stream()
                                .map(Cell::text)
                                .map(String::strip)
                                .toList()));
            }
        }
        return all;
    }
}
