package org.huzhu.history.parquet;

/** A column: its name, what its values are, and whether some may be missing. */
public record Column(String name, ColumnType type, boolean isNullable) {

    /** A column of which no value is missing. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, false);
    }

    /** A column of which values may be missing. */
    public static Column nullable(String name, ColumnType type) {
        return new Column(name, type, true);
    }
}
