package org.huzhu.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huzhu.roster.table.Cell;
import org.huzhu.roster.table.TableRow;

/** Looks for the header among the first rows: titles may stand above it, and it may be two rows high. */
final class HeaderSearch {

    /** So many rows are looked at. */
    static final int ROWS = 10;

    private static final int KNOWN_MIN = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d{6,}");

    private final Mapping remembered;

    HeaderSearch(Mapping remembered) {
        this.remembered = remembered;
    }

    /** The header that knows most columns; of those that know as many the first, and one row rather than two. */
    Optional<Header> in(List<TableRow> rows) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), ROWS); i++) {
            headers.add(known(rows.get(i), texts(rows.get(i))));
        }
        for (int i = 0; i + 1 < Math.min(rows.size(), ROWS); i++) {
            if (!holdsNumbers(rows.get(i + 1))) {
                headers.add(two(rows.get(i), rows.get(i + 1)));
            }
        }
        return headers.stream()
                .filter(header -> header.places().size() >= KNOWN_MIN)
                .reduce((best, other) -> other.places().size() > best.places().size() ? other : best);
    }

    private static boolean holdsNumbers(TableRow row) {
        return row.cells().stream().anyMatch(cell -> NUMBER.matcher(cell.text()).find());
    }

    private static List<String> texts(TableRow row) {
        return row.cells().stream().map(cell -> cell.text().strip()).toList();
    }

    /** A name stands below, or above, or is put together of both; what spans several columns is told for the first. */
    private Header two(TableRow above, TableRow below) {
        List<String> texts = new ArrayList<>();
        String span = "";
        for (int place = 0; place < Math.max(above.cells().size(), below.cells().size()); place++) {
            Cell top = above.cell(place);
            String bottom = below.cell(place).text().strip();
            span = top.isBlank() ? bottom.isEmpty() ? "" : span : top.text().strip();
            texts.add(bottom.isEmpty() ? top.text().strip() : joined(span, bottom));
        }
        Header both = known(above, texts);
        return new Header(above.number(), below.number(), both.texts(), both.places());
    }

    private String joined(String span, String bottom) {
        return span.isEmpty()
                        || (columnOf(bottom).isPresent()
                                && columnOf(span + bottom).isEmpty())
                ? bottom
                : span + bottom;
    }

    private Header known(TableRow row, List<String> texts) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int place = 0; place < texts.size(); place++) {
            Optional<Column> column = remembered.of(texts.get(place));
            if (column.isPresent()) {
                places.putIfAbsent(column.get(), place);
            }
        }
        for (int place = 0; place < texts.size(); place++) {
            Optional<Column> column = Column.called(texts.get(place));
            if (column.isPresent() && !places.containsValue(place)) {
                places.putIfAbsent(column.get(), place);
            }
        }
        return new Header(row.number(), row.number(), texts, places);
    }

    private Optional<Column> columnOf(String text) {
        Optional<Column> column = remembered.of(text);
        return column.isPresent() ? column : Column.called(text);
    }
}
