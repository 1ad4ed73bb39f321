package org.huzhu.roster.table;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param number as the user sees it beside the row, from 1
 * @param cells from the first column on; what is beyond them is blank
 * @param hidden whether it is folded away or filtered out in the workbook
 */
public record TableRow(int number, List<Cell> cells, boolean hidden) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column, counted from 0. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }
}
