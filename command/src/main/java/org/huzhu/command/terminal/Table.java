package org.huzhu.command.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.kernel.Require;

/**
 * A table in plain text whose columns line up on a terminal, where a Chinese character is as wide as two Latin ones.
 *
 * <p>Texts stand on the left of their column, numbers on the right. Widths are counted in columns of a terminal. A long
 * text is carried on below, in its column.
 */
public final class Table {

    private static final String GAP = "  ";
    private static final int COLUMN_MAX = 44;

    private final List<Column> columns;
    /** For each row of the table the lines of each cell. */
    private final List<List<List<String>>> rows = new ArrayList<>();

    /** Makes a table without rows. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row, one cell for each column. */
    public Table row(String... cells) {
        Require.that(
                cells.length == columns.size(),
                "A row has one cell for each of the %d columns, not %d: %s",
                columns.size(),
                cells.length,
                List.of(cells));
        rows.add(Stream.of(cells).map(cell -> Wrap.lines(cell, COLUMN_MAX)).toList());
        return this;
    }

    /** The heading, a rule, and the rows; each line ends with a line feed and has no trailing blanks. */
    public String text() {
        List<Integer> widths =
                IntStream.range(0, columns.size()).mapToObj(this::width).toList();
        StringBuilder text = new StringBuilder();
        line(text, widths, columns.stream().map(Column::heading).toList());
        line(text, widths, widths.stream().map("-"::repeat).toList());
        for (List<List<String>> cells : rows) {
            int lines = cells.stream().mapToInt(List::size).reduce(1, Math::max);
            for (int i = 0; i < lines; i++) {
                int at = i;
                line(
                        text,
                        widths,
                        cells.stream()
                                .map(cell -> at < cell.size() ? cell.get(at) : "")
                                .toList());
            }
        }
        return text.toString();
    }

    private int width(int column) {
        int heading = DisplayWidth.of(columns.get(column).heading());
        return rows.stream()
                .flatMap(cells -> cells.get(column).stream())
                .mapToInt(DisplayWidth::of)
                .reduce(heading, Math::max);
    }

    private void line(StringBuilder text, List<Integer> widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String blanks = " ".repeat(widths.get(i) - DisplayWidth.of(cell));
            line.append(i == 0 ? "" : GAP).append(columns.get(i).right() ? blanks + cell : cell + blanks);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /**
     * One column of a table.
     *
     * @param right whether its cells stand on the right
     */
    public record Column(String heading, boolean right) {

        /** A column of texts, which stand on the left. */
        public static Column text(String heading) {
            return new Column(heading, false);
        }

        /** A column of numbers, which stand on the right. */
        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }
}
