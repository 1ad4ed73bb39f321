package org.huzhu.history;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.huzhu.columns.Day;
import org.huzhu.history.parquet.ColumnType;

/**
 * How much of what a store holds.
 *
 * @param years for each table whose rows have a day, how many rows there are of each year: of the day of an event or
 *     payment, or of the first day of a coverage period
 * @param plans how many coverage periods there are of each plan, by its short name
 * @param agencies how many members each agency has, by its name
 */
public record Summary(
        Map<Table, SortedMap<Integer, Long>> years, SortedMap<String, Long> plans, SortedMap<String, Long> agencies) {

    private static final int YEARS = 10_000;

    static Summary read(History history, Storage storage) throws IOException {
        Map<Table, long[]> years = new EnumMap<>(Table.class);
        long[] plans = new long[history.words().end()];
        long[] agencies = new long[history.words().end()];
        try (Room room = new Room(history.words().end())) {
            for (int part = 0; part < history.parts(); part++) {
                for (Table table : Table.values()) {
                    try (TableReader file = new TableReader(storage, table, part, room)) {
                        switch (table) {
                            case MEMBERS -> count(file, "agency_word", agencies);
                            case TERMS -> count(file, "plan_word", plans);
                            default -> {}
                        }
                        countYears(file, table, years);
                    }
                }
            }
        }
        SortedMap<Table, SortedMap<Integer, Long>> byYear = new TreeMap<>();
        years.forEach((table, counts) -> byYear.put(table, counted(counts, year -> year)));
        return new Summary(
                Collections.unmodifiableMap(byYear),
                counted(plans, history.words()::word),
                counted(agencies, history.words()::word));
    }

    /** The first column of days in a table is the one that counts; members have been born in no year of the store. */
    private static void countYears(TableReader file, Table table, Map<Table, long[]> years) throws IOException {
        if (table == Table.MEMBERS) {
            return;
        }
        Field day = table.fields().stream()
                .filter(field -> field.column().type() == ColumnType.DATE)
                .findFirst()
                .orElseThrow();
        long[] counts = years.computeIfAbsent(table, unused -> new long[YEARS]);
        int[] days = file.lent(day.name());
        for (int i = 0; i < file.rows(); i++) {
            int year = Day.year(days[i]);
            if (year < 0 || year >= YEARS) {
                throw file.refused(day.name(), i, "是公元 " + year + " 年的日子");
            }
            counts[year]++;
        }
    }

    private static void count(TableReader file, String column, long[] counts) throws IOException {
        int[] numbers = file.lent(column);
        for (int i = 0; i < file.rows(); i++) {
            counts[numbers[i]]++;
        }
    }

    private static <T> SortedMap<T, Long> counted(long[] counts, IntFunction<T> names) {
        SortedMap<T, Long> counted = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                counted.put(names.apply(i), counts[i]);
            }
        }
        return Collections.unmodifiableSortedMap(counted);
    }
}
