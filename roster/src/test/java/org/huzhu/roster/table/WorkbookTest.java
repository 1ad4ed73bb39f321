package org.huzhu.roster.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.roster.table.Handmade.number;
import static org.huzhu.roster.table.Handmade.row;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<TableRow> rows(Path file, int sheet) {
        List<TableRow> all = new ArrayList<>();
        try (Workbook book = Workbook.open(file, Limits.usual());
                Rows rows = book.rows(book.sheets().get(sheet))) {
            for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    private static List<List<String>> texts(Path file) {
        return rows(file, 0).stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    private static final List<List<String>> TWO = List.of(List.of("姓名", "备注"), List.of("𠮷·䶮", "a,b\"c\n二"));
    private static final String AS_TEXT = "姓名,备注\r\n𠮷·䶮,\"a,b\"\"c\n二\"\r\n";

    @Test
    void a_text_is_read_in_any_of_its_encodings() {
        assertThat(texts(Handmade.text(folder, AS_TEXT, UTF_8))).isEqualTo(TWO);
        assertThat(texts(Handmade.text(folder, "\uFEFF" + AS_TEXT, UTF_8))).isEqualTo(TWO);
        assertThat(texts(Handmade.text(folder, "\uFEFF" + AS_TEXT, UTF_16LE))).isEqualTo(TWO);
        assertThat(texts(Handmade.text(folder, "\uFEFF" + AS_TEXT, UTF_16BE))).isEqualTo(TWO);
        assertThat(texts(Handmade.text(folder, AS_TEXT, GB18030))).isEqualTo(TWO);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void a_text_is_split_by_what_separates_it(String separator) {
        String text = "姓名,证件,备注\n张三,1,\"x,y\"\n".replace(",", separator);
        assertThat(texts(Handmade.text(folder, text, UTF_8)))
                .containsExactly(List.of("姓名", "证件", "备注"), List.of("张三", "1", "x" + separator + "y"));
    }

    @Test
    void a_first_line_that_names_the_separator_is_not_a_row_of_people() {
        List<TableRow> rows = rows(Handmade.text(folder, "sep=;\r\na;b,c\r\n", UTF_8), 0);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.cell(1).text()).isEqualTo("b,c");
        });
    }

    @Test
    void rows_of_a_text_are_numbered_as_a_spreadsheet_shows_them() {
        List<TableRow> rows = rows(Handmade.text(folder, "a\n\n\"b\nc\"\n,,\nd\n", UTF_8), 0);
        assertThat(rows).extracting(TableRow::number).containsExactly(1, 3, 5);
    }

    @Test
    void a_workbook_is_read_by_its_own_numbers_of_rows_and_hidden_rows_are_rows() {
        String hidden = "<row r=\"7\" hidden=\"1\"><c r=\"C7\" t=\"str\"><f>1</f><v>x</v></c></row>";
        List<TableRow> rows = rows(
                new Handmade().sheet(row(3, "a") + "<row r=\"4\"/>" + hidden).in(folder), 0);
        assertThat(rows).extracting(TableRow::number).containsExactly(3, 7);
        assertThat(rows.get(1).hidden()).isTrue();
        assertThat(rows.get(1).cell(2)).isEqualTo(Cell.text("x"));
    }

    @Test
    void days_are_told_from_numbers_by_their_style_and_counted_from_1900_or_1904() {
        String cells = row(1, number("46266", 1), number("46266.75", 2), number("46266", 3), number("46266", 0));
        List<Cell> since1900 =
                rows(new Handmade().sheet(cells).in(folder), 0).getFirst().cells();
        assertThat(since1900)
                .containsExactly(
                        new Cell(Cell.Kind.DAY, "2026-09-01"),
                        new Cell(Cell.Kind.DAY, "2026-09-01"),
                        new Cell(Cell.Kind.NUMBER, "46266"),
                        new Cell(Cell.Kind.NUMBER, "46266"));
        List<TableRow> since1904 = rows(
                new Handmade().counting1904().sheet(row(1, number("44804", 1))).in(folder), 0);
        assertThat(since1904.getFirst().cell(0)).isEqualTo(new Cell(Cell.Kind.DAY, "2026-09-01"));
    }

    @Test
    void a_number_is_shown_whole_up_to_15_digits_and_beyond_as_what_it_is() {
        String cells = row(
                1,
                number("1.3800000001E+10", 0),
                number("1.1010119900307001E+17", 0),
                number("110101900307001", 0),
                number("1E+999999999", 0),
                number("0.1", 0),
                number("1.0", 0));
        assertThat(rows(new Handmade().sheet(cells).in(folder), 0).getFirst().cells())
                .extracting(Cell::text)
                .containsExactly("13800000001", "1.10101199003070E+17", "110101900307001", "1E+999999999", "0.1", "1");
    }

    @Test
    void errors_and_formulas_say_what_they_are() {
        String cells = row(
                1,
                "<c r=\"@\" t=\"e\"><v>#N/A</v></c>",
                "<c r=\"@\"><f>A1+1</f></c>",
                "<c r=\"@\"><f>1+1</f><v>2</v></c>",
                "<c r=\"@\" t=\"s\"><v>0</v></c>");
        Handmade book = new Handmade()
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si></sst>");
        assertThat(rows(book.sheet(cells).in(folder), 0).getFirst().cells())
                .containsExactly(
                        new Cell(Cell.Kind.ERROR, "#N/A"),
                        new Cell(Cell.Kind.UNCALCULATED, ""),
                        new Cell(Cell.Kind.NUMBER, "2"),
                        Cell.text("张三"));
    }

    @Test
    void empty_rows_by_the_hundred_thousand_are_passed_over() {
        StringBuilder empty = new StringBuilder(row(1, "a"));
        for (int i = 2; i < 200_000; i++) {
            empty.append("<row r=\"%d\"><c r=\"A%d\" s=\"1\"/></row>".formatted(i, i));
        }
        assertThat(rows(new Handmade().sheet(empty.toString()).in(folder), 0)).hasSize(1);
    }

    @Test
    void macros_are_left_alone() {
        Handmade book = new Handmade().part("xl/vbaProject.bin", "whatever").sheet(row(1, "a"));
        assertThat(rows(book.in(folder), 0)).hasSize(1);
    }

    @Test
    void sheets_are_told_with_their_names_and_whether_they_can_be_seen() {
        Path file = new Handmade()
                .sheet("一", "visible", "")
                .sheet("二", "hidden", "")
                .in(folder);
        try (Workbook book = Workbook.open(file, Limits.usual())) {
            assertThat(book.sheets()).containsExactly(new Sheet(0, "一", true), new Sheet(1, "二", false));
        }
    }
}
