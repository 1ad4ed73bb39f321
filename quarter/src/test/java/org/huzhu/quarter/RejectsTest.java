package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.quarter.Desk.LI;
import static org.huzhu.quarter.Desk.STRANGER;
import static org.huzhu.quarter.Desk.WANG;
import static org.huzhu.quarter.Desk.WANG_OLD;
import static org.huzhu.quarter.Desk.ZHANG;
import static org.huzhu.quarter.Desk.cancel;
import static org.huzhu.quarter.Desk.outpatient;
import static org.huzhu.quarter.Desk.stay;

import java.nio.file.Path;
import java.util.List;
import org.huzhu.quarter.Desk.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectsTest {

    private static final String GOOD = outpatient("R0", ZHANG, "2014-03-01", "100.00");

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void layTheDesk() {
        desk = new Desk(directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | '' | record_no为空",
                "2 | Outpatient | visit为“Outpatient”",
                "3 | '' | admitted_on为“”",
                "3 | 2014-02-30 | admitted_on为“2014-02-30”",
                "4 | 2014-3-1 | discharged_on为“2014-3-1”",
                "4 | 2014-02-28 | 出院日2014-02-28早于入院日2014-03-01",
                "5 | 20140301 | settled_on为“20140301”",
                "7 | -1 | total为“-1”",
                "8 | 1.234 | fund_paid为“1.234”",
                "9 | +1 | large_sum_paid为“+1”",
                "10 | '1 ' | self_pay_1为“1 ”",
                "10 | .5 | self_pay_1为“.5”",
                "11 | 1. | self_pay_2为“1.”",
                "11 | 1e3 | self_pay_2为“1e3”",
                "12 | '' | own_cost为“”",
                "12 | １ | own_cost为“１”",
                "12 | 1000000000000 | own_cost为“1000000000000”",
                "12 | 99999999999999999999999 | own_cost为“999****************9999”",
            })
    void a_row_that_is_not_in_form_is_a_bad_row(int column, String value, String detail) {
        String[] fields = GOOD.split(",", -1);
        fields[column] = value;
        fields[0] = column == 0 ? value : "R1";

        Outcome outcome = desk.settle(1, String.join(",", fields), GOOD);

        assertThat(outcome.reasons()).containsExactly("BAD_ROW");
        assertThat(outcome.rejects().getFirst())
                .startsWith("feed.csv,2," + fields[0] + ",BAD_ROW,")
                .contains(detail);
    }

    @Test
    void a_row_with_a_column_too_many_or_too_few_is_a_bad_row_and_no_more() {
        Outcome outcome = desk.settle(1, GOOD + ",", "R1,x", ZHANG + ",outpatient", GOOD);

        assertThat(outcome.rejects())
                .containsExactly(
                        "feed.csv,2,R0,BAD_ROW,有15列，应为14列",
                        "feed.csv,3,R1,BAD_ROW,有2列，应为14列",
                        "feed.csv,4,110***********002X,BAD_ROW,有2列，应为14列");
    }

    @Test
    void a_wrong_identity_number_is_refused_and_shown_masked() {
        Outcome outcome = desk.settle(
                1,
                outpatient("R1", "110105194912310021", "2014-03-01", "1"),
                outpatient("R2", "110101190002290018", "2014-03-01", "1"),
                outpatient("R3", "11010519491231002", "2014-03-01", "1"),
                outpatient("R4", "", "2014-03-01", "1"),
                outpatient("R5", "11010519491231OO2X", "2014-03-01", "1"));

        assertThat(outcome.reasons()).containsOnly("BAD_ID").hasSize(5);
        assertThat(outcome.rejects().get(0)).endsWith("身份证号110***********0021的校验码不符");
        assertThat(outcome.rejects().get(1)).endsWith("的出生日期不是日历上有的日期");
        assertThat(outcome.rejects().get(2)).endsWith("有17位，应为18位或15位");
        assertThat(outcome.rejects().get(4)).endsWith("含有不该有的字符");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void what_a_spreadsheet_would_take_for_a_formula_stands_as_text(String number) {
        Outcome outcome = desk.settle(1, outpatient(number, "", "2014-03-01", "1"));

        assertThat(outcome.rejects()).singleElement().asString().startsWith("feed.csv,2,'" + number + ",");
    }

    @Test
    void a_total_may_stray_one_fen_from_its_parts_and_not_two() {
        String parts = "2014-03-01,2014-03-01,2014-03-01,医院,%s,10.00,20.00,30.00,40.00,50.00,";

        Outcome outcome = desk.settle(
                1,
                "R1," + ZHANG + ",outpatient," + parts.formatted("150.01"),
                "R2," + ZHANG + ",outpatient," + parts.formatted("149.99"),
                "R3," + ZHANG + ",outpatient," + parts.formatted("150.02"),
                "R4," + ZHANG + ",outpatient," + parts.formatted("149.98"));

        assertThat(outcome.rejects())
                .containsExactly(
                        "feed.csv,4,R3,AMOUNTS_DISAGREE,总额150.02，五项之和150.00，相差超过0.01元",
                        "feed.csv,5,R4,AMOUNTS_DISAGREE,总额149.98，五项之和150.00，相差超过0.01元");
    }

    @Test
    void only_what_was_settled_in_the_year_up_to_the_quarter_counts() {
        Outcome outcome = desk.settle(
                2,
                outpatient("R1", ZHANG, "2013-12-31", "1"),
                outpatient("R2", ZHANG, "2014-01-01", "1"),
                outpatient("R3", ZHANG, "2014-06-30", "1"),
                outpatient("R4", ZHANG, "2014-07-01", "1"),
                cancel("R5", "2014-07-01", "R2"));

        assertThat(outcome.rejects().stream().map(line -> line.substring(0, 14)))
                .containsExactly("feed.csv,2,R1,", "feed.csv,5,R4,", "feed.csv,6,R5,");
        assertThat(outcome.reasons()).containsOnly("OUT_OF_YEAR");
    }

    @Test
    void of_rows_with_one_number_the_first_that_was_in_order_stands() {
        String first = outpatient("R1", ZHANG, "2014-03-01", "2800.00");

        Outcome outcome = desk.settle(
                1,
                outpatient("R1", "123", "2014-03-01", "9"),
                first,
                first.replace("2800.00", "2800.0"),
                first.replace("天坛", "地坛"),
                outpatient("R1", ZHANG, "2014-03-02", "2800.00"),
                cancel("R1", "2014-03-01", "R9"));

        assertThat(outcome.reasons())
                .containsExactly("BAD_ID", "DUPLICATE", "CONFLICTING", "CONFLICTING", "CONFLICTING");
        assertThat(outcome.rejects().get(1)).endsWith("与feed.csv第3行相同，以先出现的为准");
        assertThat(outcome.payments().getFirst()).endsWith("2800.00,0.00,200.00,0.00,200.00");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 440524188001010014",
        "2, inpatient",
        "3, 2014-02-28",
        "4, 2014-03-01",
        "5, 2014-03-04",
        "6, 院",
        "7, 15.01",
        "8, 1.01",
        "9, 1.99",
        "10, 3.01",
        "11, 3.99",
        "12, 5.01"
    })
    void every_field_belongs_to_the_content(int column, String value) {
        String row = "R1," + ZHANG + ",outpatient,2014-03-01,2014-03-02,2014-03-03,医院,15.00,1,2,3,4,5,";
        String[] fields = row.split(",", -1);
        fields[column] = value;

        assertThat(desk.settle(1, row, row, String.join(",", fields)).reasons())
                .containsExactly("DUPLICATE", "CONFLICTING");
    }

    @Test
    void a_row_stands_before_a_later_one_of_its_number_even_if_its_person_is_unknown() {
        Outcome outcome = desk.settle(
                1, outpatient("R1", STRANGER, "2014-03-01", "1"), outpatient("R1", ZHANG, "2014-03-01", "1"));

        assertThat(outcome.reasons()).containsExactly("UNKNOWN_PERSON", "CONFLICTING");
    }

    @Test
    void both_forms_of_an_identity_number_are_one_person_and_one_content() {
        Outcome outcome = desk.settle(
                1, outpatient("R1", WANG, "2014-03-01", "2000"), outpatient("R1", WANG_OLD, "2014-03-01", "2000"));

        assertThat(outcome.reasons()).containsExactly("DUPLICATE");
        assertThat(outcome.payments())
                .containsExactly("M3," + WANG + ",6003,\"海淀, 北\",2014,1,2000.00,0.00,40.00,0.00,40.00");
    }

    @Test
    void of_two_files_the_one_given_first_stands() {
        Path one = desk.feed("a.csv", outpatient("R1", ZHANG, "2014-03-01", "1900"));
        Path other = desk.feed("b.csv", outpatient("R1", ZHANG, "2014-03-01", "2000"));

        assertThat(desk.settle(1, List.of(one, other), List.of()).rejects())
                .containsExactly("b.csv,2,R1,CONFLICTING,与a.csv第2行记录号相同而内容不同，以先出现的为准");
        assertThat(desk.settle(1, List.of(other, one), List.of()).payments().getFirst())
                .endsWith(",40.00,0.00,40.00");
    }

    @Test
    void a_cancelling_row_counts_with_three_of_its_fields_only() {
        Outcome outcome = desk.settle(
                1,
                stay("R1", ZHANG, "2014-01-01", "2300"),
                "C1,no number,neither,2014-99-99,x,2014-03-31,,a,b,c,d,e,f,R1",
                "C1,another,neither,,,2014-03-31,,,,,,,,R1",
                "C1,,,,,2014-03-30,,,,,,,,R1",
                ",,,,,2014-03-31,,,,,,,,R1",
                "C2,,,,,soon,,,,,,,,R1");

        assertThat(outcome.payments()).isEmpty();
        assertThat(outcome.reasons()).containsExactly("DUPLICATE", "CONFLICTING", "BAD_ROW", "BAD_ROW");
    }

    @Test
    void a_cancellation_takes_back_a_row_wherever_it_stands_and_whosever_it_is() {
        Outcome outcome = desk.settle(
                1,
                cancel("C1", "2014-01-01", "R1"),
                outpatient("R1", ZHANG, "2014-03-01", "5000"),
                outpatient("R2", LI, "2014-03-01", "5000"),
                cancel("C2", "2014-01-01", "R2").replace("C2,,", "C2," + ZHANG + ","));

        assertThat(outcome.rejects()).isEmpty();
        assertThat(outcome.payments()).isEmpty();
        assertThat(outcome.summary()).contains("\"cancelling_rows\": 2", "\"cancelled_rows\": 2");
    }

    @Test
    void what_was_not_accepted_or_is_a_cancellation_cannot_be_cancelled() {
        Outcome outcome = desk.settle(
                1,
                outpatient("R1", STRANGER, "2014-03-01", "1"),
                outpatient("R2", ZHANG, "2014-03-01", "1"),
                cancel("C1", "2014-03-01", "R1"),
                cancel("C2", "2014-03-01", "nowhere"),
                cancel("C3", "2014-03-01", "R2"),
                cancel("C4", "2014-03-01", "C3"),
                cancel("C5", "2014-03-01", "C5"),
                cancel("C6", "2014-03-01", "R2"));

        assertThat(outcome.reasons())
                .containsExactly(
                        "UNKNOWN_PERSON",
                        "CANCELS_UNKNOWN",
                        "CANCELS_UNKNOWN",
                        "CANCELS_UNKNOWN",
                        "CANCELS_UNKNOWN",
                        "CANCELLED_TWICE");
        assertThat(outcome.rejects().get(3)).contains(",C4,").endsWith("本身是一条撤销记录");
    }

    @Test
    void a_person_without_a_card_is_unknown_and_one_whose_card_has_ended_is_not_covered() {
        Outcome outcome = desk.settle(
                3,
                outpatient("R1", STRANGER, "2014-03-01", "1"),
                outpatient("R2", LI, "2014-01-31", "1"),
                outpatient("R3", LI, "2014-02-01", "1"),
                outpatient("R4", LI, "2014-08-31", "1"),
                outpatient("R5", LI, "2014-09-01", "1"));

        assertThat(outcome.rejects())
                .containsExactly(
                        "feed.csv,2,R1,UNKNOWN_PERSON,身份证号110***********1233不在会员名册中",
                        "feed.csv,3,R2,NOT_COVERED,会员的卡在结算日2014-01-31无效",
                        "feed.csv,6,R5,NOT_COVERED,会员的卡在结算日2014-09-01无效");
    }

    @Test
    void rejects_stand_in_the_order_of_the_input() {
        Path feed = desk.feed("feed.csv", outpatient("R1", STRANGER, "2014-03-01", "1"), "bad", GOOD, GOOD);
        desk.members("M1," + ZHANG + ",张三,6001,2014-01-01,,东城", "M2,123,李四,6002,2014-02-01,,西城", "M3");

        Outcome outcome = desk.settle(1, List.of(feed), List.of());

        assertThat(outcome.rejects().stream().map(line -> line.substring(0, line.lastIndexOf(','))))
                .containsExactly(
                        "feed.csv,2,R1,UNKNOWN_PERSON",
                        "feed.csv,3,bad,BAD_ROW",
                        "feed.csv,5,R0,DUPLICATE",
                        "members.csv,3,M2,BAD_ID",
                        "members.csv,4,M3,BAD_ROW");
    }

    @Test
    void no_whole_identity_number_is_in_the_rejects() {
        Outcome outcome = desk.settle(
                1,
                "R1,x," + ZHANG + ",2014-03-01,2014-03-01,2014-03-01,a,1,1,0,0,0,0,",
                outpatient("R2", STRANGER, "2014-03-01", "1"),
                "R3," + ZHANG + ",outpatient,2014-03-01,2014-03-01,2014-03-01,a," + WANG_OLD + "0,1,0,0,0,0,",
                cancel("R4", "2014-03-01", WANG));

        assertThat(String.join("\n", outcome.rejects())).doesNotContainPattern("\\d{15}");
        assertThat(outcome.rejects()).hasSize(4);
    }
}
