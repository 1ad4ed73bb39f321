package org.huzhu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.history.parquet.ByteSource;
import org.huzhu.history.parquet.Column;
import org.huzhu.history.parquet.ParquetReader;
import org.huzhu.history.parquet.Workspace;
import org.huzhu.testkit.Cases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DuckDB makes of the store, and what the store makes of DuckDB's files. */
class DuckDbTest {

    private static final long NONE = Long.MIN_VALUE;

    @TempDir
    private Path temp = Path.of("");

    private Connection duckDb;
    private Path store = Path.of("");
    private List<String> written = List.of();
    private long membersWithStays;

    DuckDbTest() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @BeforeEach
    void writeStore() {
        Cases.check(1, cases -> {
            Words words = new Words();
            Part first = Societies.part(cases, words, Part.MEMBERS, List.of(EventKind.STAY));
            Part last = Societies.part(cases, words, 2_000);
            written = Societies.texts(List.of(first, last));
            membersWithStays =
                    written.stream().filter(text -> text.contains("[STAY,")).count();
            store = Stores.written(temp, words, first, last);
        });
    }

    @AfterEach
    void close() throws SQLException {
        duckDb.close();
    }

    @Test
    void duckdb_finds_the_same_rows_and_sums_in_every_column() throws SQLException, IOException {
        for (Table table : Table.values()) {
            for (Column column : table.columns()) {
                assertThat(duckDbSays(table, column))
                        .as("%s of %s", column, table)
                        .isEqualTo(weSay(table, column));
            }
        }
    }

    @Test
    void members_are_numbered_through_all_parts() throws SQLException {
        String query = """
                SELECT count(DISTINCT member), max(member), count(DISTINCT member) FILTER (s.day IS NOT NULL)
                FROM read_parquet('%1$s/members/*.parquet') m LEFT JOIN read_parquet('%1$s/stays/*.parquet') s
                USING (member)""".formatted(store);
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(Part.MEMBERS + 2_000L);
            assertThat(result.getLong(2)).isEqualTo(Part.MEMBERS + 1_999L);
            assertThat(result.getLong(3)).isEqualTo(membersWithStays);
        }
    }

    private List<Object> duckDbSays(Table table, Column column) throws SQLException {
        String value = switch (column.type()) {
            case INT32, INT64 -> column.name();
            case DATE -> "CAST(%s - DATE '1970-01-01' AS BIGINT)".formatted(column.name());
            case STRING -> "NULL";
        };
        String query =
                "SELECT count(*), count(%s), CAST(coalesce(sum(%s), 0) AS BIGINT) FROM read_parquet('%s/%s/*.parquet')"
                        .formatted(column.name(), value, store, table.folder());
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return List.of(result.getLong(1), result.getLong(2), result.getLong(3));
        }
    }

    private List<Object> weSay(Table table, Column column) throws IOException {
        long rows = 0;
        long present = 0;
        long sum = 0;
        for (int part = 0; part < 2; part++) {
            try (Workspace workspace = new Workspace();
                    ParquetReader file =
                            ParquetReader.open(ByteSource.of(store.resolve(table.file(part))), workspace)) {
                rows += file.rows();
                List<Long> values = values(file, column);
                present += values.size();
                sum += values.stream().mapToLong(Long::longValue).sum();
            }
        }
        return List.of(rows, present, sum);
    }

    private static List<Long> values(ParquetReader file, Column column) throws IOException {
        long[] longs = new long[file.rows()];
        switch (column.type()) {
            case INT64 -> file.longs(column, longs, 0, NONE);
            case INT32, DATE -> {
                int[] ints = new int[file.rows()];
                file.ints(column, ints, 0, Integer.MIN_VALUE);
                for (int i = 0; i < ints.length; i++) {
                    longs[i] = ints[i] == Integer.MIN_VALUE ? NONE : ints[i];
                }
            }
            case STRING -> {
                @Nullable String[] texts = file.texts(column);
                for (int i = 0; i < texts.length; i++) {
                    longs[i] = texts[i] == null ? NONE : 0;
                }
            }
        }
        return LongStream.of(longs).filter(value -> value != NONE).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMPRESSION zstd",
                "COMPRESSION snappy",
                "COMPRESSION uncompressed",
                "COMPRESSION zstd, ROW_GROUP_SIZE 5000"
            })
    void a_store_that_duckdb_wrote_again_reads_the_same(String how) throws SQLException, IOException {
        rewrite(how);

        assertThat(Societies.texts(Stores.loaded(store))).isEqualTo(written);
    }

    @Test
    void what_duckdb_wrote_in_a_way_that_is_not_known_is_refused_by_name() throws SQLException, IOException {
        rewrite("COMPRESSION gzip");

        assertThatExceptionOfType(HistoryRefused.class)
                .isThrownBy(() -> Stores.loaded(store))
                .withMessageContaining("words.parquet")
                .withMessageContaining("GZIP");
    }

    private void rewrite(String how) throws SQLException, IOException {
        List<Path> files = new ArrayList<>(Stores.files(store));
        files.removeIf(file -> !file.toString().endsWith(".parquet"));
        for (Path file : files) {
            Path copy = temp.resolve("copy.parquet");
            try (Statement statement = duckDb.createStatement()) {
                statement.execute("COPY (SELECT * FROM read_parquet('%s')) TO '%s' (FORMAT parquet, %s)"
                        .formatted(file, copy, how));
            }
            Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
