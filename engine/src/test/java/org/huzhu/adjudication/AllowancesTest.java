package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.accident;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.paidDays;
import static org.huzhu.adjudication.Happenings.resting;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Happenings.stayOf;
import static org.huzhu.adjudication.Happenings.to;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.days;
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
import java.util.Set;
import org.huzhu.facts.Term;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Library;
import org.huzhu.plan.Scope;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final LocalDate END = START.plusYears(1);
    private static final List<Term> TWO_YEARS = List.of(year("试"), term("试", END, END.plusYears(1)));

    @Test
    void a_stay_that_just_reaches_the_cap_is_not_cut() {
        Determination found = judge(capped(daily(40, 0), Scope.TERM), List.of(year("试")), stay("住院1", START, 180));

        assertThat(found.entitled()).isEqualTo(yuan(7_200));
        assertThat(found.lines().getFirst().working()).hasSize(2);
    }

    @Test
    void an_accident_without_days_off_work_is_no_matter_of_days() {
        Library plans = plans(daily(DayKind.CARE, 30, 0, AcrossTerms.ADMISSION_PAYS_ALL));

        assertThat(judge(plans, List.of(year("试")), resting(accident("意外1", START), 9, 0))
                        .lines())
                .isEmpty();
    }

    @Test
    void discharge_less_admission_are_the_days_and_one_day_is_the_least() {
        Library plans = plans(daily(40, 0));

        assertThat(judge(plans, List.of(year("试")), stay("住院1", START, 9)).entitled())
                .isEqualTo(yuan(360));
        assertThat(judge(plans, List.of(year("试")), stay("住院1", START, 0)).entitled())
                .isEqualTo(yuan(40));
    }

    @Test
    void the_first_days_of_each_stay_are_unpaid_and_a_short_stay_is_a_line_of_zero() {
        Determination found = judge(
                plans(daily(40, 3)),
                List.of(term("试", START, END, 2)),
                stay("住院1", START, 3),
                stay("住院2", START.plusDays(9), 4));

        assertThat(given(found, "一", "住院1")).isEqualTo(yuan(0));
        assertThat(given(found, "一", "住院2")).isEqualTo(yuan(80));
        assertThat(found.lines()).hasSize(2);
        assertThat(found.lines().get(1).working())
                .containsExactly(new Step.DaysCounted(4, 3, 1), new Step.PerDay(yuan(40), 1, 2, yuan(80)));
        assertThat(found.lines().get(0).working().getFirst()).isEqualTo(new Step.DaysCounted(3, 3, 0));
    }

    @Test
    void a_hundred_days_and_a_hundred_less_one_unpaid_each_give_99_and_81_of_180() {
        Library plans = capped(daily(40, 1), Scope.TERM);
        Determination found =
                judge(plans, List.of(year("试")), stay("住院1", START, 100), stay("住院2", START.plusDays(120), 100));

        assertThat(given(found, "一", "住院1")).isEqualTo(yuan(40 * 99));
        assertThat(given(found, "一", "住院2")).isEqualTo(yuan(40 * 81));
        assertThat(found.lines().get(1).working())
                .containsExactly(
                        new Step.DaysCounted(100, 1, 99),
                        new Step.DaysLeft(Scope.TERM, 180, 81, 81),
                        new Step.PerDay(yuan(40), 81, 1, yuan(40 * 81)));
    }

    @Test
    void a_cap_of_days_counts_within_its_scope() {
        LocalDate late = START.plusDays(250);
        Determination perEvent =
                judge(capped(daily(40, 0), Scope.EVENT), TWO_YEARS, stay("住院1", START, 200), stay("住院2", late, 180));
        Determination perTerm =
                judge(capped(daily(40, 0), Scope.TERM), TWO_YEARS, stay("住院1", START, 200), stay("住院2", END, 180));
        Determination perLife =
                judge(capped(daily(40, 0), Scope.LIFE), TWO_YEARS, stay("住院1", START, 170), stay("住院2", END, 180));

        assertThat(perEvent.entitled()).isEqualTo(yuan(40 * 360));
        assertThat(perTerm.entitled()).isEqualTo(yuan(40 * 360));
        assertThat(given(perLife, "一", "住院2")).isEqualTo(yuan(40 * 10));
    }

    @Test
    void a_cap_of_days_of_the_year_holds_over_two_terms_of_that_year() {
        List<Term> terms = List.of(
                term("试", START.minusMonths(6), START.plusMonths(6)),
                term("试", START.plusMonths(6), START.plusMonths(18)));
        Determination found = judge(
                capped(daily(40, 0), Scope.YEAR),
                terms,
                stay("住院0", START.minusDays(30), 20),
                stay("住院1", START, 150),
                stay("住院2", START.plusMonths(7), 100),
                stay("住院3", END, 100));

        assertThat(given(found, "一", "住院2")).isEqualTo(yuan(40 * 30));
        assertThat(given(found, "一", "住院3")).isEqualTo(yuan(40 * 100));
    }

    @Test
    void days_paid_for_stays_that_are_not_among_the_facts_use_the_cap_first() {
        Determination found = judge(
                capped(daily(40, 0), Scope.TERM),
                List.of(year("试")),
                List.of(
                        paidDays("试", "一", START.plusDays(9), 150, 6_000),
                        paidDays("试", "一", START.minusDays(9), 20, 800),
                        to(child("甲"), paidDays("试", "一", START.plusDays(9), 20, 800))),
                stay("住院1", START, 100));

        assertThat(found.entitled()).isEqualTo(yuan(40 * 30));
    }

    @Test
    void a_cap_that_is_used_up_leaves_a_line_of_zero() {
        Determination found = judge(
                capped(daily(40, 0), Scope.TERM),
                List.of(year("试")),
                List.of(paidDays("试", "一", START, 300, 7_200)),
                stay("住院1", START, 100));

        assertThat(found.entitled()).isEqualTo(yuan(0));
        assertThat(found.lines().getFirst().working()).contains(new Step.DaysLeft(Scope.TERM, 180, 0, 0));
    }

    @Test
    void a_joint_cap_of_days_binds_rest_and_care_together() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.ACCIDENT, daily(DayKind.REST, 30, 0, AcrossTerms.ADMISSION_PAYS_ALL))
                .clause("二", EventDay.ACCIDENT, daily(DayKind.CARE, 50, 0, AcrossTerms.ADMISSION_PAYS_ALL))
                .cap(days(Scope.TERM, 100, "一", "二"))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                resting(accident("意外1", START), 60, 30),
                resting(accident("意外2", END.minusDays(1)), 20, 0));

        assertThat(given(found, "一", "意外1")).isEqualTo(yuan(30 * 60));
        assertThat(given(found, "二")).isEqualTo(yuan(50 * 30));
        assertThat(given(found, "一", "意外2")).isEqualTo(yuan(30 * 10));
    }

    @Test
    void one_child_uses_up_no_days_of_another() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", Insured.CHILD, EventDay.ADMISSION, daily(40, 0))
                .cap(days(Scope.TERM, 180, "一"))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                stayOf(child("甲"), stay("住院1", START, 180)),
                stayOf(child("乙"), stay("住院2", START, 180)),
                stayOf(child("甲"), stay("住院3", START.plusDays(190), 5)));

        assertThat(found.entitled()).isEqualTo(yuan(40 * 360));
        assertThat(given(found, "一", "住院3")).isEqualTo(yuan(0));
    }

    @Test
    void certified_days_are_paid_by_their_kind_and_an_accident_without_them_is_not_asked_about() {
        Library plans = plans(daily(DayKind.REST, 30, 0, AcrossTerms.ADMISSION_PAYS_ALL));

        assertThat(judge(plans, List.of(year("试")), resting(accident("意外1", START), 7, 9))
                        .entitled())
                .isEqualTo(yuan(210));
        Determination none = judge(plans, List.of(year("试")), resting(accident("意外1", START), 0, 9));
        assertThat(none.lines()).isEmpty();
        assertThat(none.denials()).isEmpty();
    }

    @Test
    void days_that_do_not_fit_are_an_error_and_never_wrap() {
        Library plans = plans(daily(DayKind.REST, 1_000_000_000_000_000L, 0, AcrossTerms.ADMISSION_PAYS_ALL));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> judge(plans, List.of(year("试")), resting(accident("意外1", START), Integer.MAX_VALUE, 0)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_amount_follows_the_tier_and_an_unknown_tier_is_asked_for() {
        Benefit.DailyAllowance tiered = new Benefit.DailyAllowance(
                DayKind.HOSPITAL,
                Promises.ALL,
                Promises.tiers("甲", 20, "乙", 30),
                0,
                0,
                1,
                AcrossTerms.ADMISSION_PAYS_ALL);
        Determination none = judge(plans(tiered), List.of(year("试")), stay("住院1", START, 5));

        assertThat(none.lines()).isEmpty();
        assertThat(reasons(none, "住院1")).containsExactly(new Reason.FactMissing("档次"));
    }

    private static Library plans(Benefit.DailyAllowance daily) {
        return library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily)
                .plan());
    }

    private static Library capped(Benefit.DailyAllowance daily, Scope per) {
        return library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily)
                .cap(new org.huzhu.plan.Cap("一", Set.of("一"), per, new org.huzhu.plan.Cap.Limit.OfDays(180)))
                .plan());
    }
}
