package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.bill;
import static org.huzhu.adjudication.Happenings.diagnosis;
import static org.huzhu.adjudication.Promises.share;
import static org.huzhu.adjudication.Promises.sum;
import static org.huzhu.adjudication.Promises.yearly;
import static org.huzhu.adjudication.Society.ILLUSTRATIVE;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.stay;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.facts.Term;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.StayOrder;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Stacking;
import org.huzhu.plan.Stacking.Pair;
import org.huzhu.plan.Stacking.Together;
import org.junit.jupiter.api.Test;

class AcrossTest {

    private static final LocalDate END = START.plusYears(1);
    private static final Event ILL = diagnosis("确诊1", "心梗", START.plusDays(50));
    private static final List<Term> THREE = List.of(year("甲"), year("乙"), year("丙"));

    @Test
    void an_event_is_judged_under_every_plan_and_each_gives_its_own() {
        Determination found = judge(library(disease("甲", 15_000), disease("乙", 20_000)), THREE.subList(0, 2), ILL);

        assertThat(found.lines()).extracting(line -> line.plan().plan()).containsExactly("乙", "甲");
        assertThat(found.entitled()).isEqualTo(yuan(35_000));
    }

    @Test
    void a_pair_that_stacks_gives_both() {
        assertThat(gives(new Together.Both())).containsExactly(yuan(15_000), yuan(20_000), yuan(10_000));
    }

    @Test
    void of_a_pair_the_larger_gives_and_on_a_tie_the_first() {
        assertThat(gives(new Together.Larger())).containsExactly(yuan(0), yuan(20_000), yuan(10_000));
        Library tie = stacked(List.of(pair("甲", "乙", new Together.Larger())), disease("甲", 9), disease("乙", 9));
        assertThat(of(judge(tie, THREE.subList(0, 2), ILL), "甲")).isEqualTo(yuan(9));
        assertThat(of(judge(tie, THREE.subList(0, 2), ILL), "乙")).isEqualTo(yuan(0));
    }

    @Test
    void the_second_gives_a_fixed_sum_once_the_first_has_given() {
        assertThat(gives(new Together.SecondGives(yuan(1_000))))
                .containsExactly(yuan(15_000), yuan(1_000), yuan(10_000));
        assertThat(gives(new Together.SecondGives(yuan(30_000))))
                .containsExactly(yuan(15_000), yuan(20_000), yuan(10_000));
        Library plans = stacked(
                List.of(pair("甲", "乙", new Together.SecondGives(yuan(1_000)))),
                disease("甲", 15_000),
                disease("乙", 20_000));
        assertThat(judge(plans, List.of(year("乙")), ILL).entitled()).isEqualTo(yuan(20_000));
    }

    @Test
    void the_working_names_the_pair_and_the_other_plan() {
        Library plans = stacked(
                List.of(pair("甲", "乙", new Together.SecondGives(yuan(1_000)))),
                disease("甲", 15_000),
                disease("乙", 20_000));

        assertThat(judge(plans, THREE.subList(0, 2), ILL).lines().getFirst().working())
                .contains(new Step.ByPair("对", new PlanId("甲", "1"), yuan(1_000)));
    }

    @Test
    void a_plan_that_stood_back_takes_nothing_from_a_third() {
        Library plans = stacked(
                List.of(pair("甲", "乙", new Together.Larger()), pair("甲", "丙", new Together.SecondGives(yuan(1_000)))),
                disease("甲", 15_000),
                disease("乙", 20_000),
                disease("丙", 10_000));
        Determination found = judge(plans, THREE, ILL);

        assertThat(of(found, "甲")).isEqualTo(yuan(0));
        assertThat(of(found, "丙")).isEqualTo(yuan(10_000));
    }

    @Test
    void plans_are_weighed_by_all_that_they_give_for_the_event() {
        Library larger =
                stacked(List.of(pair("甲", "乙", new Together.Larger())), disease("甲", 15_000), disease("乙", 20_000));
        Library second = stacked(
                List.of(pair("乙", "甲", new Together.SecondGives(yuan(16_000)))),
                disease("甲", 15_000),
                disease("乙", 20_000));
        List<Term> two = List.of(year("甲"), term("甲", START.plusDays(9), END), year("乙"));

        assertThat(of(judge(larger, two, ILL), "甲")).isEqualTo(yuan(30_000));
        assertThat(of(judge(larger, two, ILL), "乙")).isEqualTo(yuan(0));
        assertThat(of(judge(second, two, ILL), "甲")).isEqualTo(yuan(16_000));
    }

    @Test
    void a_pair_bears_only_on_one_event_and_one_kind_of_benefit_of_its_office() {
        Library elsewhere = new Library(
                Society.DICTIONARY,
                List.of(disease("甲", 15_000), disease("乙", 20_000)),
                List.of(),
                List.of(new Stacking(
                        "上海", List.of(pair("甲", "乙", new Together.Larger())), List.of(), Optional.empty())));
        Library plans = stacked(List.of(pair("甲", "乙", new Together.Larger())), disease("甲", 15_000), cost("乙", 50));
        Library same =
                stacked(List.of(pair("甲", "乙", new Together.Larger())), disease("甲", 15_000), disease("乙", 20_000));
        List<Term> apart = List.of(year("甲"), term("乙", END, END.plusYears(1)));

        assertThat(judge(elsewhere, THREE.subList(0, 2), ILL).entitled()).isEqualTo(yuan(35_000));
        assertThat(judge(plans, THREE.subList(0, 2), ILL, bill("住院1", START, 1_000))
                        .entitled())
                .isEqualTo(yuan(15_500));
        assertThat(judge(same, apart, ILL, diagnosis("确诊2", "心梗", END)).entitled())
                .isEqualTo(yuan(35_000));
    }

    @Test
    void shares_of_costs_together_never_exceed_what_the_member_bore_and_plans_pay_in_order() {
        Library plans = indemnity(List.of("乙", "甲"), cost("甲", 80), cost("乙", 70), cost("丙", 60));
        Determination found = judge(plans, THREE, bill("住院1", START, 1_000));

        assertThat(of(found, "乙")).isEqualTo(yuan(700));
        assertThat(of(found, "甲")).isEqualTo(yuan(300));
        assertThat(of(found, "丙")).isEqualTo(yuan(0));
        assertThat(found.lines().stream().flatMap(line -> line.working().stream()))
                .contains(new Step.Indemnity("补", yuan(300), yuan(300)), new Step.Indemnity("补", yuan(0), yuan(0)));
    }

    @Test
    void each_bill_has_its_own_bound() {
        Library plans = indemnity(List.of("甲", "乙"), cost("甲", 80), cost("乙", 70));
        Determination found =
                judge(plans, THREE.subList(0, 2), bill("住院1", START, 1_000), bill("住院2", START.plusDays(9), 100));

        assertThat(found.entitled()).isEqualTo(yuan(1_100));
    }

    @Test
    void where_the_office_does_not_apply_it_shares_may_exceed_the_bill() {
        Library plans = stacked(List.of(), cost("甲", 80), cost("乙", 70));

        assertThat(judge(plans, THREE.subList(0, 2), bill("住院1", START, 1_000)).entitled())
                .isEqualTo(yuan(1_500));
    }

    @Test
    void fixed_sums_stand_outside_the_bound() {
        Library plans = indemnity(List.of(), cost("甲", 80), disease("乙", 20_000));

        assertThat(judge(plans, THREE.subList(0, 2), ILL, bill("住院1", START, 100))
                        .entitled())
                .isEqualTo(yuan(20_080));
    }

    @Test
    void what_the_member_bore_is_the_total_less_every_other_payer() {
        Map<CostField, Money> costs = Map.of(
                CostField.TOTAL, yuan(1_000),
                CostField.FUND_PAID, yuan(300),
                CostField.LARGE_SUM_PAID, yuan(200),
                CostField.EMPLOYER_SUPPLEMENT, yuan(100),
                CostField.COMMERCIAL, yuan(90),
                CostField.MEDICAL_ASSISTANCE, yuan(10),
                CostField.SELF_PAID_AFTER_INSURANCE, yuan(900));

        assertThat(bore(costs)).isEqualTo(yuan(300));
    }

    @Test
    void without_a_total_the_parts_of_the_member_are_summed() {
        assertThat(bore(Map.of(
                        CostField.SELF_PAY_1, yuan(100),
                        CostField.SELF_PAY_2, yuan(50),
                        CostField.ABOVE_CEILING, yuan(30),
                        CostField.OWN_COST, yuan(20),
                        CostField.COMMERCIAL, yuan(15),
                        CostField.SELF_PAID_AFTER_INSURANCE, yuan(120))))
                .isEqualTo(yuan(100 + 50 + 30 + 20 - 15));
        assertThat(bore(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, yuan(120), CostField.COMMERCIAL, yuan(500))))
                .isEqualTo(yuan(0));
    }

    /** What two plans that share all of 9,999 yuan each give together is what the member bore. */
    private static Money bore(Map<CostField, Money> costs) {
        Library plans = indemnity(List.of("甲"), cost("甲", 100), cost("乙", 100), cost("丙", 100));
        return judge(plans, THREE, stay("住院1", START, 3, costs)).entitled();
    }

    @Test
    void a_share_of_the_year_uses_what_is_left_of_its_bills() {
        Plan year = new Society.Draftsman("乙")
                .clause("一", EventDay.SETTLEMENT, yearly())
                .plan();
        Library plans = indemnity(List.of("甲", "乙"), cost("甲", 99), year);
        Map<CostField, Money> costs =
                Map.of(CostField.SELF_PAY_1, yuan(2_300), CostField.SELF_PAID_AFTER_INSURANCE, yuan(2_300));
        Determination found = judge(plans, THREE.subList(0, 2), stay("住院1", START, 3, costs));

        assertThat(of(found, "甲")).isEqualTo(yuan(2_277));
        assertThat(of(found, "乙")).isEqualTo(yuan(23));
    }

    private static List<Money> gives(Together together) {
        Library plans = stacked(
                List.of(pair("甲", "乙", together)), disease("甲", 15_000), disease("乙", 20_000), disease("丙", 10_000));
        Determination found = judge(plans, THREE, ILL);
        return List.of(of(found, "甲"), of(found, "乙"), of(found, "丙"));
    }

    private static Money of(Determination found, String plan) {
        return Money.sum(found.lines().stream()
                .filter(line -> line.plan().plan().equals(plan))
                .map(Determination.Line::entitled)
                .toList());
    }

    private static Pair pair(String one, String other, Together together) {
        return new Pair(List.of(one, other), together, "对", "对", ILLUSTRATIVE);
    }

    private static Library stacked(List<Pair> pairs, Plan... plans) {
        return library(Society.DICTIONARY, List.of(new Stacking("北京", pairs, List.of(), Optional.empty())), plans);
    }

    private static Library indemnity(List<String> order, Plan... plans) {
        Stacking rules =
                new Stacking("北京", List.of(), order, Optional.of(new Stacking.Indemnity("补", "补", ILLUSTRATIVE)));
        return new Library(Society.DICTIONARY, Arrays.asList(plans), List.of(), List.of(rules));
    }

    private static Plan disease(String name, long yuan) {
        return new Society.Draftsman(name)
                .clause("一", EventDay.DIAGNOSIS, sum("新", yuan))
                .plan();
    }

    private static Plan cost(String name, int percent) {
        return new Society.Draftsman(name)
                .clause("一", EventDay.ADMISSION, share(StayOrder.ADMISSION, percent))
                .plan();
    }
}
