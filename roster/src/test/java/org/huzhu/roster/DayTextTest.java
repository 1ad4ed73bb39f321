package org.huzhu.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.huzhu.roster.table.Serials;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-01",
                "2026-9-1",
                "2026/9/1",
                "2026.9.1",
                "2026年9月1日",
                "2026年09月01号",
                "20260901",
                "2026 9 1",
                "2026、9、1",
                "2026,9,1",
                "2026-9-1 0:00",
                "2026-09-01 00:00:00",
                "2026-09-01T00:00:00Z",
                "２０２６－９－１",
                "2026－9－1",
                "二〇二六年九月一日",
                "1-Sep-2026",
                "1 September 2026",
                "Sep 1, 2026",
                "2026年9月1日 星期二",
                "2026/9/1（周二）",
                "2026_9_1",
                "46266",
                "46266.5",
                "'2026-9-1",
                " 2026 - 9 - 1 ",
                "2026年9月1日上午9时"
            })
    void a_day_is_understood_in_all_the_ways_it_is_typed(String typed) {
        assertThat(DayText.of(typed, Serials.FROM_1900).day()).contains(LocalDate.of(2026, 9, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "12/31/2026, 2026-12-31",
        "31/12/2026, 2026-12-31",
        "5/5/2026, 2026-05-05",
        "二零二六年十二月三十一日, 2026-12-31",
        "二〇二六年十月二十日, 2026-10-20",
        "2000-2-29, 2000-02-29",
        "59, 1900-02-28"
    })
    void what_can_be_only_one_day_is_that_day(String typed, LocalDate day) {
        if (typed.length() > 2) {
            assertThat(DayText.of(typed, Serials.FROM_1900).day()).contains(day);
        } else {
            assertThat(Serials.FROM_1900.day(Double.parseDouble(typed))).contains(day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-2-29, DATE_IMPOSSIBLE", "2026-13-1, DATE_IMPOSSIBLE", "1026-1-1, DATE_IMPOSSIBLE",
                "20261301, DATE_IMPOSSIBLE",
        "9/1/2026, DATE_AMBIGUOUS", "26-9-1, DATE_AMBIGUOUS", "1-Sep-26, DATE_AMBIGUOUS", "2026年9月, DATE_WITHOUT_DAY",
        "2026.9, DATE_WITHOUT_DAY", "202609, DATE_WITHOUT_DAY", "长期, DATE_UNKNOWN", "2026-9-1-1, DATE_UNKNOWN"
    })
    void what_is_no_day_or_several_says_so(String typed, TroubleKind kind) {
        DayText read = DayText.of(typed, Serials.FROM_1900);
        assertThat(read.day()).isEmpty();
        assertThat(read.trouble()).isEqualTo(kind);
    }
}
