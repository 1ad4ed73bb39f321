package org.huzhu.history;

import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Terms;
import org.huzhu.history.parquet.Column;
import org.huzhu.history.parquet.ColumnType;

/**
 * A column of a table of the store.
 *
 * @param none what stands for a missing value in the columns of the facts
 * @param end all values are from 0 to below this; see {@link #ANY} and {@link #WORDS}
 */
record Field(Column column, long none, int end) {

    /** Any number is a value. */
    static final int ANY = 0;

    /** The values are numbers of words of the store. */
    static final int WORDS = -1;

    static Field number(String name) {
        return new Field(Column.of(name, ColumnType.INT32), 0, ANY);
    }

    /** The ordinal of one of these constants. */
    static Field constant(String name, Enum<?>[] constants) {
        return new Field(Column.of(name, ColumnType.INT32), 0, constants.length);
    }

    static Field word(String name) {
        return new Field(Column.of(name, ColumnType.INT32), 0, WORDS);
    }

    static Field day(String name) {
        return new Field(Column.of(name, ColumnType.DATE), 0, ANY);
    }

    static Field dayOrNone(String name) {
        return new Field(Column.nullable(name, ColumnType.DATE), Day.NONE, ANY);
    }

    static Field dayOrEnd(String name) {
        return new Field(Column.nullable(name, ColumnType.DATE), Day.END, ANY);
    }

    /** The rank of another event of the same member. */
    static Field eventOrNone(String name) {
        return new Field(Column.nullable(name, ColumnType.INT32), FactColumns.NO_EVENT, ANY);
    }

    static Field large(String name) {
        return new Field(Column.of(name, ColumnType.INT64), 0, ANY);
    }

    static Field costOrNone(String name) {
        return new Field(Column.nullable(name, ColumnType.INT64), Bills.UNKNOWN, ANY);
    }

    static Field contributionOrNone(String name) {
        return new Field(Column.nullable(name, ColumnType.INT64), Terms.UNKNOWN, ANY);
    }

    static Field textOrNone(String name) {
        return new Field(Column.nullable(name, ColumnType.STRING), 0, ANY);
    }

    static Field text(String name) {
        return new Field(Column.of(name, ColumnType.STRING), 0, ANY);
    }

    String name() {
        return column.name();
    }
}
