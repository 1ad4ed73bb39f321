package org.huzhu.history;

import java.util.Map;
import org.huzhu.columns.Part;

/**
 * What a store says of itself.
 *
 * @param version of the format, see {@link #VERSION}
 * @param members how many there are, in so many {@code parts}
 * @param rows of each table
 * @param firstYear the year of the first event or payment; zero where there is none, like {@code lastYear}
 * @param madeBy what made the store, in words
 */
public record Manifest(
        int version, long members, int parts, Map<Table, Long> rows, int firstYear, int lastYear, String madeBy) {

    /** The version of the format that is written, and the only one that is read. */
    public static final int VERSION = 1;

    static final String FILE = "manifest.json";

    public Manifest {
        rows = Map.copyOf(rows);
    }

    /** How many events there are, of all kinds. */
    public long events() {
        return rows.entrySet().stream()
                .filter(each -> each.getKey().kind().isPresent())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many rows the table has. */
    public long rows(Table table) {
        return rows.getOrDefault(table, 0L);
    }

    /** How many members a part has. */
    public int members(int part) {
        return (int) Math.min(Part.MEMBERS, members - (long) part * Part.MEMBERS);
    }
}
