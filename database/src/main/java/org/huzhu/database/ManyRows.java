package org.huzhu.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds many rows to a table in one statement, which carries each column as an array. COPY would be a little faster, but
 * row-level security forbids it.
 *
 * @param <T> what a row is made from
 */
public final class ManyRows<T> {

    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

    private ManyRows(String table) {
        this.table = table;
    }

    /** Rows of the table, whose name is that of a room, never anybody's input. */
    public static <T> ManyRows<T> of(String table) {
        return new ManyRows<>(table);
    }

    /**
     * A column that is filled.
     *
     * @param type as PostgreSQL calls it
     */
    public ManyRows<T> column(String name, String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** Adds the rows, within the transaction that the connection is in. */
    public void add(Connection connection, List<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<Array> arrays = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(sql())) {
            for (int i = 0; i < columns.size(); i++) {
                Array array = connection.createArrayOf(columns.get(i).type(), values(columns.get(i), rows));
                arrays.add(array);
                insert.setArray(i + 1, array);
            }
            insert.executeUpdate();
        } finally {
            for (Array array : arrays) {
                array.free();
            }
        }
    }

    private static <T> @Nullable Object[] values(Column<T> column, List<T> rows) {
        if (column.type().equals("bytea")) {
            return rows.stream().map(column.value()).toArray(byte[][]::new);
        }
        return rows.stream().map(column.value()).toArray();
    }

    private String sql() {
        return "insert into %s (%s) select * from unnest(%s)"
                .formatted(
                        table,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column -> "?::" + column.type() + "[]")
                                .collect(Collectors.joining(", ")));
    }
}
