package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.atLevel;
import static org.huzhu.adjudication.Happenings.bill;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.filed;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Happenings.to;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.percent;
import static org.huzhu.adjudication.Promises.share;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.paid;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.Term;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.ShareRow;
import org.huzhu.plan.Benefit.StayOrder;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.junit.jupiter.api.Test;

class CostSharesTest {

    private static final LocalDate END = START.plusYears(1);
    private static final Library BY_ADMISSION = plans(share(StayOrder.ADMISSION, 70, 60, 50));
    private static final Library BY_FILING = plans(share(StayOrder.FILING, 70, 60, 50));
    private static final LocalDate FIRST = START.plusDays(10);
    private static final LocalDate SECOND = START.plusDays(40);

    @Test
    void each_stay_of_the_term_is_shared_by_its_ordinal_and_the_last_row_goes_on() {
        Determination found = judge(
                BY_ADMISSION,
                List.of(year("试"), term("试", END, END.plusYears(1))),
                bill("住院1", FIRST, 1_000),
                bill("住院2", SECOND, 1_000),
                bill("住院3", SECOND.plusDays(9), 1_000),
                bill("住院4", SECOND.plusDays(19), 1_000),
                bill("住院5", END, 1_000));

        assertThat(found.lines())
                .extracting(Determination.Line::entitled)
                .containsExactly(yuan(700), yuan(600), yuan(500), yuan(500), yuan(700));
    }

    @Test
    void a_stay_filed_late_shifts_those_after_it_and_they_are_rated_anew() {
        Determination found = judge(
                BY_ADMISSION,
                List.of(year("试")),
                List.of(paid("试", "一", FIRST, "住院1", yuan(3_500)), paid("试", "一", SECOND, "住院2", yuan(3_000))),
                bill("住院1", FIRST, 5_000),
                bill("住院2", SECOND, 5_000),
                bill("住院3", START, 5_000));

        assertThat(found.lines())
                .extracting(Determination.Line::entitled)
                .containsExactly(yuan(3_000), yuan(2_500), yuan(3_500));
        assertThat(found.lines())
                .extracting(Determination.Line::due)
                .containsExactly(yuan(-500), yuan(-500), yuan(3_500));
        assertThat(found.due()).isEqualTo(yuan(2_500));
    }

    @Test
    void by_order_of_filing_what_was_paid_stays_as_it_was() {
        Determination found = judge(
                BY_FILING,
                List.of(year("试")),
                filed(Optional.of(FIRST.plusDays(9)), bill("住院1", FIRST, 5_000)),
                filed(Optional.of(SECOND.plusDays(9)), bill("住院2", SECOND, 5_000)),
                filed(Optional.of(SECOND.plusDays(10)), bill("住院3", START, 5_000)));

        assertThat(found.lines())
                .extracting(Determination.Line::entitled)
                .containsExactly(yuan(3_500), yuan(3_000), yuan(2_500));
    }

    @Test
    void by_order_of_filing_a_stay_without_a_day_of_filing_waits_for_it() {
        Determination found = judge(
                BY_FILING,
                List.of(year("试")),
                filed(Optional.empty(), bill("住院1", FIRST, 5_000)),
                bill("住院2", SECOND, 5_000));

        assertThat(reasons(found, "住院1")).containsExactly(new Reason.FactMissing("申报日"));
        assertThat(given(found, "一", "住院2")).isEqualTo(yuan(3_500));
    }

    @Test
    void a_stay_known_only_as_a_payment_counts_as_a_stay() {
        var before = paid("试", "一", FIRST, "", yuan(700));
        var after = paid("试", "一", SECOND.plusDays(1), "", yuan(700));

        assertThat(judge(BY_ADMISSION, List.of(year("试")), List.of(before), bill("住院2", SECOND, 1_000))
                        .entitled())
                .isEqualTo(yuan(600));
        assertThat(judge(BY_ADMISSION, List.of(year("试")), List.of(before, after), bill("住院2", SECOND, 1_000))
                        .entitled())
                .isEqualTo(yuan(600));
        assertThat(judge(BY_FILING, List.of(year("试")), List.of(before, after), bill("住院2", SECOND, 1_000))
                        .entitled())
                .isEqualTo(yuan(500));
        for (var other : List.of(
                paid("试", "一", START.minusDays(1), "", yuan(700)),
                paid("试", "一", FIRST, "", yuan(0)),
                paid("试", "二", FIRST, "", yuan(1)),
                paid("别", "一", FIRST, "", yuan(1)),
                to(child("甲"), before))) {
            assertThat(judge(BY_ADMISSION, List.of(year("试")), List.of(other), bill("住院2", SECOND, 1_000))
                            .entitled())
                    .isEqualTo(yuan(700));
        }
    }

    @Test
    void only_so_many_stays_of_a_term_are_paid() {
        List<ShareRow> rows = List.of(new ShareRow(1, true, OptionalInt.empty(), Money.ZERO, percent(50)));
        Library two = plans(share(rows, StayOrder.ADMISSION, OptionalInt.of(2)));
        Determination found = judge(
                two,
                List.of(year("试")),
                bill("住院1", FIRST, 1_000),
                bill("住院2", SECOND, 1_000),
                bill("住院3", SECOND.plusDays(9), 1_000));

        assertThat(found.entitled()).isEqualTo(yuan(1_000));
        assertThat(reasons(found, "住院3")).containsExactly(new Reason.TimesReached(2));
        assertThat(reasons(
                        judge(
                                two,
                                List.of(year("试")),
                                List.of(
                                        paid("试", "一", SECOND, "", yuan(500)),
                                        paid("试", "一", SECOND.plusDays(9), "", yuan(500))),
                                bill("住院1", FIRST, 1_000)),
                        "住院1"))
                .containsExactly(new Reason.TimesReached(2));
    }

    @Test
    void a_stay_for_which_there_is_no_row_is_refused_for_its_ordinal_or_its_hospital() {
        List<ShareRow> rows = List.of(
                new ShareRow(1, false, OptionalInt.of(3), yuan(200), percent(50)),
                new ShareRow(1, false, OptionalInt.of(2), yuan(100), percent(60)));
        Library plans = plans(share(rows, StayOrder.ADMISSION, OptionalInt.empty()));

        assertThat(judge(plans, List.of(year("试")), bill("住院1", FIRST, 1_000)).entitled())
                .isEqualTo(yuan(400));
        assertThat(judge(plans, List.of(year("试")), atLevel(2, bill("住院1", FIRST, 1_000)))
                        .entitled())
                .isEqualTo(yuan(540));
        assertThat(reasons(judge(plans, List.of(year("试")), atLevel(1, bill("住院1", FIRST, 1_000))), "住院1"))
                .containsExactly(new Reason.HospitalLevel(1, 2));
        assertThat(reasons(
                        judge(plans, List.of(year("试")), bill("住院1", FIRST, 1_000), bill("住院2", SECOND, 1_000)), "住院2"))
                .containsExactly(new Reason.TimesReached(1));
    }

    @Test
    void a_deductible_leaves_what_is_above_it_and_a_minimum_lifts_what_is_above_nothing() {
        Benefit.CostShare share = new Benefit.CostShare(
                CostField.SELF_PAY_1,
                Set.of(Cause.ILLNESS),
                List.of(new ShareRow(1, true, OptionalInt.empty(), yuan(300), percent(10))),
                StayOrder.ADMISSION,
                yuan(100),
                OptionalInt.empty(),
                RoundingMode.DOWN);
        Library plans = plans(share);

        assertThat(pays(plans, "300")).isEqualTo(yuan(0));
        assertThat(pays(plans, "300.10")).isEqualTo(yuan(100));
        assertThat(pays(plans, "1300")).isEqualTo(yuan(100));
        assertThat(pays(plans, "1300.10")).isEqualTo(Money.parseYuan("100.01"));
        assertThat(pays(plans, "1300.19")).isEqualTo(Money.parseYuan("100.01"));
    }

    private static Money pays(Library plans, String selfPay) {
        return judge(
                        plans,
                        List.of(year("试")),
                        Society.stay("住院1", FIRST, 3, Map.of(CostField.SELF_PAY_1, Money.parseYuan(selfPay))))
                .entitled();
    }

    @Test
    void the_working_names_ordinal_cost_deductible_share_and_minimum() {
        List<ShareRow> rows = List.of(new ShareRow(1, true, OptionalInt.empty(), yuan(300), percent(10)));
        Benefit.CostShare share = new Benefit.CostShare(
                CostField.SELF_PAY_1,
                Promises.ALL,
                rows,
                StayOrder.ADMISSION,
                yuan(100),
                OptionalInt.empty(),
                RoundingMode.HALF_UP);
        Determination found = judge(
                plans(share),
                List.of(year("试")),
                Society.stay("住院1", FIRST, 3, Map.of(CostField.SELF_PAY_1, yuan(400))));

        assertThat(found.lines().getFirst().working())
                .containsExactly(
                        new Step.Ordinal(1),
                        new Step.Cost(CostField.SELF_PAY_1, Optional.of("住院1"), yuan(400)),
                        new Step.Above(yuan(400), yuan(300), yuan(100)),
                        new Step.Share(yuan(100), percent(10), RoundingMode.HALF_UP, yuan(10)),
                        new Step.AtLeast(yuan(100)));
    }

    @Test
    void a_bill_that_lacks_the_part_that_is_shared_is_asked_for() {
        Determination other = judge(
                BY_ADMISSION,
                List.of(year("试")),
                Society.stay("住院1", FIRST, 3, Map.of(CostField.OWN_COST, yuan(1_000))));
        Determination none = judge(BY_ADMISSION, List.of(year("试")), stay("住院1", FIRST, 3));

        assertThat(reasons(other, "住院1")).containsExactly(new Reason.FactMissing("医保后自付"));
        assertThat(reasons(none, "住院1")).containsExactly(new Reason.NoCost(CostField.SELF_PAID_AFTER_INSURANCE));
    }

    @Test
    void a_stay_without_a_bill_is_not_asked_for_one_where_it_is_paid_by_the_day() {
        Library both = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, share(StayOrder.ADMISSION, 70))
                .clause("二", EventDay.ADMISSION, daily(40, 0))
                .plan());

        assertThat(judge(both, List.of(year("试")), stay("住院1", FIRST, 3)).denials())
                .isEmpty();
    }

    @Test
    void a_settlement_that_is_missing_is_asked_for() {
        Library settled = library(new Society.Draftsman("试")
                .clause("一", EventDay.SETTLEMENT, share(StayOrder.ADMISSION, 70))
                .plan());

        assertThat(reasons(judge(settled, List.of(year("试")), Happenings.unsettled(bill("住院1", FIRST, 1_000))), "住院1"))
                .containsExactly(new Reason.DayUnknown(EventDay.SETTLEMENT));
    }

    @Test
    void a_share_of_a_bill_does_not_grow_by_units_nor_by_terms_that_overlap() {
        List<Term> overlapping = List.of(year("试"), term("试", START.plusDays(5), END, 2));

        assertThat(judge(BY_ADMISSION, List.of(term("试", START, END, 2)), bill("住院1", FIRST, 1_000))
                        .entitled())
                .isEqualTo(yuan(700));
        assertThat(judge(BY_ADMISSION, overlapping, bill("住院1", FIRST, 1_000)).entitled())
                .isEqualTo(yuan(700));
        assertThat(judge(BY_ADMISSION, List.of(year("试"), year("试")), bill("住院1", FIRST, 1_000))
                        .entitled())
                .isEqualTo(yuan(700));
    }

    private static Library plans(Benefit.CostShare share) {
        return library(
                new Society.Draftsman("试")
                        .clause("一", EventDay.ADMISSION, share)
                        .clause("二", org.huzhu.plan.Insured.PARENT, EventDay.ADMISSION, daily(1, 0))
                        .plan(),
                new Society.Draftsman("别")
                        .clause("一", EventDay.ADMISSION, daily(1, 0))
                        .plan());
    }
}
