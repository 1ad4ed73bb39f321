package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.CostField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a settlement hands over to be kept. */
class SettledFactsTest {

    private final Desk desk;
    private final List<SettledFacts> taken = new ArrayList<>();

    SettledFactsTest(@TempDir Path directory) {
        desk = new Desk(directory);
    }

    @Test
    void members_stand_in_the_order_of_their_numbers_with_what_is_known_of_them() {
        desk.members(
                "M2," + Desk.LI + ",李四,6002,2014-01-01,,西城",
                "M10," + Desk.WANG + ",王五,6003,2014-01-01,,",
                "M1," + Desk.ZHANG + ",张三,6001,2014-01-01,,东城");

        SettledFacts facts = settle(1, List.of());

        Part part = facts.part(0);
        assertThat(facts.parts()).isEqualTo(1);
        assertThat(facts.memberNos(0)).containsExactly("M1", "M10", "M2");
        assertThat(facts.words().word(part.members().agency(0))).isEqualTo("东城");
        assertThat(facts.words().word(part.members().agency(1))).isEmpty();
        assertThat(part.members().sex(0)).isEqualTo(Sex.FEMALE);
        assertThat(part.members().bornOn(0)).isEqualTo(day("1949-12-31"));
    }

    @Test
    void cards_that_overlap_or_touch_are_one_coverage_period() {
        desk.members(
                "M1," + Desk.ZHANG + ",张三,6001,2014-03-01,2014-06-01,东城",
                "M1," + Desk.ZHANG + ",张三,6002,2014-01-01,2014-04-01,东城",
                "M1," + Desk.ZHANG + ",张三,6003,2014-06-01,2014-07-01,东城",
                "M1," + Desk.ZHANG + ",张三,6004,2014-08-01,2014-08-01,东城",
                "M1," + Desk.ZHANG + ",张三,6005,2014-09-01,,东城");

        FactColumns facts = settle(1, List.of()).part(0).facts();

        Terms terms = facts.terms();
        assertThat(facts.termsTo(0)).isEqualTo(2);
        assertThat(terms.from(0)).isEqualTo(day("2014-01-01"));
        assertThat(terms.until(0)).isEqualTo(day("2014-07-01"));
        assertThat(terms.from(1)).isEqualTo(day("2014-09-01"));
        assertThat(terms.until(1)).isEqualTo(Day.END);
        assertThat(terms.units(0)).isEqualTo(1);
    }

    @Test
    void only_rows_that_count_are_there_by_day_and_then_by_record_number() {
        FactColumns facts = settle(
                        1,
                        List.of(),
                        Desk.stay("R9", Desk.ZHANG, "2014-02-01", "900"),
                        Desk.stay("R10", Desk.ZHANG, "2014-02-01", "1000"),
                        Desk.outpatient("R2", Desk.ZHANG, "2014-01-15", "20.05"),
                        Desk.outpatient("R3", Desk.ZHANG, "2014-01-16", "30"),
                        Desk.cancel("R4", "2014-01-17", "R3"),
                        Desk.outpatient("R5", Desk.STRANGER, "2014-01-16", "50"))
                .part(0)
                .facts();

        assertThat(facts.events()).isEqualTo(3);
        assertThat(costs(facts)).containsExactly(2_005L, 100_000L, 90_000L);
        assertThat(facts.isVisit(0)).isTrue();
        assertThat(facts.day(1)).isEqualTo(day("2014-02-01"));
        assertThat(facts.stays().settledOn(facts.row(1))).isEqualTo(day("2014-03-31"));
        assertThat(facts.stays().dischargedOn(facts.row(1))).isEqualTo(day("2014-03-31"));
    }

    @Test
    void what_earlier_quarters_paid_is_there_by_quarter_even_for_those_who_left() {
        List<Path> paid = List.of(
                desk.file("two.csv", HEADER, paid("M3", Desk.WANG, 2, "7.50"), paid("M0", Desk.STRANGER, 2, "9.00")),
                desk.file("one.csv", HEADER, paid("M3", Desk.WANG, 1, "5.00"), paid("M1", Desk.ZHANG, 1, "-1.00")));

        SettledFacts settled = settle(3, paid);

        FactColumns facts = settled.part(0).facts();
        assertThat(settled.memberNos(0)).containsExactly("M0", "M1", "M2", "M3");
        assertThat(facts.termsTo(0)).isZero();
        assertThat(facts.payments().amountFen(0)).isEqualTo(900);
        assertThat(facts.paymentsTo(1)).isEqualTo(1);
        assertThat(facts.payments().amountFen(1)).isEqualTo(500);
        assertThat(facts.payments().on(1)).isEqualTo(day("2014-03-31"));
        assertThat(facts.payments().amountFen(2)).isEqualTo(750);
        assertThat(facts.payments().on(2)).isEqualTo(day("2014-06-30"));
        assertThat(settled.words().word(facts.payments().clause(2))).isEqualTo("第六条");
    }

    @Test
    void nothing_is_written_where_the_facts_cannot_be_kept() {
        SettlementRequest request = desk.request(1, List.of(desk.feed("feed.csv")), List.of());

        assertThatThrownBy(() -> Settlement.settle(request, Desk.RULE, SettlementListener.SILENT, facts -> {
                    throw new SettlementStopped("no room");
                }))
                .hasMessage("no room");
        assertThat(request.out()).doesNotExist();
    }

    private static final String HEADER = "member_no,id_number,card_no,agency,year,quarter,"
            + "outpatient_self_pay_1,inpatient_self_pay_1,entitled,paid_before,due";

    private static String paid(String memberNo, String id, int quarter, String due) {
        return String.join(",", memberNo, id, "6", "东城", "2014", String.valueOf(quarter), "0", "0", "0", "0", due);
    }

    private SettledFacts settle(int quarter, List<Path> paid, String... rows) {
        SettlementRequest request = desk.request(quarter, List.of(desk.feed("feed.csv", rows)), paid);
        Settlement.settle(request, Desk.RULE, SettlementListener.SILENT, taken::add);
        return taken.getFirst();
    }

    private static List<Long> costs(FactColumns facts) {
        List<Long> costs = new ArrayList<>();
        for (int event = 0; event < facts.events(); event++) {
            costs.add(facts.bills().fen(CostField.SELF_PAY_1, facts.bill(event)));
        }
        return costs;
    }

    private static int day(String day) {
        return Day.of(LocalDate.parse(day));
    }
}
