package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.diagnosis;
import static org.huzhu.adjudication.Happenings.paidFor;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Happenings.to;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.ending;
import static org.huzhu.adjudication.Promises.onceForLife;
import static org.huzhu.adjudication.Promises.sum;
import static org.huzhu.adjudication.Promises.timesPerTerm;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.Term;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Applicability.By;
import org.huzhu.plan.Applicability.Reach;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Library;
import org.junit.jupiter.api.Test;

class DiseaseSumsTest {

    private static final LocalDate END = START.plusYears(1);
    private static final List<Term> TWO_YEARS = List.of(year("试"), term("试", END, END.plusYears(1)));

    @Test
    void a_list_that_does_not_hold_the_disease_goes_without_saying_where_another_clause_says_no() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("轻", 500))
                .clause("二", EventDay.DIAGNOSIS, onceForLife("新", 20_000))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                diagnosis("确诊1", "肺癌", START),
                diagnosis("确诊2", "胃癌", START.plusDays(1)),
                diagnosis("确诊3", "高原病", START));

        assertThat(reasons(found, "确诊1")).isEmpty();
        assertThat(reasons(found, "确诊2")).containsExactly(new Reason.PaidBefore("恶性肿瘤"));
        assertThat(reasons(found, "确诊3"))
                .containsExactly(new Reason.NotListed("高原病", "轻"), new Reason.NotListed("高原病", "新"));
    }

    @Test
    void the_reduced_sum_is_for_the_units_in_the_reduced_zone_only() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000, 1_000))
                .waiting(Promises.waiting(org.huzhu.plan.Waiting.FirstDay.EFFECTIVE_DAY, Promises.renewal(false)))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试"), term("试", END, END.plusYears(1), 3)),
                diagnosis("确诊1", "心梗", END.plusDays(40)));

        assertThat(found.lines().getFirst().working())
                .contains(
                        new Step.PerUnit(yuan(20_000), 1, yuan(20_000)), new Step.PerUnit(yuan(1_000), 2, yuan(2_000)));
        assertThat(found.entitled()).isEqualTo(yuan(22_000));
    }

    @Test
    void what_another_clause_paid_does_not_count_towards_the_times_of_this_one() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, timesPerTerm("新", 20_000, 1))
                .clause("二", EventDay.DIAGNOSIS, timesPerTerm("轻", 500, 1))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                List.of(paidFor("试", "二", START, "原位癌", 500)),
                diagnosis("确诊1", "肺癌", START.plusDays(1)),
                diagnosis("确诊2", "原位癌", START.plusDays(2)));

        assertThat(given(found, "一")).isEqualTo(yuan(20_000));
        assertThat(reasons(found, "确诊2")).containsExactly(new Reason.TimesReached(1));
    }

    @Test
    void a_sum_is_given_for_each_unit_and_the_working_names_the_class_of_the_list() {
        Determination found =
                judge(plans(sum("新", 20_000)), List.of(term("试", START, END, 2)), diagnosis("确诊1", "肺癌", START));

        assertThat(given(found, "一")).isEqualTo(yuan(40_000));
        assertThat(found.lines().getFirst().working())
                .containsExactly(new Step.Listed("肺癌", "恶性肿瘤"), new Step.PerUnit(yuan(20_000), 2, yuan(40_000)));
    }

    @Test
    void a_class_that_stands_in_the_list_itself_needs_no_word() {
        Determination found = judge(plans(sum("新", 20_000)), List.of(year("试")), diagnosis("确诊1", "心梗", START));

        assertThat(found.lines().getFirst().working()).containsExactly(new Step.PerUnit(yuan(20_000), 1, yuan(20_000)));
    }

    @Test
    void terms_of_the_same_span_are_one_coverage_period() {
        Library once = plans(timesPerTerm("新", 20_000, 1));
        Determination found = judge(once, List.of(year("试"), year("试")), diagnosis("确诊1", "心梗", START));

        assertThat(given(found, "一")).isEqualTo(yuan(40_000));
        assertThat(found.lines()).hasSize(1);
    }

    @Test
    void a_class_paid_once_is_never_paid_again_under_another_name_of_its_list() {
        Determination found = judge(
                plans(onceForLife("新", 20_000)),
                TWO_YEARS,
                diagnosis("确诊1", "肺癌", START),
                diagnosis("确诊2", "胃癌", END),
                diagnosis("确诊3", "心梗", END));

        assertThat(given(found, "一", "确诊1")).isEqualTo(yuan(20_000));
        assertThat(reasons(found, "确诊2")).containsExactly(new Reason.PaidBefore("恶性肿瘤"));
        assertThat(given(found, "一", "确诊3")).isEqualTo(yuan(20_000));
    }

    @Test
    void without_that_rule_the_same_class_is_paid_in_each_term() {
        Determination found =
                judge(plans(sum("新", 20_000)), TWO_YEARS, diagnosis("确诊1", "肺癌", START), diagnosis("确诊2", "胃癌", END));

        assertThat(given(found, "一")).isEqualTo(yuan(40_000));
    }

    @Test
    void a_class_paid_under_an_old_list_stays_paid_when_a_new_list_takes_it_in() {
        Library plans = library(
                new Society.Draftsman("试")
                        .clause("一", EventDay.DIAGNOSIS, onceForLife("旧", 10_000))
                        .plan(),
                new Society.Draftsman("试")
                        .version("2", new Applicability(END, By.TERM_START, Reach.NEW_AND_RENEWED))
                        .clause("六", EventDay.DIAGNOSIS, onceForLife("新", 20_000))
                        .plan());
        Determination inFacts = judge(plans, TWO_YEARS, diagnosis("确诊1", "白血病", START), diagnosis("确诊2", "肺癌", END));
        Determination asPayment =
                judge(plans, TWO_YEARS, List.of(paidFor("试", "一", START, "白血病", 10_000)), diagnosis("确诊2", "肺癌", END));

        assertThat(reasons(inFacts, "确诊2")).containsExactly(new Reason.PaidBefore("恶性肿瘤"));
        assertThat(reasons(asPayment, "确诊2")).containsExactly(new Reason.PaidBefore("恶性肿瘤"));
    }

    @Test
    void what_was_paid_to_another_person_or_under_another_plan_excludes_nothing() {
        Library plans = library(
                new Society.Draftsman("试")
                        .clause("一", EventDay.DIAGNOSIS, onceForLife("新", 20_000))
                        .plan(),
                new Society.Draftsman("别")
                        .clause("一", EventDay.DIAGNOSIS, sum("新", 1))
                        .plan());

        assertThat(given(
                        judge(
                                plans,
                                List.of(year("试")),
                                List.of(
                                        to(child("甲"), paidFor("试", "一", START, "肺癌", 20_000)),
                                        paidFor("别", "一", START, "肺癌", 1),
                                        paidFor("试", "一", START, "肺癌", 0)),
                                diagnosis("确诊1", "肺癌", START)),
                        "一"))
                .isEqualTo(yuan(20_000));
    }

    @Test
    void the_earlier_of_two_events_is_paid_whatever_their_names() {
        Determination found = judge(
                plans(onceForLife("新", 20_000)),
                List.of(year("试")),
                diagnosis("确诊1", "胃癌", START.plusDays(2)),
                diagnosis("确诊2", "肺癌", START));

        assertThat(given(found, "一", "确诊2")).isEqualTo(yuan(20_000));
        assertThat(reasons(found, "确诊1")).containsExactly(new Reason.PaidBefore("恶性肿瘤"));
    }

    @Test
    void a_payment_ends_the_clauses_it_names_for_this_term_only() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, ending("新", 20_000, "一", "二"))
                .clause("二", EventDay.ADMISSION, daily(40, 0))
                .clause(
                        "三",
                        EventDay.ADMISSION,
                        daily(Benefit.DayKind.HOSPITAL, 10, 0, Benefit.AcrossTerms.DAYS_IN_TERM))
                .plan());
        Determination found = judge(
                plans,
                TWO_YEARS,
                stay("住院0", START.plusDays(8), 1),
                diagnosis("确诊1", "肺癌", START.plusDays(9)),
                diagnosis("确诊2", "心梗", START.plusDays(30)),
                stay("住院1", START.plusDays(30), 1),
                stay("住院2", END, 1));

        assertThat(given(found, "一")).isEqualTo(yuan(20_000));
        assertThat(reasons(found, "确诊2")).containsExactly(new Reason.TermEnded(START.plusDays(9)));
        assertThat(reasons(found, "住院1")).containsExactly(new Reason.TermEnded(START.plusDays(9)));
        assertThat(given(found, "二")).isEqualTo(yuan(80));
        assertThat(given(found, "三")).isEqualTo(yuan(30));
    }

    @Test
    void a_payment_without_its_event_ends_the_clauses_too() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, ending("新", 20_000, "一"))
                .clause("二", EventDay.DIAGNOSIS, sum("新", 1))
                .plan());
        LocalDate day = START.plusDays(9);

        assertThat(reasons(
                        judge(
                                plans,
                                TWO_YEARS,
                                List.of(
                                        paidFor("试", "一", day, "肺癌", 20_000),
                                        paidFor("试", "一", day.minusDays(1), "肺癌", 20_000)),
                                diagnosis("确诊2", "心梗", day)),
                        "确诊2"))
                .containsExactly(new Reason.TermEnded(day.minusDays(1)));
        for (var harmless : List.of(
                paidFor("试", "一", day.plusDays(1), "肺癌", 20_000),
                paidFor("试", "一", START.minusDays(1), "肺癌", 20_000),
                paidFor("试", "二", day, "肺癌", 1),
                paidFor("试", "一", day, "肺癌", 0),
                to(child("甲"), paidFor("试", "一", day, "肺癌", 20_000)))) {
            assertThat(given(judge(plans, TWO_YEARS, List.of(harmless), diagnosis("确诊2", "心梗", day)), "一"))
                    .isEqualTo(yuan(20_000));
        }
    }

    @Test
    void one_child_neither_ends_nor_uses_up_the_cover_of_another() {
        Benefit.DiseaseSum sum = new Benefit.DiseaseSum(
                "新", Promises.each(20_000), Optional.empty(), Set.of("一"), OptionalInt.of(1), true);
        Library plans = library(new Society.Draftsman("试")
                .clause("一", Insured.CHILD, EventDay.DIAGNOSIS, sum)
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                List.of(to(child("丙"), paidFor("试", "一", START, "肺癌", 20_000))),
                diagnosis("确诊1", child("甲"), "肺癌", START),
                diagnosis("确诊2", child("乙"), "肺癌", START.plusDays(1)),
                diagnosis("确诊3", child("甲"), "心梗", START.plusDays(2)));

        assertThat(given(found, "一", "确诊1")).isEqualTo(yuan(20_000));
        assertThat(given(found, "一", "确诊2")).isEqualTo(yuan(20_000));
        assertThat(reasons(found, "确诊3")).containsExactly(new Reason.TermEnded(START));
    }

    @Test
    void a_clause_pays_so_many_times_in_a_term() {
        Library plans = plans(timesPerTerm("新", 20_000, 2));
        Determination found = judge(
                plans,
                TWO_YEARS,
                List.of(paidFor("试", "一", START, "胃癌", 20_000), to(child("甲"), paidFor("试", "一", START, "胃癌", 20_000))),
                diagnosis("确诊1", "肺癌", START.plusDays(1)),
                diagnosis("确诊2", "心梗", START.plusDays(2)),
                diagnosis("确诊3", "心梗", END));

        assertThat(given(found, "一", "确诊1")).isEqualTo(yuan(20_000));
        assertThat(reasons(found, "确诊2")).containsExactly(new Reason.TimesReached(2));
        assertThat(given(found, "一", "确诊3")).isEqualTo(yuan(20_000));
    }

    @Test
    void a_tier_that_the_sum_does_not_know_is_asked_for() {
        Benefit.DiseaseSum tiered = new Benefit.DiseaseSum(
                "新", Promises.tiers("甲", 100, "乙", 200), Optional.empty(), Set.of(), OptionalInt.empty(), false);

        Determination none = judge(plans(tiered), List.of(year("试")), diagnosis("确诊1", "心梗", START));
        assertThat(none.lines()).isEmpty();
        assertThat(reasons(none, "确诊1")).containsExactly(new Reason.FactMissing("档次"));
        assertThat(judge(plans(tiered), List.of(ofTier("乙")), diagnosis("确诊1", "心梗", START))
                        .entitled())
                .isEqualTo(yuan(200));
    }

    @Test
    void a_figure_that_illustrates_marks_the_line() {
        Benefit.DiseaseSum tiered = new Benefit.DiseaseSum(
                "新", Promises.tiers("甲", 100, "乙", 200), Optional.empty(), Set.of(), OptionalInt.empty(), false);

        assertThat(judge(plans(tiered), List.of(ofTier("乙")), diagnosis("确诊1", "心梗", START))
                        .lines())
                .allMatch(Determination.Line::illustrative);
    }

    @Test
    void a_disease_of_no_list_is_denied() {
        Determination found = judge(plans(sum("轻", 500)), List.of(year("试")), diagnosis("确诊1", "肺癌", START));

        assertThat(found.entitled()).isEqualTo(Money.ZERO);
        assertThat(reasons(found, "确诊1")).containsExactly(new Reason.NotListed("肺癌", "轻"));
    }

    private static Term ofTier(String tier) {
        Term any = year("试");
        return new Term(any.plan(), any.office(), any.span(), 1, Optional.of(tier), any.contribution());
    }

    private static Library plans(Benefit.DiseaseSum sum) {
        return library(
                new Society.Draftsman("试").clause("一", EventDay.DIAGNOSIS, sum).plan());
    }
}
