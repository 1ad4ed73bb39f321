package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.quarter.Desk.LI;
import static org.huzhu.quarter.Desk.WANG;
import static org.huzhu.quarter.Desk.WANG_OLD;
import static org.huzhu.quarter.Desk.ZHANG;
import static org.huzhu.quarter.Desk.cancel;
import static org.huzhu.quarter.Desk.outpatient;
import static org.huzhu.quarter.Desk.stay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.quarter.Desk.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuesTest {

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void layTheDesk() {
        desk = new Desk(directory);
    }

    @Test
    void stays_are_counted_by_admission_then_by_record_number() {
        Outcome outcome = desk.settle(
                1,
                stay("B", ZHANG, "2014-02-01", "1000"),
                stay("A10", ZHANG, "2014-02-01", "1400"),
                stay("A9", ZHANG, "2014-03-01", "600"),
                stay("C", LI, "2014-02-02", "1000"),
                stay("D", LI, "2014-02-01", "1400"));

        assertThat(outcome.payments())
                .containsExactly(
                        "M1," + ZHANG + ",6001,东城,2014,1,0.00,3000.00,90.00,0.00,90.00",
                        "M2," + LI + ",6002,西城,2014,1,0.00,2400.00,90.00,0.00,90.00");
    }

    @Test
    void a_cancelled_stay_is_no_longer_the_first() {
        Outcome outcome = desk.settle(
                1,
                stay("A", ZHANG, "2014-01-01", "1300"),
                stay("B", ZHANG, "2014-02-01", "2300"),
                cancel("C", "2014-03-01", "A"));

        assertThat(outcome.payments())
                .containsExactly("M1," + ZHANG + ",6001,东城,2014,1,0.00,2300.00,200.00,0.00,200.00");
    }

    @Test
    void a_late_stay_that_lies_before_shifts_those_already_paid() {
        Path q1 = desk.feed("q1.csv", stay("B", ZHANG, "2014-02-01", "2300"));
        Path q2 = desk.feed("q2.csv", stay("A", ZHANG, "2014-01-01", "700").replace("2014-03-31", "2014-04-01"));

        Outcome first = desk.settle(1, List.of(q1), List.of());
        Outcome second = desk.settle(2, List.of(q1, q2), List.of(first.out().resolve("payments.csv")));

        assertThat(first.payments().getFirst()).endsWith(",200.00,0.00,200.00");
        assertThat(second.payments().getFirst()).endsWith(",3000.00,330.00,200.00,130.00");
    }

    @Test
    void what_was_paid_too_much_is_carried_and_made_good_by_later_quarters() {
        Path q1 = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "2800"));
        Path q2 = desk.feed("q2.csv", cancel("C", "2014-04-01", "A"));
        Path q3 = desk.feed("q3.csv", outpatient("B", ZHANG, "2014-07-01", "3300"));

        Outcome first = desk.settle(1, List.of(q1), List.of());
        Path paid = first.out().resolve("payments.csv");
        Outcome second = desk.settle(2, List.of(q1, q2), List.of(paid));
        Outcome third =
                desk.settle(3, List.of(q1, q2, q3), List.of(paid, second.out().resolve("payments.csv")));

        assertThat(second.payments()).isEmpty();
        assertThat(second.carried()).containsExactly("M1," + ZHANG + ",6001,东城,2014,2,0.00,0.00,0.00,200.00,-200.00");
        assertThat(third.payments())
                .containsExactly("M1," + ZHANG + ",6001,东城,2014,3,3300.00,0.00,300.00,200.00,100.00");
        assertThat(third.summary())
                .contains("\"person_times\": 1,", "\"year_to_date\": {\"persons\": 1, \"person_times\": 2}");
    }

    @Test
    void whoever_is_due_nothing_is_in_neither_list() {
        Path feed = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "2800"));
        Outcome first = desk.settle(1, List.of(feed), List.of());

        Outcome second = desk.settle(2, List.of(feed), List.of(first.out().resolve("payments.csv")));

        assertThat(second.payments()).isEmpty();
        assertThat(second.carried()).isEmpty();
        assertThat(second.summary())
                .contains("\"due\": 0, \"carried\": 0, \"entitled\": 20000, \"paid_before\": 20000");
    }

    @Test
    void whoever_was_paid_and_left_the_register_is_carried_with_what_the_list_said() {
        Path feed = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "2800"));
        Path paid = desk.settle(1, List.of(feed), List.of()).out().resolve("payments.csv");
        desk.members("M2," + LI + ",李四,6002,2014-02-01,,西城");

        Outcome second = desk.settle(2, List.of(feed), List.of(paid));

        assertThat(second.reasons()).containsExactly("UNKNOWN_PERSON");
        assertThat(second.carried()).containsExactly("M1," + ZHANG + ",6001,东城,2014,2,0.00,0.00,0.00,200.00,-200.00");
    }

    @Test
    void the_yearly_maximum_holds_over_all_quarters() {
        Path q1 = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "900000"));
        Path q2 = desk.feed("q2.csv", outpatient("B", ZHANG, "2014-04-01", "900000"));

        Path paid = desk.settle(1, List.of(q1), List.of()).out().resolve("payments.csv");
        Outcome second = desk.settle(2, List.of(q1, q2), List.of(paid));

        assertThat(second.payments().getFirst()).endsWith(",1800000.00,0.00,200653.00,179640.00,21013.00");
    }

    @Test
    void lists_are_sorted_by_the_bytes_of_the_member_number() {
        desk.members(
                "M9," + ZHANG + ",张三,6001,2014-01-01,,东城",
                "M10," + LI + ",李四,6002,2014-01-01,,西城",
                "会员," + WANG + ",王五,6003,2014-01-01,,海淀");

        Outcome outcome = desk.settle(
                1,
                outpatient("A", ZHANG, "2014-03-01", "2000"),
                outpatient("B", LI, "2014-03-01", "2000"),
                outpatient("C", WANG, "2014-03-01", "2000"));

        assertThat(outcome.payments().stream().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("M10", "M9", "会员");
    }

    @Test
    void the_card_valid_on_the_last_day_of_the_quarter_is_paid_else_the_one_that_began_last() {
        desk.members(
                "M1," + ZHANG + ",张三,old,2014-01-01,2014-03-31,a",
                "M1," + ZHANG + ",张三,new,2014-03-31,,b",
                "M2," + LI + ",李四,last,2014-02-01,2014-03-01,c",
                "M2," + LI + ",李四,first,2014-01-01,2014-03-31,d",
                "M3," + WANG + ",王五,now,2014-01-01,,e",
                "M3," + WANG_OLD + ",王五,next,2014-04-01,,f");

        Outcome outcome = desk.settle(
                1,
                outpatient("A", ZHANG, "2014-03-01", "2000"),
                outpatient("B", LI, "2014-03-05", "2000"),
                outpatient("C", WANG, "2014-03-31", "2000"));

        assertThat(outcome.payments().stream().map(line -> line.split(",", -1)[2]))
                .containsExactly("new", "last", "now");
    }

    @Test
    void a_member_number_belongs_to_one_person() {
        desk.members(
                "M1," + ZHANG + ",张三,6001,2014-01-01,,东城",
                "M1," + LI + ",李四,6002,2014-01-01,,西城",
                "M3," + WANG + ",王五,6003,2014-02-01,2014-01-01,海淀");

        assertThat(desk.settle(1, outpatient("A", WANG, "2014-03-01", "1")).rejects())
                .containsExactly(
                        "feed.csv,2,A,UNKNOWN_PERSON,身份证号130***********0016不在会员名册中",
                        "members.csv,3,M1,CONFLICTING,会员号M1已属于身份证号为110***********002X的另一人",
                        "members.csv,4,M3,BAD_ROW,valid_to（2014-01-01）早于valid_from（2014-02-01）");
    }

    @Test
    void a_person_with_two_member_numbers_is_one_person_and_paid_once() {
        desk.members("M1," + ZHANG + ",张三,6001,2014-01-01,2014-03-01,东城", "M8," + ZHANG + ",张三,6008,2014-03-01,,西城");

        Desk.Outcome outcome = desk.settle(
                1, outpatient("A", ZHANG, "2014-02-01", "1800"), outpatient("B", ZHANG, "2014-03-31", "1000"));

        assertThat(outcome.rejects()).isEmpty();
        assertThat(outcome.payments())
                .containsExactly("M8," + ZHANG + ",6008,西城,2014,1,2800.00,0.00,200.00,0.00,200.00");
        assertThat(outcome.summary()).contains("1行给同一人登记了另一个会员号");
    }

    @Test
    void one_list_given_twice_stops_the_run() {
        Path feed = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "2800"));
        Path paid = desk.settle(1, List.of(feed), List.of()).out().resolve("payments.csv");

        assertThatThrownBy(() -> desk.settle(2, List.of(feed), List.of(paid, paid)))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("payments.csv#2 第2行第二次列出会员M1第1季度的支付");
    }

    @Test
    void a_list_of_this_quarter_or_another_year_stops_the_run() {
        Path feed = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "2800"));
        Path paid = desk.settle(1, List.of(feed), List.of()).out().resolve("payments.csv");
        String other = Desk.textOf(paid).replace(",2014,", ",2013,");

        assertThatThrownBy(() -> desk.settle(1, List.of(feed), List.of(paid)))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("第2行是2014年第1季度的");
        assertThatThrownBy(() -> desk.settle(2, List.of(feed), List.of(desk.file("p.csv", other))))
                .hasMessageContaining("2013年");
    }

    @Test
    void a_list_of_what_was_carried_adds_nothing_and_is_noted() {
        Path feed = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "2800"));
        Path carried =
                desk.file("carried.csv", Dues.HEADER, "M1," + ZHANG + ",6001,东城,2014,1,0.00,0.00,0.00,5.00,-5.00");

        Outcome outcome = desk.settle(2, List.of(feed), List.of(carried));

        assertThat(outcome.payments().getFirst()).endsWith(",200.00,0.00,200.00");
        assertThat(outcome.summary()).contains("carried.csv里没有一笔支付，像是结转清单");
    }

    @Test
    void a_bad_row_of_a_payment_list_is_rejected_and_noted() {
        Path feed = desk.feed("q1.csv", outpatient("A", ZHANG, "2014-03-01", "2800"));
        Path paid = desk.file(
                "paid.csv",
                Dues.HEADER,
                "M1," + ZHANG + ",6001,东城,2014,1,0.00,0.00,0.00,5.00,1e2",
                "M1,1,6001,东城,2014,1,0.00,0.00,0.00,5.00,1",
                "M1," + ZHANG + ",6001,东城,2014,5,0.00,0.00,0.00,5.00,1");

        Outcome outcome = desk.settle(2, List.of(feed), List.of(paid));

        assertThat(outcome.reasons()).containsExactly("BAD_ROW", "BAD_ID", "BAD_ROW");
        assertThat(outcome.summary()).contains("paid.csv有3行读不出");
    }

    @Test
    void a_rule_that_does_not_hold_for_the_whole_year_is_refused() {
        SettlementRequest request = new SettlementRequest(
                2021, 1, List.of(desk.feed("q1.csv")), directory.resolve("members.csv"), new ArrayList<>(), directory);

        assertThatThrownBy(() -> Settlement.settle(request, Desk.RULE, SettlementListener.SILENT))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("2021年");
    }
}
