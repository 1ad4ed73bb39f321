package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.bill;
import static org.huzhu.adjudication.Happenings.byAccident;
import static org.huzhu.adjudication.Happenings.diagnosis;
import static org.huzhu.adjudication.Happenings.firstDiagnosed;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.renewal;
import static org.huzhu.adjudication.Promises.share;
import static org.huzhu.adjudication.Promises.sum;
import static org.huzhu.adjudication.Promises.waiting;
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
import java.util.Set;
import org.huzhu.facts.Term;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.StayOrder;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.Library;
import org.huzhu.plan.Waiting;
import org.huzhu.plan.Waiting.FirstDay;
import org.huzhu.plan.Waiting.Renewal;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final LocalDate END = START.plusYears(1);
    private static final Library ANEW = disease(waiting(FirstDay.EFFECTIVE_DAY, Optional.empty()));
    private static final Library KEPT = disease(waiting(FirstDay.EFFECTIVE_DAY, renewal(false)));
    private static final Library GAP = disease(waiting(FirstDay.EFFECTIVE_DAY, renewal(true)));

    @Test
    void the_first_day_of_cover_is_day_one_where_the_plan_counts_so() {
        assertThat(pays(ANEW, START.plusDays(29))).isEqualTo(Money.ZERO);
        assertThat(pays(ANEW, START.plusDays(30))).isEqualTo(yuan(1_000));
        assertThat(pays(ANEW, START.plusDays(59))).isEqualTo(yuan(1_000));
        assertThat(pays(ANEW, START.plusDays(60))).isEqualTo(yuan(20_000));
    }

    @Test
    void the_day_after_is_day_one_where_the_plan_counts_so() {
        Library after = disease(waiting(FirstDay.DAY_AFTER, Optional.empty()));

        assertThat(pays(after, START)).isEqualTo(Money.ZERO);
        assertThat(pays(after, START.plusDays(30))).isEqualTo(Money.ZERO);
        assertThat(pays(after, START.plusDays(31))).isEqualTo(yuan(1_000));
        assertThat(pays(after, START.plusDays(60))).isEqualTo(yuan(1_000));
        assertThat(pays(after, START.plusDays(61))).isEqualTo(yuan(20_000));
    }

    @Test
    void a_refusal_in_waiting_names_the_clause_and_the_day() {
        Determination found = judge(ANEW, List.of(year("试")), diagnosis("确诊1", "心梗", START.plusDays(29)));

        assertThat(found.lines()).isEmpty();
        assertThat(found.denials()).singleElement().satisfies(denial -> {
            assertThat(denial.clause()).isEqualTo("等");
            assertThat(denial.reason()).isEqualTo(new Reason.InWaiting(30));
        });
    }

    @Test
    void the_working_says_the_day_and_how_the_units_are_treated() {
        Determination found = judge(ANEW, List.of(year("试")), diagnosis("确诊1", "心梗", START.plusDays(60)));

        assertThat(found.lines().getFirst().working()).contains(new Step.OnDay(61, Waiting.Treatment.FULL, 1));
    }

    @Test
    void illness_waits_and_an_accident_does_not() {
        Library stays = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily(40, 0))
                .waiting(waiting(FirstDay.EFFECTIVE_DAY, Optional.empty()))
                .plan());
        LocalDate day = START.plusDays(2);

        assertThat(given(judge(stays, List.of(year("试")), stay("住院1", day, 5)), "一"))
                .isEqualTo(Money.ZERO);
        assertThat(given(judge(stays, List.of(year("试")), byAccident(day, stay("住院1", day, 5))), "一"))
                .isEqualTo(yuan(200));
    }

    @Test
    void what_has_no_reduced_amount_gives_nothing_in_the_reduced_zone_and_says_so() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily(40, 0))
                .clause("二", EventDay.ADMISSION, share(StayOrder.ADMISSION, 50))
                .clause("三", EventDay.DIAGNOSIS, sum("新", 20_000))
                .waiting(waiting(FirstDay.EFFECTIVE_DAY, Optional.empty()))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                bill("住院1", START.plusDays(40), 1_000),
                diagnosis("确诊1", "心梗", START.plusDays(40)),
                bill("住院2", START.plusDays(60), 1_000));

        assertThat(found.lines()).allMatch(line -> line.events().equals(List.of("住院2")));
        assertThat(reasons(found, "住院1")).isEqualTo(List.of(new Reason.InWaiting(41)));
        assertThat(reasons(found, "确诊1")).isEqualTo(List.of(new Reason.InWaiting(41)));
    }

    @Test
    void a_renewal_within_the_gap_keeps_the_first_start() {
        assertThat(pays(KEPT, twoYears(0), END)).isEqualTo(yuan(20_000));
        assertThat(pays(KEPT, twoYears(30), END.plusDays(30))).isEqualTo(yuan(20_000));
        assertThat(pays(KEPT, twoYears(31), END.plusDays(31))).isEqualTo(Money.ZERO);
    }

    @Test
    void a_plan_that_knows_no_renewal_waits_in_each_term() {
        assertThat(pays(ANEW, twoYears(0), END)).isEqualTo(Money.ZERO);
        assertThat(pays(ANEW, twoYears(0), END.plusDays(60))).isEqualTo(yuan(20_000));
    }

    @Test
    void a_chain_of_renewals_keeps_the_very_first_start() {
        List<Term> terms = List.of(
                term("试", START, START.plusDays(20)),
                term("试", START.plusDays(20), START.plusDays(40)),
                term("试", START.plusDays(45), START.plusDays(90)));

        assertThat(pays(KEPT, terms, START.plusDays(59))).isEqualTo(yuan(1_000));
        assertThat(pays(KEPT, terms, START.plusDays(60))).isEqualTo(yuan(20_000));
    }

    @Test
    void units_added_at_a_renewal_wait_by_themselves() {
        List<Term> terms = List.of(term("试", START, END, 1), term("试", END, END.plusYears(1), 3));

        assertThat(pays(KEPT, terms, END.plusDays(29))).isEqualTo(yuan(20_000));
        assertThat(pays(KEPT, terms, END.plusDays(30))).isEqualTo(yuan(22_000));
        assertThat(pays(KEPT, terms, END.plusDays(60))).isEqualTo(yuan(60_000));
    }

    @Test
    void units_added_do_not_wait_where_the_plan_says_so() {
        Library plans = disease(waiting(FirstDay.EFFECTIVE_DAY, Optional.of(new Renewal(30, false, true))));
        List<Term> terms = List.of(term("试", START, END, 1), term("试", END.plusDays(10), END.plusYears(1), 3));

        assertThat(pays(plans, terms, END.plusDays(10))).isEqualTo(yuan(60_000));
        assertThat(pays(plans, terms, END.plusDays(9))).isEqualTo(yuan(20_000));
    }

    @Test
    void fewer_units_at_a_renewal_keep_those_that_waited_longest() {
        List<Term> terms = List.of(
                term("试", START, END, 1),
                term("试", END, END.plusDays(40), 2),
                term("试", END.plusDays(40), END.plusYears(1), 1));

        assertThat(pays(KEPT, terms, END.plusDays(41))).isEqualTo(yuan(20_000));
    }

    @Test
    void units_bought_apart_are_all_continued_by_one_renewal() {
        List<Term> terms = List.of(
                term("试", START, END, 1), term("试", START.plusDays(180), END, 1), term("试", END, END.plusYears(1), 2));

        assertThat(pays(KEPT, terms, END.plusDays(5))).isEqualTo(yuan(40_000));
    }

    @Test
    void no_unit_is_continued_twice() {
        List<Term> terms = List.of(
                term("试", START, END, 1), term("试", END, END.plusDays(300), 1), term("试", END, END.plusYears(1), 1));

        assertThat(pays(KEPT, terms, END.plusDays(5))).isEqualTo(yuan(20_000));
        assertThat(pays(KEPT, terms, END.plusDays(60))).isEqualTo(yuan(40_000));
    }

    @Test
    void an_event_in_the_gap_is_covered_only_where_the_plan_says_so() {
        assertThat(pays(KEPT, twoYears(20), END.plusDays(10))).isEqualTo(Money.ZERO);
        assertThat(pays(GAP, twoYears(20), END.plusDays(10))).isEqualTo(yuan(20_000));
        assertThat(pays(GAP, twoYears(20), END)).isEqualTo(yuan(20_000));
        assertThat(pays(GAP, twoYears(31), END.plusDays(10))).isEqualTo(Money.ZERO);
    }

    @Test
    void units_that_were_not_held_before_the_gap_are_not_covered_in_it() {
        List<Term> terms = List.of(term("试", START, END, 1), term("试", END.plusDays(20), END.plusYears(1), 2));

        assertThat(pays(GAP, terms, END.plusDays(10))).isEqualTo(yuan(20_000));
    }

    @Test
    void a_gap_that_is_covered_is_paid_once_however_many_terms_follow_it() {
        List<Term> terms = List.of(
                term("试", START, END, 1),
                term("试", END.plusDays(10), END.plusYears(1), 1),
                term("试", END.plusDays(20), END.plusYears(1), 1));

        assertThat(pays(GAP, terms, END.plusDays(5))).isEqualTo(yuan(20_000));
    }

    @Test
    void a_disease_first_seen_in_the_covered_gap_is_no_earlier_disease() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000))
                .waiting(waiting(FirstDay.EFFECTIVE_DAY, renewal(true)))
                .exclusion(new Exclusion("既", "既往症", Set.of("一"), Set.of(), List.of(), true))
                .plan());
        LocalDate day = END.plusDays(10);

        assertThat(given(judge(plans, twoYears(20), firstDiagnosed("确诊1", "心梗", day, day.minusDays(1))), "一"))
                .isEqualTo(yuan(20_000));
        assertThat(reasons(judge(plans, twoYears(20), firstDiagnosed("确诊1", "心梗", day, END.minusDays(1))), "确诊1"))
                .containsExactly(new Reason.Excluded("既往症"));
    }

    @Test
    void cover_under_another_plan_stands_in_for_waiting() {
        Library plans = library(
                plan(waiting(FirstDay.EFFECTIVE_DAY, renewal(false), Optional.of(new Waiting.Waiver(Set.of("意外"))))),
                new Society.Draftsman("住院")
                        .clause("九", EventDay.ADMISSION, daily(40, 0))
                        .plan(),
                new Society.Draftsman("意外")
                        .clause("九", EventDay.ADMISSION, daily(40, 0))
                        .plan());
        Term cover = year("试");

        assertThat(pays(plans, List.of(cover), START)).isEqualTo(Money.ZERO);
        assertThat(pays(plans, List.of(cover, term("住院", START.minusDays(9), START)), START))
                .isEqualTo(yuan(20_000));
        assertThat(pays(plans, List.of(cover, term("住院", START.minusDays(9), START.minusDays(1))), START))
                .isEqualTo(Money.ZERO);
        assertThat(pays(plans, List.of(cover, term("住院", START, END)), START)).isEqualTo(Money.ZERO);
        assertThat(pays(plans, List.of(cover, term("意外", START.minusDays(9), END)), START))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void units_beyond_the_most_of_a_person_are_void_over_all_terms_that_overlap() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000))
                .unitsMax(2)
                .plan());
        List<Term> three = List.of(term("试", START, END, 1), term("试", START.plusDays(9), END, 3));
        Determination found = judge(plans, three, diagnosis("确诊1", "心梗", START.plusDays(9)));

        assertThat(given(found, "一")).isEqualTo(yuan(40_000));
        assertThat(found.lines()).anyMatch(line -> line.working().contains(new Step.UnitsVoid(2, 2)));
        assertThat(pays(plans, List.of(term("试", START, END, 2), term("试", END, END.plusYears(1), 2)), END))
                .isEqualTo(yuan(40_000));
    }

    @Test
    void a_term_of_which_all_units_are_void_says_so() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000))
                .unitsMax(1)
                .plan());
        List<Term> two = List.of(term("试", START, END, 1), term("试", START.plusDays(9), END, 1));
        Determination found = judge(plans, two, diagnosis("确诊1", "心梗", START.plusDays(9)));

        assertThat(given(found, "一")).isEqualTo(yuan(20_000));
        assertThat(reasons(found, "确诊1")).containsExactly(new Reason.AllUnitsVoid(1));
    }

    private static List<Term> twoYears(int gapDays) {
        return List.of(
                year("试"),
                term("试", END.plusDays(gapDays), END.plusDays(gapDays).plusYears(1)));
    }

    private static Money pays(Library plans, LocalDate day) {
        return pays(plans, List.of(year("试")), day);
    }

    private static Money pays(Library plans, List<Term> terms, LocalDate day) {
        return given(judge(plans, terms, diagnosis("确诊1", "心梗", day)), "一");
    }

    private static Library disease(Waiting waiting) {
        return library(plan(waiting));
    }

    private static org.huzhu.plan.Plan plan(Waiting waiting) {
        return new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000, 1_000))
                .waiting(waiting)
                .plan();
    }
}
