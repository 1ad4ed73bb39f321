package org.huzhu.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a unit's own headers mean, as it was settled last time; to be kept and given again.
 *
 * @param columns by the text of the header
 */
public record Mapping(Map<String, Column> columns) {

    public Mapping {
        columns = Map.copyOf(columns);
    }

    /** Nothing is remembered. */
    public static Mapping none() {
        return new Mapping(Map.of());
    }

    /** This mapping, and where it says nothing the other. */
    Mapping before(Mapping other) {
        Map<String, Column> all = new LinkedHashMap<>(other.columns);
        all.putAll(columns);
        return new Mapping(all);
    }

    /** What is remembered of a header, in whatever way its blanks and marks are written now. */
    Optional<Column> of(String header) {
        Column exact = columns.get(header);
        if (exact != null) {
            return Optional.of(exact);
        }
        String word = Column.word(header);
        return columns.entrySet().stream()
                .filter(each -> !word.isEmpty() && Column.word(each.getKey()).equals(word))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
