package org.huzhu.history;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.huzhu.columns.FactAssembly;
import org.huzhu.columns.Part;
import org.huzhu.history.parquet.ByteSource;
import org.huzhu.history.parquet.ParquetReader;
import org.jspecify.annotations.Nullable;

/** Reads the file of a table for one part, column by column in any order. */
final class TableReader implements AutoCloseable {

    private final Table table;
    private final int first;
    private final Room room;
    private final String name;
    private final ParquetReader file;

    TableReader(Storage storage, Table table, int part, Room room) throws IOException {
        this.table = table;
        first = part * Part.MEMBERS;
        this.room = room;
        ByteSource source;
        try {
            source = storage.open(table.file(part));
        } catch (NoSuchFileException e) {
            throw new HistoryRefused("历史库 " + storage.name() + " 缺少文件 " + table.file(part) + HistoryRefused.REMEDY, e);
        }
        name = source.name();
        file = ParquetReader.open(source, room.workspace());
    }

    int rows() {
        return file.rows();
    }

    /** The column in an array of its own. */
    int[] ints(String column) throws IOException {
        return read(column, new int[rows()]);
    }

    /** The column at the beginning of an array that will be used again for the same column of the next part. */
    int[] lent(String column) throws IOException {
        return read(column, room.ints(table, column, rows()));
    }

    /** The members of the rows, numbered within the part; lent. */
    int[] members() throws IOException {
        int[] members = lent("member");
        for (int i = 0; i < rows(); i++) {
            members[i] -= first;
        }
        return members;
    }

    private int[] read(String column, int[] into) throws IOException {
        Field field = table.field(column);
        file.ints(field.column(), into, 0, (int) field.none());
        if (field.end() != Field.ANY) {
            requireBelow(column, into, field.end() == Field.WORDS ? room.wordsEnd() : field.end());
        }
        return into;
    }

    private void requireBelow(String column, int[] values, int end) {
        for (int i = 0; i < rows(); i++) {
            if (values[i] < 0 || values[i] >= end) {
                throw refused(column, i, "是 " + values[i] + "，应从 0 到 " + (end - 1));
            }
        }
    }

    long[] longs(String column) throws IOException {
        long[] into = new long[rows()];
        longs(column, into, 0);
        return into;
    }

    /** Reads the column into an array, from a place on. */
    void longs(String column, long[] into, int at) throws IOException {
        Field field = table.field(column);
        file.longs(field.column(), into, at, field.none());
    }

    /** The column of texts, null where there is none. */
    @Nullable String[] texts(String column) throws IOException {
        return file.texts(table.field(column).column());
    }

    /** Refuses the row that did not fit. */
    void requireFit(String column, int row, String wanted) {
        if (row != FactAssembly.FITS) {
            throw refused(column, row, wanted);
        }
    }

    HistoryRefused refused(String column, int row, String what) {
        return HistoryRefused.of(name, column, "第 " + (row + 1) + " 行" + what);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
