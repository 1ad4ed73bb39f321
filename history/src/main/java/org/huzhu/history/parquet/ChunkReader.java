package org.huzhu.history.parquet;

import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.huzhu.history.parquet.Footer.Chunk;

/** Reads the values of one column, page by page. */
final class ChunkReader {

    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;
    private static final Map<Integer, String> OTHER_ENCODINGS = Map.of(
            RLE,
            "RLE",
            4,
            "BIT_PACKED",
            5,
            "DELTA_BINARY_PACKED",
            6,
            "DELTA_LENGTH_BYTE_ARRAY",
            7,
            "DELTA_BYTE_ARRAY",
            9,
            "BYTE_STREAM_SPLIT");

    private final ByteSource source;
    private final Workspace workspace;
    private final Column column;
    private final boolean hasLevels;
    private final Target target;

    /**
     * Reads from a source into a target.
     *
     * @param column what is wanted
     * @param hasLevels whether the file keeps for each row whether it has a value
     */
    ChunkReader(ByteSource source, Workspace workspace, Column column, boolean hasLevels, Target target) {
        this.source = source;
        this.workspace = workspace;
        this.column = column;
        this.hasLevels = hasLevels;
        this.target = target;
    }

    /** Reads the chunk, whose first row goes to the given one. */
    void read(Chunk chunk, int at) throws IOException {
        Codec codec = Codec.of(chunk.codec(), source.name(), column.name());
        byte[] bytes = workspace.packed(Math.addExact(chunk.length(), Runs.SPARE));
        source.read(chunk.position(), bytes, chunk.length());
        ThriftIn in = new ThriftIn(bytes, 0, chunk.length());
        int row = 0;
        try {
            while (row < chunk.values()) {
                Struct header = in.struct();
                int from = in.at();
                in.skip(header.count(3));
                check(in.at() <= chunk.length());
                Page page = Page.unpack(header, bytes, from, codec, workspace);
                row += read(page, at + row, chunk.values() - row);
            }
        } catch (IndexOutOfBoundsException
                | BufferUnderflowException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | ArithmeticException
                | ZstdException e) {
            throw ParquetRefused.of(source.name(), column.name(), "已损坏，坏在第 " + (at + row + 1) + " 行起的一页", e);
        }
    }

    /** Reads a page, and answers how many rows it has. */
    private int read(Page page, int at, int left) {
        return switch (page.header().count(1)) {
            case Page.DICTIONARY -> dictionary(page, page.header().struct(7));
            case Page.DATA -> data(page, page.header().struct(5), at, left);
            case Page.DATA_V2 -> dataV2(page, page.header().struct(8), at, left);
            case Page.INDEX -> 0;
            default ->
                throw new IllegalStateException(
                        "There is no page of kind " + page.header().count(1));
        };
    }

    private int dictionary(Page page, Struct header) {
        int encoding = header.count(2);
        if (encoding != PLAIN && encoding != PLAIN_DICTIONARY) {
            throw unknown(encoding);
        }
        target.dictionary(page.bytes(), page.from(), page.end(), header.count(1));
        return 0;
    }

    private int data(Page page, Struct header, int at, int left) {
        int rows = rows(header, left);
        int encoding = header.count(2);
        if (!hasLevels) {
            values(page, page.from(), encoding, at, rows);
            return rows;
        }
        if (header.count(3) != RLE) {
            throw unknown(header.count(3));
        }
        int from = page.from() + Integer.BYTES;
        int length = ByteBuffer.wrap(page.bytes(), page.from(), page.end() - page.from())
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        check(length >= 0 && length <= page.end() - from);
        present(page, from, from + length, encoding, at, rows);
        return rows;
    }

    private int dataV2(Page page, Struct header, int at, int left) {
        int rows = rows(header, left);
        int encoding = header.count(4);
        int from = page.from() + page.levels();
        if (hasLevels) {
            present(page, page.from(), from, encoding, at, rows);
        } else {
            values(page, from, encoding, at, rows);
        }
        return rows;
    }

    private static int rows(Struct header, int left) {
        int rows = header.count(1);
        check(rows <= left);
        return rows;
    }

    /** Reads which rows have a value, and then the values, which stand behind that. */
    private void present(Page page, int levelsFrom, int levelsTo, int encoding, int at, int rows) {
        boolean[] isPresent = workspace.presence(rows);
        int present = new Runs(page.bytes(), levelsFrom, levelsTo).presence(isPresent, rows);
        if (present < rows && !column.isNullable()) {
            throw ParquetRefused.of(source.name(), column.name(), "在第 " + (at + 1) + " 行起的一页里有空格，这一列不许空");
        }
        values(page, levelsTo, encoding, at, present);
        if (present < rows) {
            target.spread(isPresent, at, rows, present);
        }
    }

    private void values(Page page, int from, int encoding, int at, int count) {
        if (count == 0) {
            return;
        }
        switch (encoding) {
            case PLAIN -> target.plain(page.bytes(), from, page.end(), at, count);
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                int[] indices = workspace.indices(count);
                check(from < page.end());
                new Runs(page.bytes(), from + 1, page.end()).numbers(page.bytes()[from], indices, count);
                target.look(indices, at, count);
            }
            default -> throw unknown(encoding);
        }
    }

    private ParquetRefused unknown(int encoding) {
        String name = OTHER_ENCODINGS.getOrDefault(encoding, "编号 " + encoding);
        return ParquetRefused.of(source.name(), column.name(), "用 " + name + " 编码，这里只读 PLAIN 和字典编码");
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("A page does not lie within its bounds");
        }
    }
}
