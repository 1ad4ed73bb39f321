package org.huzhu.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.roster.Rosters.OTHER;
import static org.huzhu.roster.Rosters.PAPER;
import static org.huzhu.roster.table.Handmade.number;
import static org.huzhu.roster.table.Handmade.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.huzhu.roster.ErrorWorkbook.Which;
import org.huzhu.roster.table.Handmade;
import org.junit.jupiter.api.Test;

/** What goes back to the handler. */
class ReturnTest {

    private static final String TEXT = "册,,\n工号,姓名,身份证,说明\n007,王芳," + PAPER + ",=1+1\n-1,李四,110101199003070039,@x\n"
            + "\"\tA\",,1.10101E+17,'+x\n9,张三," + OTHER + ",\n";

    private static byte[] sentBack(Rosters read, Which which) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ErrorWorkbook errors = new ErrorWorkbook(out, read.header(), which)) {
            for (RosterLine line : read.lines()) {
                errors.add(line);
            }
        }
        return out.toByteArray();
    }

    private static Rosters again(byte[] bytes) {
        return Rosters.within(folder -> Rosters.read(Handmade.file(folder, bytes)));
    }

    private static List<List<TroubleKind>> troubles(Rosters read) {
        return read.lines().stream()
                .map(line -> line.troubles().stream().map(Trouble::kind).toList())
                .toList();
    }

    @Test
    void sent_again_it_is_the_same_roster_with_the_same_troubles() throws IOException {
        Rosters read = Rosters.of(TEXT);
        Rosters again = again(sentBack(read, Which.ALL_ROWS));
        assertThat(again.header().texts()).containsExactly("工号", "姓名", "身份证", "说明", "问题", "怎么改");
        assertThat(again.header().unknown()).isEqualTo(Map.of(0, "工号", 3, "说明"));
        assertThat(again.lines())
                .extracting(RosterLine::values)
                .isEqualTo(read.lines().stream().map(RosterLine::values).toList());
        assertThat(troubles(again)).isEqualTo(troubles(read)).contains(List.of(TroubleKind.ID_CHECK));
        assertThat(again.lines().getFirst().cells()).containsExactly("007", "王芳", PAPER, "=1+1");
        Rosters third = again(sentBack(again, Which.ALL_ROWS));
        assertThat(third.header()).isEqualTo(again.header());
        assertThat(third.lines()).isEqualTo(again.lines());
    }

    @Test
    void days_and_long_numbers_come_back_as_texts_that_mean_the_same() throws IOException {
        String rows = row(1, "姓名", "身份证", "出生日期", "电话")
                + row(2, "王芳", PAPER, number("32939", 1), number("13800000001", 0))
                + row(
                        3,
                        "李四",
                        number("110101199003070016", 0),
                        number("32939", 2),
                        "<c r=\"@\" t=\"e\"><v>#N/A</v></c>");
        Rosters read = Rosters.of(new Handmade().sheet(rows));
        Rosters again = again(sentBack(read, Which.ALL_ROWS));
        assertThat(again.lines())
                .extracting(RosterLine::values)
                .isEqualTo(read.lines().stream().map(RosterLine::values).toList());
        assertThat(troubles(read).get(1)).containsExactly(TroubleKind.LOST_DIGITS, TroubleKind.CELL_ERROR);
        assertThat(again.lines().get(1).troubles().getFirst().kind()).isEqualTo(TroubleKind.LOST_DIGITS);
        assertThat(again.lines().get(1).isWrong()).isTrue();
    }

    @Test
    void a_roster_of_all_habits_is_the_same_when_it_comes_again() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RosterMaker(3, 2_000, 200_000).write(RosterForm.WORKBOOK, out);
        Rosters read = again(out.toByteArray());
        Rosters again = again(sentBack(read, Which.ALL_ROWS));
        assertThat(again.lines()).hasSize(2_000);
        for (int i = 0; i < 2_000; i++) {
            assertThat(again.lines().get(i).values())
                    .isEqualTo(read.lines().get(i).values());
            assertThat(again.lines().get(i).isWrong())
                    .isEqualTo(read.lines().get(i).isWrong());
        }
    }

    @Test
    void only_wrong_rows_go_back_where_only_they_are_wanted() throws IOException {
        Rosters again = again(sentBack(Rosters.of(TEXT), Which.WRONG_ROWS));
        assertThat(again.lines()).hasSize(2).allMatch(RosterLine::isWrong);
    }

    @Test
    void what_was_put_right_is_right_when_it_comes_again() throws IOException {
        Map<String, String> parts = Handmade.unzipped(sentBack(Rosters.of(TEXT), Which.WRONG_ROWS));
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, xml) -> xml.replace("110101199003070039", OTHER)
                        .replace("1.10101E+17", PAPER)
                        .replace("<c r=\"B3\"", "<c r=\"B3\" t=\"inlineStr\"><is><t>赵六</t></is></c><c r=\"Z3\""));
        assertThat(again(Handmade.zipped(parts)).lines()).hasSize(2).noneMatch(RosterLine::isWrong);
    }

    @Test
    void wrong_cells_are_red_rows_can_be_filtered_and_nothing_is_a_formula() throws IOException {
        Map<String, String> parts = Handmade.unzipped(sentBack(Rosters.of(TEXT), Which.ALL_ROWS));
        String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
        assertThat(sheet)
                .contains("<autoFilter ref=\"A1:F5\"")
                .doesNotContain("<f>")
                .containsPattern("inlineStr\"><is><t[^>]*>=1\\+1</t>")
                .contains("校验码不对", "请对照身份证逐位核对");
        assertThat(parts.getOrDefault("xl/styles.xml", "")).contains("FFC7CE");
    }

    @Test
    void a_text_that_goes_back_begins_no_cell_as_a_formula_does() throws IOException {
        Rosters read = Rosters.of(TEXT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ErrorCsv errors = new ErrorCsv(out, read.header(), Which.ALL_ROWS)) {
            for (RosterLine line : read.lines()) {
                errors.add(line);
            }
        }
        String text = out.toString(UTF_8);
        assertThat(text)
                .contains("\"'=1+1\"", "\"'-1\"", "\"'@x\"", "\"'\tA\"")
                .doesNotContainPattern("(?m)(^|,)\"[=+@\\t-]");
        Rosters again = again(out.toByteArray());
        assertThat(again.lines())
                .extracting(RosterLine::values)
                .isEqualTo(read.lines().stream().map(RosterLine::values).toList());
    }
}
