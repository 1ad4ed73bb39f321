package org.huzhu.history.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.history.parquet.ChunkWriter.Written;
import org.huzhu.kernel.Require;
import org.jspecify.annotations.Nullable;

/**
 * Writes a flat Parquet file, column by column, from arrays: one group of rows, pages of version 1 packed with
 * Zstandard, each with a sum over its bytes. The file is whole once {@link #finish} has returned.
 */
public final class ParquetWriter implements AutoCloseable {

    private static final int ZSTD = 6;
    private static final int UTF8 = 0;
    private static final int DATE = 6;
    private static final int OPTIONAL = 1;
    private static final int REQUIRED = 0;

    private final ChunkWriter chunks;
    private final int rows;
    private final String madeBy;
    private final List<Written> written = new ArrayList<>();

    /** Begins a file of so many rows; the stream is closed with the writer. */
    public ParquetWriter(OutputStream out, int rows, String madeBy) throws IOException {
        chunks = new ChunkWriter(out);
        this.rows = rows;
        this.madeBy = madeBy;
        chunks.bytes(Footer.MAGIC);
    }

    /** Writes the next column, of INT32 or DATE; {@code none} stands for no value where the column is nullable. */
    public void ints(Column column, int[] values, int none) throws IOException {
        require(column, values.length, ColumnType.INT32, ColumnType.DATE);
        written.add(chunks.column(column, new Values.OfInts(values, column.isNullable(), none)));
    }

    /** Writes the next column, of INT64. */
    public void longs(Column column, long[] values, long none) throws IOException {
        require(column, values.length, ColumnType.INT64);
        written.add(chunks.column(column, new Values.OfLongs(values, column.isNullable(), none)));
    }

    /** Writes the next column, of texts; null where there is none. */
    public void texts(Column column, @Nullable String[] values) throws IOException {
        require(column, values.length, ColumnType.STRING);
        written.add(chunks.column(column, new Values.OfTexts(values)));
    }

    private void require(Column column, int values, ColumnType... types) {
        Require.that(values == rows, "Column %s has %d rows, the file has %d", column.name(), values, rows);
        Require.that(List.of(types).contains(column.type()), "Column %s is no %s", column.name(), types[0]);
    }

    /** Writes what stands at the end. */
    public void finish() throws IOException {
        byte[] footer = footer();
        chunks.bytes(footer);
        chunks.bytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        chunks.bytes(Footer.MAGIC);
    }

    private byte[] footer() {
        ThriftOut out = new ThriftOut().begin().int32(1, 1);
        out.list(2, written.size() + 1, ThriftOut.STRUCT);
        out.begin().text(4, "history").int32(5, written.size()).end();
        written.forEach(each -> schema(out, each.column()));
        out.int64(3, rows);
        groups(out);
        out.text(6, madeBy);
        // The order of columns: without it nobody may trust the bounds.
        out.list(7, written.size(), ThriftOut.STRUCT);
        written.forEach(each -> out.begin().begin(1).end().end());
        return out.end().toBytes();
    }

    private static void schema(ThriftOut out, Column column) {
        out.begin()
                .int32(1, column.type().physical)
                .int32(3, column.isNullable() ? OPTIONAL : REQUIRED)
                .text(4, column.name());
        if (column.type() == ColumnType.DATE) {
            out.int32(6, DATE).begin(10).begin(6).end().end();
        } else if (column.type() == ColumnType.STRING) {
            out.int32(6, UTF8).begin(10).begin(1).end().end();
        }
        out.end();
    }

    private void groups(ThriftOut out) {
        if (rows == 0) {
            out.list(4, 0, ThriftOut.STRUCT);
            return;
        }
        out.list(4, 1, ThriftOut.STRUCT).begin().list(1, written.size(), ThriftOut.STRUCT);
        written.forEach(each -> chunk(out, each));
        out.int64(2, written.stream().mapToLong(Written::raw).sum());
        out.int64(3, rows);
        out.int64(5, Footer.MAGIC.length);
        out.int64(6, written.stream().mapToLong(Written::packed).sum()).end();
    }

    private void chunk(ThriftOut out, Written of) {
        out.begin().int64(2, 0).begin(3).int32(1, of.column().type().physical);
        boolean hasWords = of.dictionary() > 0;
        out.list(2, hasWords ? 3 : 2, ThriftOut.INT32)
                .element(ChunkWriter.PLAIN)
                .element(ChunkWriter.RLE);
        if (hasWords) {
            out.element(ChunkWriter.RLE_DICTIONARY);
        }
        out.list(3, 1, ThriftOut.BINARY).text(of.column().name());
        out.int32(4, ZSTD).int64(5, rows).int64(6, of.raw()).int64(7, of.packed());
        out.int64(9, of.data());
        if (hasWords) {
            out.int64(11, of.dictionary());
        }
        out.begin(12).int64(3, of.missing());
        if (of.bounds().isPresent()) {
            out.binary(5, of.bounds().get()[1]).binary(6, of.bounds().get()[0]);
        }
        out.end().end().end();
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }
}
