package org.huzhu.history.parquet;

/** What the values of a column are. */
public enum ColumnType {
    INT32(1),
    INT64(2),
    /** Days since 1970-01-01, as INT32. */
    DATE(1),
    /** Text in UTF-8. */
    STRING(6);

    /** The number of the physical type in the format. */
    final int physical;

    ColumnType(int physical) {
        this.physical = physical;
    }
}
