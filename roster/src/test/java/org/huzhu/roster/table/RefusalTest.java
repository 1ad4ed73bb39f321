package org.huzhu.roster.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.huzhu.roster.table.Handmade.row;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.huzhu.roster.table.RosterRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final Limits SMALL = new Limits(1 << 20, 64 << 20, 200, 10, 5, 100);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Reads all of a file. */
    static void read(Path file, Limits limits) {
        try (Workbook book = Workbook.open(file, limits)) {
            for (Sheet sheet : book.sheets()) {
                try (Rows rows = book.rows(sheet)) {
                    while (rows.next().isPresent()) {
                        assertThat(sheet.index()).isNotNegative();
                    }
                }
            }
        }
    }

    private static RosterRefused refused(Path file) {
        RosterRefused refused = catchThrowableOfType(RosterRefused.class, () -> read(file, SMALL));
        assertThat(refused).as("should be refused").isNotNull();
        assertThat(refused.getMessage()).contains("请").endsWith("。");
        return refused;
    }

    private RosterRefused refused(byte[] bytes) {
        return refused(Handmade.file(folder, bytes));
    }

    private RosterRefused refused(String text) {
        return refused(text.getBytes(UTF_8));
    }

    private static byte[] ole(String stream) {
        byte[] bytes = Arrays.copyOf(OLE.getBytes(ISO_8859_1), 100_000);
        byte[] name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, bytes, 65_530, name.length);
        return bytes;
    }

    @Test
    void old_and_locked_workbooks_are_told_apart_and_named() {
        assertThat(refused(ole("Workbook")).reason()).isEqualTo(Reason.OLD_WORKBOOK);
        assertThat(refused(ole("EncryptedPackage")).reason()).isEqualTo(Reason.ENCRYPTED);
        assertThat(refused(ole("WordDocument")).reason()).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(refused(Handmade.zipped(Map.of("xl/workbook.bin", ""))).reason())
                .isEqualTo(Reason.BINARY_WORKBOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "GIF89a", "Rar!x", "<html><table>", " <?xml version=\"1.0\"?>", "a,b\u0000c"})
    void what_is_no_table_is_refused_by_its_bytes(String text) {
        assertThat(refused(text).reason()).isEqualTo(Reason.NOT_A_TABLE);
    }

    @Test
    void an_archive_without_a_workbook_is_no_table() {
        assertThat(refused(Handmade.zipped(Map.of("a.csv", "x"))).reason()).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(refused(Handmade.zipped(Map.of("content.xml", "x"))).getMessage())
                .contains("OpenDocument");
    }

    @Test
    void nothing_at_all_is_empty() {
        assertThat(refused(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void a_workbook_that_was_cut_off_is_damaged() {
        byte[] whole = new Handmade().sheet(row(1, "a")).bytes();
        for (int length = 4; length < whole.length; length += 7) {
            assertThat(refused(Arrays.copyOf(whole, length)).reason()).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void a_text_that_was_cut_off_within_a_sign_or_a_quote_is_damaged() {
        byte[] text = "姓名,证件\n张三".getBytes(UTF_8);
        assertThat(refused(Arrays.copyOf(text, text.length - 1)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
                .satisfies(e -> assertThat(e.place()).isEqualTo("第 2 行"));
        assertThat(refused("a,b\nc,\"d\ne,f\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
                .satisfies(e -> assertThat(e.place()).isEqualTo("第 2 行"));
    }

    @Test
    void a_text_in_no_known_encoding_is_refused_with_its_line() {
        byte[] bytes = "a,b\nc,d\nxxxxx".getBytes(UTF_8);
        bytes[9] = (byte) 0xFF;
        assertThat(refused(bytes))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_ENCODING))
                .satisfies(e -> assertThat(e.place()).isEqualTo("第 3 行"));
    }

    @Test
    void a_small_file_that_unpacks_to_a_huge_one_is_a_bomb() {
        String rows = "<row r=\"1\"/>".repeat(2_000_000);
        assertThat(refused(new Handmade().sheet(rows).bytes()).reason()).isEqualTo(Reason.BOMB);
        Limits little = new Limits(1 << 20, 1 << 10, 1_000_000, 10, 5, 100);
        Path file = new Handmade().sheet(row(1, "x".repeat(90)).repeat(20)).in(folder);
        assertThat(catchThrowableOfType(RosterRefused.class, () -> read(file, little))
                        .reason())
                .isEqualTo(Reason.BOMB);
    }

    @Test
    void limits_of_bytes_rows_columns_and_cells_are_kept_and_the_place_is_named() {
        assertThat(refused("x".repeat(2 << 20)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused("a\n".repeat(11)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_ROWS))
                .satisfies(e -> assertThat(e.place()).isEqualTo("第 11 行"));
        assertThat(refused("a,b,c,d,e,f\n").reason()).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refused("a,\"" + "x".repeat(101) + "\"\n").reason()).isEqualTo(Reason.CELL_TOO_LONG);
        assertThat(refused(new Handmade()
                                .sheet(row(1, "a", "b", "c", "d", "e", "f"))
                                .bytes())
                        .reason())
                .isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refused(new Handmade().sheet(row(1, "x".repeat(101))).bytes())
                        .reason())
                .isEqualTo(Reason.CELL_TOO_LONG);
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 11; i++) {
            rows.append(row(i, "a"));
        }
        assertThat(refused(new Handmade().sheet(rows.toString()).bytes()).reason())
                .isEqualTo(Reason.TOO_MANY_ROWS);
    }

    @Test
    void a_million_bytes_in_one_tag_are_refused_before_they_are_kept() {
        String random = new Random(1)
                .ints(2_000_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Limits large = new Limits(1 << 30, 1 << 30, 1_000, 10, 5, 100);
        Path file = new Handmade().sheet("<row r=\"1\" x=\"" + random + "\"/>").in(folder);
        assertThat(catchThrowableOfType(RosterRefused.class, () -> read(file, large))
                        .reason())
                .isEqualTo(Reason.CELL_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE worksheet [<!ENTITY a \"b\">]><worksheet><sheetData>&a;</sheetData></worksheet>",
                "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>",
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"http://localhost:1/\">]><worksheet>&x;</worksheet>"
            })
    void entities_and_document_types_are_refused(String sheet) {
        byte[] book =
                new Handmade().sheet("").part("xl/worksheets/sheet1.xml", sheet).bytes();
        assertThat(refused(book).reason()).isEqualTo(Reason.XML_DECLARATIONS);
        byte[] shared =
                new Handmade().sheet("").part("xl/sharedStrings.xml", sheet).bytes();
        assertThat(refused(shared).reason()).isEqualTo(Reason.XML_DECLARATIONS);
    }

    @Test
    void cells_and_rows_beyond_any_sheet_are_damage() {
        for (String row : new String[] {
            "<row r=\"99999999\"><c r=\"A1\"><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"q\"><v>7</v></c></row>",
            "<row r=\"x\"/>",
            "<a>".repeat(100_000) + "</a>".repeat(100_000)
        }) {
            assertThat(refused(new Handmade().sheet(row).bytes()).reason()).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void a_file_that_is_not_there_is_unreadable() {
        assertThat(refused(folder.resolve("nowhere")).reason()).isEqualTo(Reason.UNREADABLE);
    }
}
