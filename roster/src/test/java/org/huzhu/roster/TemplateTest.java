package org.huzhu.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.roster.Rosters.PAPER;
import static org.huzhu.roster.table.Handmade.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.huzhu.roster.table.Handmade;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static byte[] template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Template.write(
                out,
                RosterOrder.usual()
                        .choosing(new Choices(
                                Map.of(Column.CATEGORY, List.of("在职", "退休"), Column.OCCUPATION, List.of("内勤", "外勤")))));
        return out.toByteArray();
    }

    private static String part(String name) throws IOException {
        return Handmade.unzipped(template()).getOrDefault(name, "");
    }

    @Test
    void a_template_has_all_our_columns_and_nobody() throws IOException {
        byte[] template = template();
        Rosters read = Rosters.within(folder -> Rosters.read(Handmade.file(folder, template)));
        assertThat(read.header().places()).hasSize(Column.values().length);
        assertThat(read.lines()).isEmpty();
        assertThat(read.notices()).containsExactly("还有内容的工作表没有读：“填写说明”");
    }

    @Test
    void columns_are_texts_and_words_are_chosen_from_lists() throws IOException {
        assertThat(part("xl/styles.xml")).contains("formatCode=\"@\"");
        assertThat(part("xl/worksheets/sheet1.xml"))
                .containsPattern("<col [^>]*style=\"[1-9]")
                .containsPattern("(?s)(type=\"list\".*){4}");
        assertThat(part("xl/worksheets/sheet3.xml")).contains("台湾居民来往大陆通行证", "退休", "外勤", "huzhu-roster/2");
        assertThat(part("xl/workbook.xml")).contains("veryHidden");
    }

    @Test
    void an_older_template_is_read_by_its_own_names_with_a_notice() {
        Rosters read = Rosters.of(new Handmade()
                .sheet(row(1, "姓名", "证件号", "互助卡", "份") + row(2, "王芳", PAPER, "622202000000000122", "2"))
                .sheet(Template.MARK_SHEET, "veryHidden", row(1, "huzhu-roster/1")));
        assertThat(read.notices()).singleElement().asString().contains("第 1 版");
        assertThat(read.lines().getFirst().value(Column.SHARES)).contains("2");
        assertThat(read.lines().getFirst().value(Column.CARD)).contains("622202000000000122");
    }

    @Test
    void a_template_of_the_future_is_read_by_its_names_with_a_notice() {
        Rosters read = Rosters.of(new Handmade()
                .sheet(row(1, "姓名", "证件号码") + row(2, "王芳", PAPER))
                .sheet(Template.MARK_SHEET, "veryHidden", row(1, "huzhu-roster/9")));
        assertThat(read.notices()).singleElement().asString().contains("认不出来");
        assertThat(read.lines()).hasSize(1);
    }
}
