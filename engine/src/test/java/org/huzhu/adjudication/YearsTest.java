package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.unsettled;
import static org.huzhu.adjudication.Promises.banded;
import static org.huzhu.adjudication.Promises.money;
import static org.huzhu.adjudication.Promises.percent;
import static org.huzhu.adjudication.Promises.yearly;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.paid;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.stay;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.visit;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.facts.Term;
import org.huzhu.kernel.Money;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Library;
import org.huzhu.plan.Scope;
import org.junit.jupiter.api.Test;

class YearsTest {

    private static final LocalDate END = START.plusYears(1);
    private static final List<Term> TWO_YEARS = List.of(year("试"), term("试", END, END.plusYears(1)));
    private static final Library PLANS = library(new Society.Draftsman("试")
            .clause("一", EventDay.SETTLEMENT, yearly())
            .clause("二", EventDay.SETTLEMENT, banded())
            .plan());

    @Test
    void visits_share_one_deductible_and_each_stay_has_its_own() {
        Determination found = judge(
                PLANS,
                List.of(year("试")),
                visited("门诊1", START, 1_000),
                visited("门诊2", START.plusDays(1), 1_800),
                stayed("住院1", START.plusDays(2), 1_400),
                stayed("住院2", START.plusDays(9), 1_650));

        assertThat(given(found, "一")).isEqualTo(yuan(200 + 20 + 200));
        assertThat(found.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.events()).containsExactly("门诊1", "门诊2", "住院1", "住院2"));
    }

    @Test
    void the_working_names_each_part() {
        Determination found = judge(
                PLANS,
                List.of(year("试")),
                visited("门诊1", START, 1_000),
                stayed("住院1", START.plusDays(2), 1_400),
                stayed("住院2", START.plusDays(9), 1_650));

        assertThat(found.lines().getFirst().working())
                .containsExactly(
                        new Step.Cost(CostField.SELF_PAY_1, Optional.of("全年门诊"), yuan(1_000)),
                        new Step.Above(yuan(1_000), yuan(1_800), yuan(0)),
                        new Step.Ordinal(1),
                        new Step.Cost(CostField.SELF_PAY_1, Optional.of("住院1"), yuan(1_400)),
                        new Step.Above(yuan(1_400), yuan(1_300), yuan(100)),
                        new Step.Ordinal(2),
                        new Step.Cost(CostField.SELF_PAY_1, Optional.of("住院2"), yuan(1_650)),
                        new Step.Above(yuan(1_650), yuan(650), yuan(1_000)),
                        new Step.Share(yuan(1_100), percent(20), RoundingMode.HALF_UP, yuan(220)));
    }

    @Test
    void the_stay_admitted_first_is_the_first_whenever_it_was_settled() {
        Event late = new Event.Stay(
                "住院9",
                Event.Person.MEMBER,
                START,
                START.plusDays(3),
                3,
                org.huzhu.plan.Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(START.plusDays(99)),
                Happenings.costs(CostField.SELF_PAY_1, 1_000),
                java.util.Set.of());

        assertThat(given(judge(PLANS, List.of(year("试")), late, stayed("住院1", START.plusDays(5), 1_000)), "一"))
                .isEqualTo(yuan(70));
    }

    @Test
    void the_year_of_the_settlement_counts_and_each_year_stands_by_itself() {
        Determination found = judge(
                PLANS,
                TWO_YEARS,
                visited("门诊1", END.minusDays(1), 2_800),
                stayed("住院1", END.minusDays(2), 1_400),
                visited("门诊2", END, 2_300));

        assertThat(found.lines()).hasSize(2);
        assertThat(given(found, "一", "门诊1")).isEqualTo(yuan(220));
        assertThat(given(found, "一", "门诊2")).isEqualTo(yuan(100));
    }

    @Test
    void a_quarter_pays_what_was_not_paid_and_a_correction_takes_back() {
        var paidBefore = List.of(paid("试", "一", START.plusDays(50), "", yuan(300)));
        Determination more = judge(PLANS, List.of(year("试")), paidBefore, visited("门诊1", START, 4_000));
        Determination less = judge(PLANS, List.of(year("试")), paidBefore, visited("门诊1", START, 2_800));

        assertThat(more.due()).isEqualTo(yuan(140));
        assertThat(less.due()).isEqualTo(yuan(-100));
        assertThat(less.lines().getFirst().paidBefore()).isEqualTo(yuan(300));
    }

    @Test
    void a_yearly_cap_holds_for_each_year() {
        Library capped = library(new Society.Draftsman("试")
                .clause("一", EventDay.SETTLEMENT, yearly())
                .clause("二", EventDay.SETTLEMENT, banded())
                .cap(money(Scope.YEAR, 500, "一", "二"))
                .plan());
        Determination found = judge(capped, TWO_YEARS, visited("门诊1", START, 9_800), visited("门诊2", END, 3_800));

        assertThat(given(found, "一", "门诊1")).isEqualTo(yuan(500));
        assertThat(given(found, "一", "门诊2")).isEqualTo(yuan(400));
    }

    @Test
    void a_year_paid_before_its_cap_of_a_life_is_not_counted_twice() {
        Library capped = library(new Society.Draftsman("试")
                .clause("一", EventDay.SETTLEMENT, yearly())
                .cap(money(Scope.LIFE, 1_000, "一"))
                .plan());
        var payments = List.of(
                paid("试", "一", START, "", yuan(600)),
                paid("试", "一", END, "", yuan(400)),
                paid("试", "一", START.minusDays(9), "", yuan(100)));
        Determination found =
                judge(capped, TWO_YEARS, payments, visited("门诊1", START, 4_800), visited("门诊2", END, 3_800));

        assertThat(found.lines()).extracting(Determination.Line::entitled).containsExactly(yuan(600), yuan(300));
        assertThat(found.lines()).extracting(Determination.Line::due).containsExactly(yuan(0), yuan(-100));
    }

    @Test
    void the_bands_share_the_sum_of_the_year_less_what_others_gave() {
        Event first =
                visit("门诊1", START, Map.of(CostField.ABOVE_CEILING, yuan(40_000), CostField.COMMERCIAL, yuan(5_000)));
        Event second = visit("门诊2", START.plusDays(1), Map.of(CostField.ABOVE_CEILING, yuan(25_000)));
        Determination found = judge(PLANS, List.of(year("试")), first, second);

        assertThat(given(found, "二")).isEqualTo(yuan(20_000 + 6_000));
        assertThat(found.lines().getFirst().working())
                .containsExactly(
                        new Step.Cost(CostField.ABOVE_CEILING, Optional.empty(), yuan(65_000)),
                        new Step.LessOthers(yuan(65_000), yuan(5_000), yuan(60_000)),
                        new Step.InBand(yuan(0), Optional.of(yuan(50_000)), yuan(50_000), percent(40)),
                        new Step.InBand(yuan(50_000), Optional.empty(), yuan(10_000), percent(60)),
                        new Step.SumOfParts(RoundingMode.HALF_UP, yuan(26_000)));
    }

    @Test
    void what_others_gave_never_makes_a_share_below_zero() {
        Event bill =
                visit("门诊1", START, Map.of(CostField.ABOVE_CEILING, yuan(4_000), CostField.COMMERCIAL, yuan(5_000)));

        assertThat(given(judge(PLANS, List.of(year("试")), bill), "二")).isEqualTo(Money.ZERO);
    }

    @Test
    void a_bill_counts_once_however_many_terms_hold_it() {
        List<Term> overlapping = List.of(year("试"), term("试", START.minusDays(9), START.plusDays(50)));

        assertThat(given(judge(PLANS, overlapping, visited("门诊1", START, 2_800)), "一"))
                .isEqualTo(yuan(200));
    }

    @Test
    void each_person_has_a_year_of_his_own() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", Insured.CHILD, EventDay.SETTLEMENT, yearly())
                .plan());
        Event one = new Event.Visit(
                "门诊1", child("甲"), START, Happenings.costs(CostField.SELF_PAY_1, 1_500), java.util.Set.of());
        Event other = new Event.Visit(
                "门诊2", child("乙"), START, Happenings.costs(CostField.SELF_PAY_1, 2_000), java.util.Set.of());

        assertThat(judge(plans, List.of(year("试")), one, other).lines())
                .extracting(Determination.Line::entitled)
                .containsExactly(yuan(0), yuan(40));
    }

    @Test
    void a_bill_without_the_part_that_is_shared_is_said_to_lack_it() {
        Determination found =
                judge(PLANS, List.of(year("试")), visit("门诊1", START, Map.of(CostField.OWN_COST, yuan(10))));

        assertThat(found.lines()).isEmpty();
        assertThat(reasons(found, "门诊1")).containsExactly(new Reason.NoCost(CostField.SELF_PAY_1));
    }

    @Test
    void a_stay_that_is_not_settled_waits_for_its_settlement() {
        Determination found = judge(PLANS, List.of(year("试")), unsettled(stayed("住院1", START, 9_000)));

        assertThat(found.lines()).isEmpty();
        assertThat(reasons(found, "住院1")).containsExactly(new Reason.DayUnknown(EventDay.SETTLEMENT));
    }

    @Test
    void bills_that_do_not_fit_together_are_an_error() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> judge(
                        PLANS,
                        List.of(year("试")),
                        visit("门诊1", START, Map.of(CostField.SELF_PAY_1, Money.ofFen(Long.MAX_VALUE))),
                        visited("门诊2", START, 1)))
                .isInstanceOf(ArithmeticException.class);
    }

    private static Event.Visit visited(String id, LocalDate on, long selfPay) {
        return visit(id, on, Map.of(CostField.SELF_PAY_1, yuan(selfPay)));
    }

    /** Settled on the day after the admission. */
    private static Event.Stay stayed(String id, LocalDate admitted, long selfPay) {
        return stay(id, admitted, 1, Map.of(CostField.SELF_PAY_1, yuan(selfPay)));
    }
}
