package org.huzhu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huzhu.kernel.Require;

/**
 * A table in plain text whose columns line up on a terminal, where a Chinese character is as wide as two Latin ones.
 *
 * <p>Texts stand on the left of their column, numbers on the right. Widths are counted in columns of a terminal.
 */
final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row, one cell for each column. */
    Table row(String... cells) {
        Require.that(
                cells.length == columns.size(),
                "A row has one cell for each of the %d columns, not %d: %s",
                columns.size(),
                cells.length,
                List.of(cells));
        rows.add(List.of(cells));
        return this;
    }

    /** The heading, a rule, and the rows; each line ends with a line feed and has no trailing blanks. */
    String text() {
        List<Integer> widths =
                IntStream.range(0, columns.size()).mapToObj(this::width).toList();
        StringBuilder text = new StringBuilder();
        line(text, widths, columns.stream().map(Column::heading).toList());
        line(text, widths, widths.stream().map("-"::repeat).toList());
        rows.forEach(cells -> line(text, widths, cells));
        return text.toString();
    }

    private int width(int column) {
        int heading = DisplayWidth.of(columns.get(column).heading());
        return rows.stream()
                .mapToInt(cells -> DisplayWidth.of(cells.get(column)))
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
    record Column(String heading, boolean right) {

        static Column text(String heading) {
            return new Column(heading, false);
        }

        static Column number(String heading) {
            return new Column(heading, true);
        }
    }
}
