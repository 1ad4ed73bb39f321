package org.huzhu.roster.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableOutTest {

    private static final List<String> TITLES = List.of("姓名", "会费");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<List<String>> read(Path file) {
        List<List<String>> read = new ArrayList<>();
        try (Workbook book = Workbook.open(file, Limits.usual())) {
            for (Sheet sheet : book.sheets()) {
                try (Rows rows = book.rows(sheet)) {
                    for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        read.add(row.get().cells().stream().map(Cell::text).toList());
                    }
                }
            }
        }
        return read;
    }

    @Test
    void rows_that_one_sheet_cannot_hold_go_on_in_the_next() throws IOException {
        Path file = folder.resolve("out.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                XlsxOut table = new XlsxOut(out, "名册", TITLES, 3)) {
            for (int i = 1; i <= 5; i++) {
                table.write(List.of("第" + i, BigDecimal.valueOf(100L * i, 2)));
            }
        }

        assertThat(read(file).stream().map(List::getFirst))
                .containsExactly("姓名", "第1", "第2", "姓名", "第3", "第4", "姓名", "第5");
    }

    @Test
    void what_looks_like_a_formula_is_text() throws IOException {
        Path file = folder.resolve("out.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                XlsxOut table = new XlsxOut(out, "名册", TITLES)) {
            table.write(List.of("=1+1", 2));
        }

        assertThat(read(file).getLast()).containsExactly("=1+1", "2");
    }

    @Test
    void separated_text_has_the_mark_and_the_titles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvOut table = new CsvOut(out, TITLES)) {
            table.write(List.of("=王", new BigDecimal("60.00")));
        }

        assertThat(out.toString(UTF_8)).isEqualTo("\uFEFF\"姓名\",\"会费\"\r\n\"'=王\",\"60.00\"\r\n");
    }
}
