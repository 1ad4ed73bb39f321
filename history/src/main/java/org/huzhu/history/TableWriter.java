package org.huzhu.history;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.huzhu.history.parquet.Column;
import org.huzhu.history.parquet.ParquetWriter;
import org.jspecify.annotations.Nullable;

/** Writes the file of a table for one part, column by column in the order of the table. */
final class TableWriter implements AutoCloseable {

    private static final String MADE_BY = "huzhu version " + Manifest.VERSION + " (build history)";

    private final ParquetWriter file;
    private final int rows;
    private final Iterator<Field> fields;

    TableWriter(Table table, OutputStream out, int rows) throws IOException {
        this(table.fields(), out, rows);
    }

    TableWriter(Iterable<Field> fields, OutputStream out, int rows) throws IOException {
        file = new ParquetWriter(out, rows, MADE_BY);
        this.rows = rows;
        this.fields = fields.iterator();
    }

    /** Writes the next column, whose name is given again to be safe, from what it has in each row. */
    TableWriter ints(String name, IntUnaryOperator of) throws IOException {
        Field field = next(name);
        int[] values = new int[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = of.applyAsInt(i);
        }
        file.ints(field.column(), values, (int) field.none());
        return this;
    }

    TableWriter longs(String name, IntToLongFunction of) throws IOException {
        Field field = next(name);
        long[] values = new long[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = of.applyAsLong(i);
        }
        file.longs(field.column(), values, field.none());
        return this;
    }

    TableWriter texts(String name, IntFunction<@Nullable String> of) throws IOException {
        Column column = next(name).column();
        @Nullable String[] values = new String[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = of.apply(i);
        }
        file.texts(column, values);
        return this;
    }

    private Field next(String name) {
        if (!fields.hasNext()) {
            throw new IllegalStateException("There is no column " + name + " any more");
        }
        Field field = fields.next();
        if (!field.name().equals(name)) {
            throw new IllegalStateException("The next column is " + field.name() + ", not " + name);
        }
        return field;
    }

    void finish() throws IOException {
        if (fields.hasNext()) {
            throw new IllegalStateException("The column " + fields.next().name() + " is missing");
        }
        file.finish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
