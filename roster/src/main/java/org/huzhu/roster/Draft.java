package org.huzhu.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huzhu.kernel.IdNumber;
import org.huzhu.roster.table.Cell;
import org.huzhu.roster.table.TableRow;

/** A line of a roster while it is read. */
final class Draft {

    private static final int SHOWN_MAX = 40;

    /** What may be somebody's number, wherever it stands. */
    private static final Pattern NUMBER = Pattern.compile("\\d{11,}[Xx]?");

    private final TableRow row;
    private final Header header;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final List<Trouble> troubles = new ArrayList<>(0);

    Draft(TableRow row, Header header) {
        this.row = row;
        this.header = header;
    }

    Cell cell(Column column) {
        Integer place = header.places().get(column);
        return place == null ? Cell.BLANK : row.cell(place);
    }

    void put(Column column, String value) {
        values.put(column, value);
    }

    void trouble(Column column, TroubleKind kind, String wrong, String remedy) {
        troubles.add(new Trouble(column, kind, shown(column), wrong, remedy));
    }

    private String shown(Column column) {
        String text = cell(column).text().strip();
        if (column.isSecret() || IdNumber.find(Fold.number(text)).isPresent()) {
            return IdNumber.masked(Fold.number(text));
        }
        return shortened(NUMBER.matcher(text).replaceAll(found -> IdNumber.masked(found.group())));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_MAX)) + "…";
    }

    RosterLine line() {
        troubles.sort(Comparator.comparing(Trouble::column));
        return new RosterLine(
                row.number(), values, row.cells().stream().map(Cell::text).toList(), troubles);
    }
}
