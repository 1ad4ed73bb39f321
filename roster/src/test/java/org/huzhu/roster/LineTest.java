package org.huzhu.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.roster.Rosters.OTHER;
import static org.huzhu.roster.Rosters.PAPER;
import static org.huzhu.roster.Rosters.with;
import static org.huzhu.roster.Rosters.withCell;
import static org.huzhu.roster.Rosters.withName;
import static org.huzhu.roster.Rosters.withPaper;
import static org.huzhu.roster.table.Handmade.number;
import static org.huzhu.roster.table.Handmade.row;

import java.util.List;
import java.util.Map;
import org.huzhu.roster.table.Handmade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    private static void assertFine(RosterLine line, Column column, String value) {
        assertThat(line.troubles()).isEmpty();
        assertThat(line.value(column)).contains(value);
    }

    private static Trouble only(RosterLine line, TroubleKind kind) {
        assertThat(line.troubles()).extracting(Trouble::kind).containsExactly(kind);
        Trouble trouble = line.troubles().getFirst();
        assertThat(trouble.remedy()).startsWith("请");
        return trouble;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010119900307002X",
                "11010119900307002x",
                "'11010119900307002X",
                " 110101 19900307 002X ",
                "１１０１０１１９９００３０７００２Ｘ",
                "110101\u00A019900307\u200B002X\uFEFF",
                "=\"\"11010119900307002X\"\"",
                "110101900307002",
                "‘110101900307002",
                "\u202D11010119900307002X\u202C"
            })
    void an_identity_number_is_understood_in_all_the_ways_it_is_typed(String typed) {
        assertFine(withPaper(typed), Column.PAPER, PAPER);
    }

    @Test
    void a_number_that_a_spreadsheet_kept_as_a_number_has_lost_its_end_and_is_explained() {
        for (RosterLine line : List.of(
                withPaper("1.10101E+17"),
                withPaper("1.10101199003070E+17"),
                withPaper("110101199003070000"),
                line(number("1.10101199003070E+17", 0)),
                line(number("110101199003070038", 0)))) {
            Trouble trouble = only(line, TroubleKind.LOST_DIGITS);
            assertThat(trouble.remedy()).contains("文本");
        }
        assertThat(line(number("110101900307002", 0)).value(Column.PAPER)).contains(PAPER);
    }

    private static RosterLine line(String cell) {
        return Rosters.of(new Handmade().sheet(row(1, "姓名", "证件号码") + row(2, "王芳", cell)))
                .lines()
                .getFirst();
    }

    @Test
    void a_wrong_check_digit_is_named_with_the_one_that_would_fit() {
        Trouble trouble = only(withPaper("110101199003070021"), TroubleKind.ID_CHECK);
        assertThat(trouble.wrong()).contains("应该是 X", "这里是 1");
        assertThat(trouble.found()).isEqualTo("110***********0021");
    }

    @ParameterizedTest
    @CsvSource({
        "110101199002300029, ID_BIRTH", "110101900230002, ID_BIRTH", "11010119900307002, ID_LENGTH",
        "1101011990030700ZX, ID_SIGN", "H12345678, PAPER_KIND_MISSING", "E12345678, PAPER_KIND_MISSING",
        "11010119900307002X/110101199003070038, TWO_PERSONS", "0, ID_LENGTH"
    })
    void what_is_wrong_with_an_identity_number_is_said(String typed, TroubleKind kind) {
        only(withPaper(typed), kind);
    }

    @Test
    void numbers_of_other_papers_are_judged_by_their_kinds() {
        String header = "姓名,证件类型,证件号码";
        assertFine(Rosters.line(header, "陈,回乡证,h1234567890"), Column.PAPER_KIND, "HOME_RETURN");
        assertFine(Rosters.line(header, "陈,台胞证,12345678"), Column.PAPER, "12345678");
        assertFine(Rosters.line(header, "陈,军官证,南字第12345678号"), Column.PAPER_KIND, "OFFICER");
        assertFine(Rosters.line(header, "陈,护 照,e 1234 5678"), Column.PAPER, "E12345678");
        only(Rosters.line(header, "陈,护照,12"), TroubleKind.PAPER_FORM);
        only(Rosters.line(header, "陈,学生证,12"), TroubleKind.PAPER_KIND_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "阿卜杜•买买提, 阿卜杜·买买提",
        "阿卜杜.买买提, 阿卜杜·买买提",
        "'𠮷䶮', 𠮷䶮",
        "张　三, 张三",
        "'王 芳', 王芳",
        "'\u00A0欧阳 娜娜\u200B', 欧阳娜娜",
        "Anna  Maria Smith, Anna Maria Smith",
        "阿不都热西提·买买提明·吐尔逊江·库尔班尼亚孜·阿布都拉·依明, 阿不都热西提·买买提明·吐尔逊江·库尔班尼亚孜·阿布都拉·依明"
    })
    void a_name_is_understood_in_all_the_ways_it_is_typed(String typed, String name) {
        assertFine(withName(typed), Column.NAME, name);
    }

    @ParameterizedTest
    @CsvSource({
        "张三、李四, TWO_PERSONS",
        "'张三\n李四', TWO_PERSONS",
        "张三 李四, TWO_PERSONS",
        "张?, NAME_LOST_SIGN",
        "张\uE863, NAME_LOST_SIGN",
        "张三（1号）, NAME_SIGN",
        "张3, NAME_SIGN"
    })
    void what_is_wrong_with_a_name_is_said(String typed, TroubleKind kind) {
        only(withName(typed), kind);
    }

    @Test
    void a_sex_and_a_birthday_that_disagree_with_the_number_are_wrong() {
        assertFine(with(Column.SEX, "女"), Column.SEX, "女");
        only(with(Column.SEX, "男"), TroubleKind.SEX_DISAGREES);
        only(with(Column.SEX, "?"), TroubleKind.SEX_UNKNOWN);
        assertFine(with(Column.BIRTH, "1990.3.7"), Column.BIRTH, "1990-03-07");
        assertThat(only(with(Column.BIRTH, "1990.3.8"), TroubleKind.BIRTH_DISAGREES)
                        .wrong())
                .contains("1990-03-07");
        only(with(Column.BIRTH, "1990年3月"), TroubleKind.DATE_WITHOUT_DAY);
    }

    @Test
    void days_are_understood_from_any_kind_of_cell() {
        assertFine(withCell(Column.BIRTH, number("32939", 1)), Column.BIRTH, "1990-03-07");
        assertFine(withCell(Column.BIRTH, number("32939", 0)), Column.BIRTH, "1990-03-07");
        assertFine(withCell(Column.BIRTH, number("19900307", 0)), Column.BIRTH, "1990-03-07");
    }

    @Test
    void a_phone_is_understood_as_text_and_as_number() {
        assertFine(withCell(Column.PHONE, number("1.3800000001E10", 0)), Column.PHONE, "13800000001");
        assertFine(with(Column.PHONE, "+86 138-0000-0001"), Column.PHONE, "13800000001");
        only(with(Column.PHONE, "1.38E+10"), TroubleKind.LOST_DIGITS);
        assertThat(only(with(Column.PHONE, "1380000000"), TroubleKind.PHONE_WRONG)
                        .wrong())
                .contains("10 位");
        assertThat(only(with(Column.PHONE, "13800000001 13800000002"), TroubleKind.PHONE_WRONG)
                        .wrong())
                .contains("两个");
        only(with(Column.PHONE, "12800000001"), TroubleKind.PHONE_WRONG);
    }

    @Test
    void a_card_is_checked_and_never_shown_whole() {
        assertFine(with(Column.CARD, "6222 0200 0000 0001 22"), Column.CARD, "622202000000000122");
        Trouble trouble = only(with(Column.CARD, "622202000000000123"), TroubleKind.CARD_WRONG);
        assertThat(trouble.found()).isEqualTo("622***********0123");
        only(withCell(Column.CARD, number("6.22202000000000E+17", 0)), TroubleKind.LOST_DIGITS);
    }

    @Test
    void shares_are_whole_numbers() {
        assertFine(with(Column.SHARES, "２份"), Column.SHARES, "2");
        assertFine(withCell(Column.SHARES, number("3.0", 0)), Column.SHARES, "3");
        only(with(Column.SHARES, "1.5"), TroubleKind.SHARES_WRONG);
        only(with(Column.SHARES, "0"), TroubleKind.SHARES_WRONG);
    }

    @Test
    void errors_formulas_without_result_and_empty_cells_are_explained() {
        only(withCell(Column.PHONE, "<c r=\"@\" t=\"e\"><v>#N/A</v></c>"), TroubleKind.CELL_ERROR);
        only(withCell(Column.PHONE, "<c r=\"@\"><f>B2</f></c>"), TroubleKind.UNCALCULATED);
        only(Rosters.line("姓名,证件号码", "," + PAPER), TroubleKind.MISSING);
        assertThat(with(Column.PHONE, "").troubles()).isEmpty();
    }

    @Test
    void words_must_be_among_those_that_are_allowed() {
        RosterOrder order = RosterOrder.usual().choosing(new Choices(Map.of(Column.CATEGORY, List.of("在职", "退休"))));
        String text = "姓名,证件号码,类别\n王芳," + PAPER + ",在职\n李四," + OTHER + ",临时\n";
        Rosters read = Rosters.within(folder -> Rosters.read(Handmade.text(folder, text, UTF_8), order));
        assertThat(read.lines().getFirst().troubles()).isEmpty();
        assertThat(only(read.lines().get(1), TroubleKind.NOT_A_CHOICE).remedy()).contains("在职、退休");
    }

    @Test
    void a_second_row_of_the_same_paper_names_both_rows() {
        String text = "姓名,证件号码\n王芳," + PAPER + "\n李四," + OTHER + "\n王芳,110101900307002\n王芳,11010119900307002x\n";
        List<RosterLine> lines = Rosters.of(text).lines();
        assertThat(lines.get(0).troubles()).isEmpty();
        assertThat(only(lines.get(2), TroubleKind.REPEATED).wrong()).contains("第 4 行与第 2 行");
        assertThat(only(lines.get(3), TroubleKind.REPEATED).wrong()).contains("第 5 行与第 2 行");
    }

    @Test
    void totals_signatures_and_repeated_headers_are_nobody() {
        String text = "姓名,证件号码,份数\n王芳," + PAPER + ",1\n姓名,证件号码,份数\n合 计：,1 人,1\n,,\n制表人：张三,,\n";
        Rosters read = Rosters.of(text);
        assertThat(read.lines()).extracting(RosterLine::row).containsExactly(2);
        assertThat(read.notices()).containsExactly("第 3 行是重复的表头，没有当作人员", "第 4 行是合计，没有当作人员", "第 6 行是落款或说明，没有当作人员");
    }

    @Test
    void a_number_within_other_words_is_masked_too() {
        RosterLine line = with(Column.NOTE, "卡号622202000000000122" + "长".repeat(500));
        assertThat(only(line, TroubleKind.TOO_LONG).found())
                .contains("622***********0122")
                .endsWith("…");
    }

    @Test
    void nobodys_number_is_shown_whole() {
        String text = "姓名,证件号码,手机号码,会员卡号,备注,性别\n王芳,110101199003070021,1380000000,622202000000000123," + PAPER + ","
                + OTHER + "\n";
        RosterLine line = Rosters.of(text).lines().getFirst();
        assertThat(line.troubles()).hasSize(4);
        assertThat(line.troubles().toString() + line)
                .doesNotContain("19900307")
                .doesNotContain("1380000000")
                .doesNotContain("6222020");
    }
}
