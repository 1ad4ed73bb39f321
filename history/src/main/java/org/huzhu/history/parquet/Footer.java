package org.huzhu.history.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What stands at the end of a file: its columns, and where their values are. */
record Footer(List<Leaf> leaves, int rows, List<Group> groups) {

    static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    /** Behind the footer: its length, and the magic. */
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    private static final int LENGTH_MAX = 1 << 28;
    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;

    /** A column as the file has it; {@code type} is empty where it is of a type that is not known here. */
    record Leaf(String name, Optional<ColumnType> type, boolean isNullable) {}

    /** Rows that stand together, a chunk for each column. */
    record Group(int rows, List<Chunk> chunks) {}

    /** The values of one column in one group. */
    record Chunk(int codec, int values, long position, int length) {}

    static Footer read(ByteSource source) throws IOException {
        long length = source.length();
        byte[] tail = new byte[TAIL];
        if (length >= MAGIC.length + TAIL) {
            source.read(length - TAIL, tail, TAIL);
        }
        int size = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        long position = length - TAIL - size;
        if (!Arrays.equals(tail, Integer.BYTES, TAIL, MAGIC, 0, MAGIC.length)
                || size < 0
                || size > LENGTH_MAX
                || position < MAGIC.length) {
            throw new ParquetRefused("文件 " + source.name() + " 不是完整的 Parquet 文件：末尾没有 PAR1 标记和目录");
        }
        byte[] bytes = new byte[size];
        source.read(position, bytes, size);
        try {
            return of(new ThriftIn(bytes, 0, size).struct(), position, source.name());
        } catch (IllegalStateException | IndexOutOfBoundsException | ClassCastException | ArithmeticException e) {
            throw new ParquetRefused("文件 " + source.name() + " 的目录已损坏：" + e.getMessage(), e);
        }
    }

    private static Footer of(Struct file, long end, String name) {
        List<Struct> schema = file.structs(2);
        check(!schema.isEmpty(), "It names no columns");
        List<Leaf> leaves = new ArrayList<>();
        for (Struct element : schema.subList(1, schema.size())) {
            leaves.add(leaf(element, name));
        }
        List<Group> groups = new ArrayList<>();
        int rows = 0;
        for (Struct group : file.structs(4)) {
            Group next = group(group, leaves, end);
            groups.add(next);
            rows = Math.addExact(rows, next.rows());
        }
        check(rows == file.number(3), "It speaks of %d rows, its groups of %d".formatted(file.number(3), rows));
        return new Footer(List.copyOf(leaves), rows, List.copyOf(groups));
    }

    private static Leaf leaf(Struct element, String file) {
        String name = element.text(4);
        long repetition = element.number(3, REQUIRED);
        if (element.number(5, 0) > 0 || repetition > OPTIONAL) {
            throw ParquetRefused.of(file, name, "是嵌套的或一格多值的，这里只读一格一值的列");
        }
        return new Leaf(name, type(element), repetition == OPTIONAL);
    }

    /** The type, by what the format calls physical type, converted type and logical type. */
    private static Optional<ColumnType> type(Struct element) {
        long converted = element.number(6, -1);
        return switch ((int) element.number(1)) {
            case 1 -> int32((int) converted, element);
            case 2 -> converted == 18 || isBare(converted, element) ? Optional.of(ColumnType.INT64) : Optional.empty();
            case 6 -> converted == 0 || isBare(converted, element) ? Optional.of(ColumnType.STRING) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnType> int32(int converted, Struct element) {
        return switch (converted) {
            case 6 -> Optional.of(ColumnType.DATE);
            case 15, 16, 17 -> Optional.of(ColumnType.INT32);
            default -> isBare(converted, element) ? Optional.of(ColumnType.INT32) : Optional.empty();
        };
    }

    private static boolean isBare(long converted, Struct element) {
        return converted == -1 && !element.has(10);
    }

    private static Group group(Struct group, List<Leaf> leaves, long end) {
        List<Struct> columns = group.structs(1);
        check(columns.size() == leaves.size(), "A group has " + columns.size() + " columns of " + leaves.size());
        int rows = group.count(3);
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Chunk chunk = chunk(columns.get(i).struct(3), leaves.get(i).name(), end);
            check(chunk.values() == rows, leaves.get(i).name() + " has " + chunk.values() + " rows of " + rows);
            chunks.add(chunk);
        }
        return new Group(rows, List.copyOf(chunks));
    }

    private static Chunk chunk(Struct column, String name, long end) {
        check(column.texts(3).equals(List.of(name)), "The place of " + name + " is that of " + column.texts(3));
        long position = column.number(9);
        long dictionary = column.number(11, 0);
        position = dictionary > 0 ? Math.min(position, dictionary) : position;
        int length = column.count(7);
        check(position >= MAGIC.length && position + length <= end, name + " does not lie within the file");
        return new Chunk(column.count(4), column.count(5), position, length);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
