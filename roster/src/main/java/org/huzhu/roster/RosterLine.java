package org.huzhu.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a roster.
 *
 * @param row as the user sees it
 * @param values what could be understood, in one form: a day as 2026-09-01, a sex as 男 or 女, a kind of paper by the
 *     name of its {@link PaperKind}, an identity number as eighteen signs; a cell that is wrong has none
 * @param cells all of the row as it stood, columns that we do not know among it
 * @param troubles in the order of the columns; none where the row can be taken in
 */
public record RosterLine(int row, Map<Column, String> values, List<String> cells, List<Trouble> troubles) {

    public RosterLine {
        values = Map.copyOf(values);
        cells = List.copyOf(cells);
        troubles = List.copyOf(troubles);
    }

    public Optional<String> value(Column column) {
        return Optional.ofNullable(values.get(column));
    }

    public boolean isWrong() {
        return !troubles.isEmpty();
    }

    /** The row and the kinds of its troubles: nothing that is somebody's. */
    @Override
    public String toString() {
        return "row " + row + " " + troubles.stream().map(Trouble::kind).toList();
    }
}
