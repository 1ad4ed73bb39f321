package org.huzhu.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huzhu.command.terminal.Table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @Test
    void chinese_and_latin_cells_line_up_and_numbers_stand_on_the_right() {
        String text = new Table(Column.text("机构"), Column.number("人次"), Column.number("金额（元）"), Column.text("备注"))
                .row("朝阳", "12", "1,234.50", "")
                .row("Tongzhou", "3", "70.00", "重点")
                .text();

        assertThat(text).isEqualTo("""
                机构      人次  金额（元）  备注
                --------  ----  ----------  ----
                朝阳        12    1,234.50
                Tongzhou     3       70.00  重点
                """);
    }

    @Test
    void a_table_without_rows_shows_its_headings() {
        assertThat(new Table(Column.text("计划")).text()).isEqualTo("计划\n----\n");
    }

    @Test
    void a_long_text_is_carried_on_in_its_column() {
        String long44 = "一二三四五六七八九十".repeat(2) + "甲乙";
        String text = new Table(Column.text("条文"), Column.number("天"))
                .row(long44 + "丙，丁", "9")
                .text();

        assertThat(text.lines().skip(2)).containsExactly(long44 + "   9", "丙，丁");
    }

    @Test
    void a_latin_word_is_not_broken_and_marks_stay_with_what_they_open_or_close() {
        assertThat(Wrap.lines("参见 payments.csv 文件", 14)).containsExactly("参见", "payments.csv", "文件");
        assertThat(Wrap.lines("一二三，四", 6)).containsExactly("一二三，", "四");
        assertThat(Wrap.lines("一二（三）", 6)).containsExactly("一二", "（三）");
        assertThat(Wrap.lines("", 6)).containsExactly("");
    }

    @Test
    void a_sum_has_separators_and_both_decimals() {
        assertThat(Sums.ofFen(1_747_486_00)).isEqualTo("1,747,486.00元");
        assertThat(Sums.ofFen(-5)).isEqualTo("-0.05元");
        assertThat(Sums.ofFen(-123_456)).isEqualTo("-1,234.56元");
        assertThat(Sums.ofFen(0)).isEqualTo("0.00元");
    }

    @Test
    void a_row_with_a_cell_too_few_is_refused() {
        Table table = new Table(Column.text("计划"), Column.number("金额"));

        assertThatThrownBy(() -> table.row("一")).hasMessageContaining("2 columns, not 1");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "职工, 4", "（甲）, 6", "￥1.00, 6", "¥1.00, 5", "á, 1", "𠮷, 2", "阿依古丽·买买提, 15", "ﾊ, 1", "가, 2"})
    void a_wide_character_takes_two_columns(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void a_mark_that_joins_the_letter_before_takes_none() {
        assertThat(DisplayWidth.of("a\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("\uFEFF职")).isEqualTo(2);
        assertThat(DisplayWidth.of("")).isZero();
    }
}
