package org.huzhu.history.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that pyarrow 25 wrote: a thousand rows, each worked out from its number. */
class ForeignFilesTest {

    private static final int ROWS = 1_000;
    private static final int NONE = -1;

    private static ParquetReader open(String name, Workspace workspace) throws IOException {
        return ParquetReader.open(ByteSource.of(Path.of("src/test/resources/parquet", name)), workspace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrow-v1-snappy.parquet", "arrow-v2-zstd.parquet", "arrow-v2-plain.parquet"})
    void pages_of_both_versions_are_read_whether_packed_or_not(String name) throws IOException {
        try (Workspace workspace = new Workspace();
                ParquetReader file = open(name, workspace)) {
            int[] numbers = new int[ROWS];
            long[] amounts = new long[ROWS];
            int[] days = new int[ROWS];
            file.ints(Column.of("number", ColumnType.INT32), numbers, 0, NONE);
            file.longs(Column.nullable("amount_fen", ColumnType.INT64), amounts, 0, NONE);
            file.ints(Column.nullable("on_day", ColumnType.DATE), days, 0, NONE);
            @Nullable String[] words = file.texts(Column.nullable("word", ColumnType.STRING));

            assertThat(file.rows()).isEqualTo(ROWS);
            assertThat(numbers)
                    .isEqualTo(IntStream.range(0, ROWS).map(i -> i / 3).toArray());
            assertThat(amounts)
                    .isEqualTo(IntStream.range(0, ROWS)
                            .mapToLong(i -> i % 7 == 0 ? NONE : i * 1_000_003L - 5)
                            .toArray());
            assertThat(days)
                    .isEqualTo(IntStream.range(0, ROWS)
                            .map(i -> i % 5 == 0 ? NONE : i % 40)
                            .toArray());
            assertThat(Arrays.asList(words))
                    .isEqualTo(IntStream.range(0, ROWS)
                            .mapToObj(i -> i % 11 == 0 ? null : "词" + i % 13)
                            .toList());
        }
    }

    @Test
    void a_column_that_may_not_have_gaps_is_refused_where_it_has_some() throws IOException {
        try (Workspace workspace = new Workspace();
                ParquetReader file = open("arrow-v2-zstd.parquet", workspace)) {
            assertThatExceptionOfType(ParquetRefused.class)
                    .isThrownBy(() -> file.longs(Column.of("amount_fen", ColumnType.INT64), new long[ROWS], 0, NONE))
                    .withMessageContaining("amount_fen")
                    .withMessageContaining("有空格");
        }
    }

    @Test
    void a_column_of_another_type_is_refused_with_both_types() throws IOException {
        try (Workspace workspace = new Workspace();
                ParquetReader file = open("arrow-v1-snappy.parquet", workspace)) {
            assertThatExceptionOfType(ParquetRefused.class)
                    .isThrownBy(() -> file.ints(Column.nullable("on_day", ColumnType.INT32), new int[ROWS], 0, NONE))
                    .withMessageContaining("是 DATE，应为 INT32");
        }
    }
}
