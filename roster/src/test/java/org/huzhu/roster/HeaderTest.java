package org.huzhu.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.huzhu.roster.Rosters.PAPER;
import static org.huzhu.roster.table.Handmade.row;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Map;
import org.huzhu.roster.table.Handmade;
import org.huzhu.roster.table.RosterRefused;
import org.huzhu.roster.table.RosterRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {

    private static RosterRefused refused(String text) {
        RosterRefused refused = catchThrowableOfType(RosterRefused.class, () -> Rosters.of(text));
        assertThat(refused).as("should be refused").isNotNull();
        return refused;
    }

    @ParameterizedTest
    @CsvSource({
        "员工姓名, NAME",
        "*姓 名, NAME",
        "姓名：, NAME",
        "身份证号（必填）, PAPER",
        "公民身份号码, PAPER",
        "证 件 类 型, PAPER_KIND",
        "联系方式, PHONE",
        "工会会员卡号, CARD",
        "工种, OCCUPATION",
        "人员类别, CATEGORY",
        "ＳＥＸ, SEX",
        "入职时间, JOINED",
        "出生年月日, BIRTH"
    })
    void a_units_own_names_of_columns_are_understood(String header, Column column) {
        assertThat(Column.called(header)).contains(column);
    }

    @Test
    void every_title_of_ours_names_its_column() {
        for (Column column : Column.values()) {
            assertThat(Column.called(column.title())).contains(column);
        }
    }

    @Test
    void what_is_somebody_elses_is_not_the_persons() {
        assertThat(Column.called("家属姓名")).isEmpty();
        assertThat(Column.called("紧急联系人电话")).isEmpty();
    }

    @Test
    void titles_above_the_header_are_passed_over() {
        Rosters read = Rosters.of("某某公司职工名册\n\n单位：某某,2026年\n工号,姓名,身份证号\n7,王芳," + PAPER + "\n");
        assertThat(read.header().firstRow()).isEqualTo(4);
        assertThat(read.header().unknown()).isEqualTo(Map.of(0, "工号"));
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.row()).isEqualTo(5);
            assertThat(line.isWrong()).isFalse();
            assertThat(line.cells()).first().isEqualTo("7");
        });
    }

    @Test
    void a_header_of_two_rows_is_put_together() {
        String text = "姓名,证件,,联系方式,份\n,类型,号码,手机,数\n王芳,护照,E12345678,13800000001,1\n";
        Rosters read = Rosters.of(text);
        assertThat(read.header().places())
                .isEqualTo(Map.of(
                        Column.NAME, 0, Column.PAPER_KIND, 1, Column.PAPER, 2, Column.PHONE, 3, Column.SHARES, 4));
        assertThat(read.header().lastRow()).isEqualTo(2);
        assertThat(read.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.isWrong()).isFalse());
    }

    @Test
    void a_title_above_does_not_become_part_of_the_names_below() {
        Rosters read = Rosters.of("职工名册,,\n工号,姓名,身份证\n7,王芳," + PAPER + "\n");
        assertThat(read.header().texts()).containsExactly("工号", "姓名", "身份证");
    }

    @Test
    void what_was_remembered_of_a_header_wins() {
        Mapping mapping = new Mapping(Map.of("人", Column.NAME, "号", Column.PAPER, "电话", Column.NOTE));
        Rosters read = Rosters.within(folder -> Rosters.read(
                Handmade.text(folder, "姓名,人,号,电话\n甲,王芳," + PAPER + ",x\n", UTF_8),
                RosterOrder.usual().remembering(mapping)));
        assertThat(read.header().places()).isEqualTo(Map.of(Column.NAME, 1, Column.PAPER, 2, Column.NOTE, 3));
        assertThat(read.header().mapping()).isEqualTo(mapping);
        assertThat(read.lines().getFirst().value(Column.NAME)).contains("王芳");
    }

    @Test
    void a_missing_column_is_named_with_the_headers_that_were_seen() {
        RosterRefused refused = refused("工号,姓名,性别\n1,王芳,女\n");
        assertThat(refused.reason()).isEqualTo(Reason.MISSING_COLUMN);
        assertThat(refused.place()).isEqualTo("第 1 行的表头");
        assertThat(refused.getMessage()).contains("没有“证件号码”", "“工号”、“姓名”、“性别”", "请补上这一列");
    }

    @Test
    void without_a_header_nobodys_number_is_repeated() {
        RosterRefused refused = refused("王芳," + PAPER + ",13800000001\n李四,110101199003070038,x\n");
        assertThat(refused.reason()).isEqualTo(Reason.NO_HEADER);
        assertThat(refused.getMessage())
                .doesNotContain("1990")
                .doesNotContain("1380")
                .contains("姓名");
    }

    @Test
    void a_header_below_the_tenth_row_is_not_looked_for() {
        assertThat(refused("x\n".repeat(10) + "姓名,证件号码\n").reason()).isEqualTo(Reason.NO_HEADER);
        assertThat(Rosters.of("x\n".repeat(9) + "姓名,证件号码\n").header().firstRow())
                .isEqualTo(10);
    }

    @Test
    void the_first_sheet_that_can_be_seen_and_has_a_header_is_taken_and_the_others_are_named() {
        String people = row(1, "姓名", "证件号码") + row(2, "王芳", PAPER);
        Rosters read = Rosters.of(new Handmade()
                .sheet("隐", "hidden", people)
                .sheet("封面", "visible", row(1, "职工名册"))
                .sheet("空", "visible", "")
                .sheet("名册", "visible", people)
                .sheet("离职", "visible", people));
        assertThat(read.lines()).hasSize(1);
        assertThat(read.notices()).singleElement().asString().contains("“隐”（隐藏）、“封面”、“离职”");
    }

    @Test
    void hidden_rows_are_people_and_it_is_said_that_they_were_read() {
        String hidden = row(3, "李四", Rosters.OTHER).replace("<row ", "<row hidden=\"1\" ");
        Rosters read = Rosters.of(new Handmade().sheet(row(1, "姓名", "证件号码") + row(2, "王芳", PAPER) + hidden));
        assertThat(read.lines()).hasSize(2);
        assertThat(read.notices()).containsExactly("有 1 行在工作簿里是隐藏或者被筛选掉的，也一并读了");
    }

    @Test
    void cells_made_to_take_time_take_none() {
        String deep = "(".repeat(30_000);
        String late = "T".repeat(30_000);
        String text = ("\"" + deep + "\",").repeat(100) + "\n姓名,证件号码,入职日期\n"
                + ("王芳," + PAPER + "," + late + "\n").repeat(100);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(Rosters.of(text).lines()).hasSize(100));
    }

    @Test
    void a_workbook_whose_only_people_are_hidden_is_empty_and_says_where_they_are() {
        Handmade book =
                new Handmade().sheet("隐", "hidden", row(1, "姓名", "证件号码")).sheet("");
        RosterRefused refused = catchThrowableOfType(RosterRefused.class, () -> Rosters.of(book));
        assertThat(refused.reason()).isEqualTo(Reason.EMPTY);
        assertThat(refused.getMessage()).contains("隐");
    }
}
