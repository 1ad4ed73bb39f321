package org.huzhu.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        if (!rows.isEmpty()) {
            put(connection, worked(rows));
        }
    }

    /**
     * The same for more rows than one statement should carry: the values of the next ones are worked out, by another
     * thread, while PostgreSQL adds these.
     */
    public void add(Connection connection, List<T> rows, int atOnce) throws SQLException {
        try (ExecutorService ahead = Executors.newSingleThreadExecutor()) {
            Future<List<Values>> next = ahead.submit(() -> worked(part(rows, 0, atOnce)));
            for (int from = 0; from < rows.size(); from += atOnce) {
                List<Values> now = result(next);
                int then = from + atOnce;
                next = ahead.submit(() -> worked(part(rows, then, atOnce)));
                put(connection, now);
            }
        }
    }

    private static <T> List<T> part(List<T> rows, int from, int atOnce) {
        return rows.subList(Math.min(from, rows.size()), Math.min(from + atOnce, rows.size()));
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rows were made ready", e);
        }
    }

    private List<Values> worked(List<T> rows) {
        return columns.stream()
                .map(column -> new Values(column.type(), values(column, rows)))
                .toList();
    }

    private void put(Connection connection, List<Values> worked) throws SQLException {
        List<Array> arrays = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(sql())) {
            for (Values values : worked) {
                Array array = connection.createArrayOf(values.type, values.all);
                arrays.add(array);
                insert.setArray(arrays.size(), array);
            }
            insert.executeUpdate();
        } finally {
            for (Array array : arrays) {
                array.free();
            }
        }
    }

    /** What stands in one column of the rows. */
    private static final class Values {

        private final String type;
        private final @Nullable Object[] all;

        Values(String type, @Nullable Object[] all) {
            this.type = type;
            this.all = all;
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
