package org.huzhu.history.parquet;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.history.parquet.Footer.Group;
import org.huzhu.history.parquet.Footer.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flat Parquet file, column by column, into arrays. Whatever is wrong with the file ends in a
 * {@link ParquetRefused} that names file and column; the arrays are then of no use.
 */
public final class ParquetReader implements AutoCloseable {

    private final ByteSource source;
    private final Workspace workspace;
    private final Footer footer;

    private ParquetReader(ByteSource source, Workspace workspace) throws IOException {
        this.source = source;
        this.workspace = workspace;
        footer = Footer.read(source);
        Set<String> names = new HashSet<>();
        for (Leaf leaf : footer.leaves()) {
            if (!names.add(leaf.name())) {
                throw ParquetRefused.of(source.name(), leaf.name(), "出现了两次");
            }
        }
    }

    /** Opens a file, which is closed with the reader; the workspace is not. */
    public static ParquetReader open(ByteSource source, Workspace workspace) throws IOException {
        try {
            return new ParquetReader(source, workspace);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    public int rows() {
        return footer.rows();
    }

    public boolean has(String column) {
        return footer.leaves().stream().anyMatch(leaf -> leaf.name().equals(column));
    }

    /** Reads all rows of a column of INT32 or DATE, from a place of the array on. */
    public void ints(Column column, int[] into, int at, int none) throws IOException {
        read(column, new Target.OfInts(into, none), at);
    }

    /** Reads all rows of a column of INT64, from a place of the array on. */
    public void longs(Column column, long[] into, int at, long none) throws IOException {
        read(column, new Target.OfLongs(into, none), at);
    }

    /** Reads all rows of a column of texts; null where there is none. */
    public @Nullable String[] texts(Column column) throws IOException {
        @Nullable String[] into = new String[rows()];
        read(column, new Target.OfTexts(into), 0);
        return into;
    }

    private void read(Column column, Target target, int at) throws IOException {
        int place = place(column);
        boolean hasLevels = footer.leaves().get(place).isNullable();
        ChunkReader reader = new ChunkReader(source, workspace, column, hasLevels, target);
        int row = at;
        for (Group group : footer.groups()) {
            reader.read(group.chunks().get(place), row);
            row += group.rows();
        }
    }

    private int place(Column column) {
        List<Leaf> leaves = footer.leaves();
        for (int place = 0; place < leaves.size(); place++) {
            if (leaves.get(place).name().equals(column.name())) {
                Optional<ColumnType> type = leaves.get(place).type();
                if (type.isEmpty() || type.get() != column.type()) {
                    String found = type.map(ColumnType::name).orElse("这里不认识的类型");
                    throw ParquetRefused.of(source.name(), column.name(), "是 " + found + "，应为 " + column.type());
                }
                return place;
            }
        }
        throw ParquetRefused.of(source.name(), column.name(), "不存在");
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
