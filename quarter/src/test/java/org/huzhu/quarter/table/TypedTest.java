package org.huzhu.quarter.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void every_day_of_the_calendar_is_read_and_no_other() {
        for (int year : new int[] {1, 4, 100, 400, 1899, 1900, 1970, 2000, 2014, 2024, 2100, 9999}) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    boolean isReal = month >= 1
                            && month <= 12
                            && day >= 1
                            && day <= LocalDate.of(year, month, 1).lengthOfMonth();

                    int read = day("%04d-%02d-%02d".formatted(year, month, day));

                    assertThat(read)
                            .isEqualTo(
                                    isReal
                                            ? (int) LocalDate.of(year, month, day)
                                                    .toEpochDay()
                                            : Typed.NO_DAY);
                }
            }
        }
    }

    @Test
    void what_is_not_quite_a_date_is_none() {
        for (String text : List.of("", "2014-1-01", "2014/01/01", "20140101", "2014-01-01 ", "-014-01-01", "２014-01")) {
            assertThat(day(text)).isEqualTo(Typed.NO_DAY);
        }
    }

    @Test
    void an_amount_is_read_to_the_fen() {
        Cases.check(2_000, cases -> {
            long fen = cases.wholeBetween(0, cases.oneOf(List.of(1_000L, 99_999_999_999_999L)));
            String text = BigDecimal.valueOf(fen, 2).toPlainString();

            assertThat(fen(text)).isEqualTo(fen);
            assertThat(fen("000000000000000000" + text)).isEqualTo(fen);
        });
        assertThat(fen("7")).isEqualTo(700);
        assertThat(fen("7.5")).isEqualTo(750);
        assertThat(fen("0")).isZero();
    }

    @Test
    void what_is_not_quite_an_amount_is_none() {
        for (String text : List.of(
                "",
                ".",
                "1.",
                ".1",
                "1.234",
                "-1",
                "+1",
                " 1",
                "1 ",
                "1,0",
                "1e2",
                "0x1",
                "1.-1",
                "1.2.3",
                "1.a",
                "1000000000000",
                "999999999999999999999999999999")) {
            assertThat(fen(text)).as(text).isEqualTo(Typed.NONE_FEN);
        }
        assertThat(fen("999999999999.99")).isEqualTo(99_999_999_999_999L);
    }

    @Test
    void a_sign_is_read_only_where_it_may_stand() {
        byte[] bytes = "-12.50".getBytes(StandardCharsets.UTF_8);

        assertThat(Typed.signedFen(bytes, 0, bytes.length)).isEqualTo(-1_250);
        assertThat(Typed.signedFen(bytes, 0, 1)).isEqualTo(Typed.NONE_FEN);
        assertThat(Typed.signedFen("--1".getBytes(StandardCharsets.UTF_8), 0, 3))
                .isEqualTo(Typed.NONE_FEN);
    }

    private static int day(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Typed.day(bytes, 0, bytes.length);
    }

    private static long fen(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Typed.fen(bytes, 0, bytes.length);
    }
}
