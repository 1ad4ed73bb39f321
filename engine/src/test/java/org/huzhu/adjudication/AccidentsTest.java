package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.accident;
import static org.huzhu.adjudication.Happenings.assessed;
import static org.huzhu.adjudication.Happenings.death;
import static org.huzhu.adjudication.Happenings.resting;
import static org.huzhu.adjudication.Happenings.withPrior;
import static org.huzhu.adjudication.Promises.disability;
import static org.huzhu.adjudication.Promises.each;
import static org.huzhu.adjudication.Promises.percent;
import static org.huzhu.adjudication.Promises.tiers;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.InjuryRate;
import org.huzhu.plan.Cause;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.junit.jupiter.api.Test;

class AccidentsTest {

    private static final Library SIXTY = plans(disability(60_000));

    @Test
    void the_heaviest_of_several_disabilities_counts() {
        assertThat(pays(SIXTY, accident("意外1", START, 10, 7, 9))).isEqualTo(yuan(24_000));
        assertThat(pays(SIXTY, accident("意外1", START, 10))).isEqualTo(yuan(6_000));
    }

    @Test
    void equally_heaviest_ones_are_raised_by_one_grade_and_never_above_the_first() {
        assertThat(pays(SIXTY, accident("意外1", START, 8, 8))).isEqualTo(yuan(24_000));
        assertThat(pays(SIXTY, accident("意外1", START, 8, 8, 8, 8))).isEqualTo(yuan(24_000));
        assertThat(pays(SIXTY, accident("意外1", START, 10, 9, 9))).isEqualTo(yuan(18_000));
        assertThat(pays(SIXTY, accident("意外1", START, 9, 9, 8))).isEqualTo(yuan(18_000));
        assertThat(pays(SIXTY, accident("意外1", START, 1, 1))).isEqualTo(yuan(60_000));
    }

    @Test
    void an_earlier_disability_is_taken_off_where_the_plan_says_so() {
        Event event = withPrior(9, accident("意外1", START, 7));

        assertThat(pays(SIXTY, event)).isEqualTo(yuan(12_000));
        assertThat(pays(plans(disability(60_000, false)), event)).isEqualTo(yuan(24_000));
        assertThat(pays(SIXTY, withPrior(5, accident("意外1", START, 7)))).isEqualTo(Money.ZERO);
        assertThat(pays(SIXTY, withPrior(11, accident("意外1", START, 7)))).isEqualTo(yuan(24_000));
    }

    @Test
    void the_working_names_grades_ratio_and_what_is_taken_off() {
        Determination found = judge(
                SIXTY,
                List.of(term("试", START, START.plusYears(1), 2)),
                withPrior(10, accident("意外1", START, 9, 8, 9, 8)));

        assertThat(found.lines().getFirst().working())
                .containsExactly(
                        new Step.Grade(List.of(8, 8, 9, 9), 7),
                        new Step.LessPrior(10, percent(40), percent(10), percent(30)),
                        new Step.PerUnit(yuan(60_000), 2, yuan(120_000)),
                        new Step.Share(yuan(120_000), percent(30), RoundingMode.HALF_UP, yuan(36_000)));
    }

    @Test
    void a_grade_beyond_the_scale_is_refused_and_one_raised_into_it_is_paid() {
        Benefit.DisabilityShare seven = new Benefit.DisabilityShare(
                each(5_000),
                List.of(100, 80, 60, 50, 40, 20, 10).stream()
                        .map(Promises::percent)
                        .toList(),
                1,
                true,
                180);

        assertThat(reasons(judge(plans(seven), List.of(year("试")), accident("意外1", START, 8)), "意外1"))
                .containsExactly(new Reason.GradeNotInScale(8));
        assertThat(pays(plans(seven), accident("意外1", START, 8, 8))).isEqualTo(yuan(500));
        assertThat(pays(plans(seven), accident("意外1", START, 7))).isEqualTo(yuan(500));
    }

    @Test
    void an_assessment_counts_up_to_its_last_day() {
        assertThat(pays(SIXTY, assessed(START.plusDays(180), accident("意外1", START, 8))))
                .isEqualTo(yuan(18_000));
        assertThat(reasons(
                        judge(SIXTY, List.of(year("试")), assessed(START.plusDays(181), accident("意外1", START, 8))),
                        "意外1"))
                .containsExactly(new Reason.AssessedTooLate(181, 180));
    }

    @Test
    void an_accident_in_the_term_is_covered_though_the_assessment_comes_after_it() {
        LocalDate last = START.plusYears(1).minusDays(1);

        assertThat(pays(SIXTY, assessed(last.plusDays(100), accident("意外1", last, 8))))
                .isEqualTo(yuan(18_000));
    }

    @Test
    void of_several_injuries_the_highest_rate_counts() {
        Benefit.InjuryConsolation consolation = new Benefit.InjuryConsolation(
                each(10_000),
                List.of(
                        new InjuryRate(Injury.CRACK, percent(1)),
                        new InjuryRate(Injury.FRACTURE, percent(3)),
                        new InjuryRate(Injury.TENDON_RUPTURE, percent(2))));
        Event several = resting(accident("意外1", START), 0, 0, Injury.CRACK, Injury.FRACTURE, Injury.TENDON_RUPTURE);
        Determination found = judge(plans(consolation), List.of(year("试")), several);

        assertThat(found.entitled()).isEqualTo(yuan(300));
        assertThat(found.lines().getFirst().working())
                .containsExactly(
                        new Step.OfInjury(Injury.FRACTURE, percent(3)),
                        new Step.Share(yuan(10_000), percent(3), RoundingMode.HALF_UP, yuan(300)));
        assertThat(reasons(
                        judge(
                                plans(consolation),
                                List.of(year("试")),
                                resting(accident("意外1", START), 0, 0, Injury.BURN)),
                        "意外1"))
                .containsExactly(new Reason.CauseNotCovered());
    }

    @Test
    void a_death_within_180_days_of_the_accident_is_paid_and_later_ones_are_not() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.ACCIDENT, Promises.death(20_000))
                .plan());
        LocalDate on = START.plusDays(10);

        assertThat(pays(plans, death("身故1", on.plusDays(180), Cause.ACCIDENT, Optional.of(on))))
                .isEqualTo(yuan(20_000));
        assertThat(judge(plans, List.of(year("试")), accident("意外1", on), death("身故1", on.plusDays(180), "意外1"))
                        .entitled())
                .isEqualTo(yuan(20_000));
        assertThat(reasons(
                        judge(
                                plans,
                                List.of(year("试")),
                                death("身故1", on.plusDays(181), Cause.ACCIDENT, Optional.of(on))),
                        "身故1"))
                .containsExactly(new Reason.TooLateAfterAccident(181, 180));
        assertThat(reasons(judge(plans, List.of(year("试")), death("身故1", on, Cause.ACCIDENT, Optional.empty())), "身故1"))
                .containsExactly(new Reason.FactMissing("事故日"));
        assertThat(reasons(judge(plans, List.of(year("试")), death("身故1", on, Cause.ILLNESS, Optional.empty())), "身故1"))
                .containsExactly(new Reason.CauseNotCovered());
    }

    @Test
    void a_death_after_the_term_is_covered_by_the_day_of_its_accident() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.ACCIDENT, Promises.death(20_000))
                .clause("二", EventDay.DEATH, Promises.death(1_000))
                .plan());
        LocalDate last = START.plusYears(1).minusDays(1);

        assertThat(pays(plans, death("身故1", last.plusDays(9), Cause.ACCIDENT, Optional.of(last))))
                .isEqualTo(yuan(20_000));
        assertThat(pays(plans, death("身故1", START, Cause.ACCIDENT, Optional.of(START.minusDays(9)))))
                .isEqualTo(yuan(1_000));
    }

    @Test
    void a_death_without_a_limit_of_days_needs_no_accident() {
        Benefit.DeathSum sum =
                new Benefit.DeathSum(each(600), Set.of(Cause.ILLNESS, Cause.ACCIDENT), OptionalInt.empty());
        Library plans = library(
                new Society.Draftsman("试").clause("一", EventDay.DEATH, sum).plan());
        Determination two = judge(
                plans,
                List.of(term("试", START, START.plusYears(1), 2)),
                death("身故1", START, Cause.ILLNESS, Optional.empty()));

        assertThat(pays(plans, death("身故1", START, Cause.ACCIDENT, Optional.empty())))
                .isEqualTo(yuan(600));
        assertThat(two.lines().getFirst().working()).containsExactly(new Step.PerUnit(yuan(600), 2, yuan(1_200)));
        assertThat(judge(plans, List.of(year("试")), death("身故1", START, Cause.ILLNESS, Optional.empty()))
                        .lines()
                        .getFirst()
                        .working())
                .containsExactly(new Step.Fixed(yuan(600)));
    }

    @Test
    void an_amount_by_tier_marks_the_tier_that_illustrates() {
        List<Rate> ratios = List.of(percent(100));
        Library plans = plans(new Benefit.DisabilityShare(tiers("甲", 100, "乙", 200), ratios, 0, false, 180));
        Determination none = judge(plans, List.of(year("试")), accident("意外1", START, 1));

        assertThat(none.lines()).isEmpty();
        assertThat(reasons(none, "意外1")).containsExactly(new Reason.FactMissing("档次"));
    }

    private static Money pays(Library plans, Event event) {
        return judge(plans, List.of(year("试")), event).entitled();
    }

    private static Library plans(Benefit benefit) {
        return library(new Society.Draftsman("试")
                .clause("一", EventDay.ACCIDENT, benefit)
                .plan());
    }
}
