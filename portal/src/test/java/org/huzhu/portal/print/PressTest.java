package org.huzhu.portal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huzhu.portal.print.Printout.Column;
import org.huzhu.portal.print.Printout.Fact;
import org.huzhu.portal.print.Printout.Foot;
import org.huzhu.portal.print.Printout.Grid;
import org.huzhu.portal.print.Printout.Heading;
import org.huzhu.portal.print.Printout.Row;
import org.junit.jupiter.api.Test;

class PressTest {

    private final Press press = new Press();

    private static Printout printout(String value, int rows) {
        return new Printout(
                new Heading("参保名册", "北京办事处", "C1", "https://huzhu.example/w/enrolments/1/roster"),
                List.of(new Fact("单位", value)),
                new Grid(
                        List.of(Column.text("姓名", 1), Column.amount("会费", 1)),
                        IntStream.range(0, rows)
                                .mapToObj(row -> Row.of("高行" + row, "60.00"))
                                .toList()),
                List.of(),
                List.of(),
                new Foot(List.of("经办人"), "盖章处", LocalDate.of(2026, 11, 30)));
    }

    private static String text(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    @Test
    void the_same_form_gives_the_same_bytes() {
        assertThat(press.print(printout("甲厂工会", 3))).isEqualTo(press.print(printout("甲厂工会", 3)));
    }

    @Test
    void signs_are_found_as_they_were_written_and_not_as_radicals_that_look_the_same() throws IOException {
        assertThat(text(press.print(printout("office 马文金行高", 1)), 1)).contains("office 马文金行高", "高行0");
    }

    @Test
    void a_table_goes_on_on_the_next_page_below_its_titles() throws IOException {
        byte[] pdf = press.print(printout("甲厂工会", 100));

        assertThat(text(pdf, 2)).contains("姓名", "会费", "第 2 页，共 4 页").doesNotContain("单位");
        assertThat(text(pdf, 4)).contains("高行99", "盖章处");
    }

    @Test
    void a_sign_that_the_font_lacks_is_shown_to_be_lacking() throws IOException {
        assertThat(text(press.print(printout("𠮷野", 1)), 1)).contains("〓野", "手写补上");
    }

    @Test
    void a_long_text_is_broken_into_lines_and_loses_nothing() throws IOException {
        String name = "北京市第一建筑工程有限责任公司机械设备租赁分公司联合工会".repeat(6);

        assertThat(text(press.print(printout(name, 1)), 1).replaceAll("\\s", ""))
                .contains(name);
    }
}
