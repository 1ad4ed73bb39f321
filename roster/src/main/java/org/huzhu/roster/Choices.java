package org.huzhu.roster;

import java.util.List;
import java.util.Map;

/**
 * The words that may stand in a column, such as the categories of a society.
 *
 * @param words by column; a column that is not named takes any
 */
public record Choices(Map<Column, List<String>> words) {

    public Choices {
        words = Map.copyOf(words);
    }

    /** Any word will do. */
    public static Choices any() {
        return new Choices(Map.of());
    }

    /** The words of a column; empty where any will do. */
    public List<String> of(Column column) {
        return words.getOrDefault(column, List.of());
    }
}
