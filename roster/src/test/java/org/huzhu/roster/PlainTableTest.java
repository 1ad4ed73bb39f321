package org.huzhu.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTableTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text, String charset) throws IOException {
        return Files.writeString(folder.resolve("银行.csv"), text, Charset.forName(charset));
    }

    @Test
    void a_table_is_read_in_whatever_way_a_bank_writes_chinese() throws IOException {
        for (String charset : new String[] {"UTF-8", "GB18030"}) {
            assertThat(PlainTable.read(file("交易流水号,摘要\n\n 1 ,\"会费,一季度\"\n", charset), 1, 10))
                    .extracting(PlainTable.Row::number, row -> row.cell(0), row -> row.cell(1), row -> row.cell(9))
                    .containsExactly(tuple(1, "交易流水号", "摘要", ""), tuple(3, "1", "会费,一季度", ""));
        }
    }

    @Test
    void what_is_no_table_or_too_long_is_refused_with_its_place() throws IOException {
        assertThatThrownBy(() -> PlainTable.read(file("a\nb\nc\n", "UTF-8"), 1, 2))
                .isInstanceOfSatisfying(
                        PlainTable.Unreadable.class,
                        refused -> assertThat(refused.place()).contains("3"));
        assertThatThrownBy(() -> PlainTable.read(file("a\u0001", "UTF-8"), 1, 2))
                .isInstanceOf(PlainTable.Unreadable.class);
    }
}
