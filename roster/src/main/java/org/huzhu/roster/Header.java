package org.huzhu.roster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of a roster.
 *
 * @param firstRow and {@code lastRow} where it stands, as the user sees the rows; two rows where names stand in two
 * @param texts of its cells from the first column on; empty where a column has no name
 * @param places of the columns that we know, from 0
 */
public record Header(int firstRow, int lastRow, List<String> texts, Map<Column, Integer> places) {

    /** Our own columns in a workbook that was sent back. */
    static final Set<String> OF_ERRORS = Set.of("问题", "怎么改");

    public Header {
        texts = List.copyOf(texts);
        places = Map.copyOf(places);
    }

    /** What is to be remembered for the next file of this unit. */
    public Mapping mapping() {
        Map<String, Column> columns = new HashMap<>();
        places.forEach((column, place) -> columns.put(texts.get(place), column));
        return new Mapping(columns);
    }

    /** The columns that we do not know, by their place: they are carried along. */
    public Map<Integer, String> unknown() {
        Map<Integer, String> unknown = new LinkedHashMap<>();
        for (int place = 0; place < texts.size(); place++) {
            if (!texts.get(place).isEmpty() && !places.containsValue(place) && !isOfErrors(place)) {
                unknown.put(place, texts.get(place));
            }
        }
        return unknown;
    }

    /** Whether the column is one that we added when we sent the workbook back. */
    boolean isOfErrors(int place) {
        return place < texts.size() && OF_ERRORS.contains(texts.get(place));
    }
}
