package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.atLevel;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Happenings.transferred;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.inTerm;
import static org.huzhu.adjudication.Promises.renewal;
import static org.huzhu.adjudication.Promises.waiting;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.facts.Term;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.Waiting.FirstDay;
import org.junit.jupiter.api.Test;

/** Stays that transfers join, and stays that run over the end of a term. */
class StaysTest {

    private static final LocalDate END = START.plusYears(1);
    private static final List<Term> TWO_YEARS = List.of(year("试"), term("试", END, END.plusYears(1)));

    @Test
    void a_transfer_within_a_day_makes_no_new_stay() {
        Determination joined = judge(
                plans(daily(40, 3)),
                List.of(year("试")),
                stay("住院1", START, 5),
                transferred("住院1", stay("住院2", START.plusDays(6), 5)));
        Determination apart = judge(
                plans(daily(40, 3)),
                List.of(year("试")),
                stay("住院1", START, 5),
                transferred("住院1", stay("住院2", START.plusDays(7), 5)));

        assertThat(joined.entitled()).isEqualTo(yuan(40 * 7));
        assertThat(joined.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.events()).containsExactly("住院1", "住院2"));
        assertThat(apart.entitled()).isEqualTo(yuan(40 * 4));
        assertThat(apart.lines()).hasSize(2);
    }

    @Test
    void unpaid_days_run_on_through_transfers() {
        Determination found = judge(
                plans(daily(40, 3)),
                List.of(year("试")),
                stay("住院9", START, 2),
                transferred("住院9", stay("住院10", START.plusDays(2), 5)),
                transferred("住院10", stay("住院11", START.plusDays(7), 5)));

        assertThat(found.entitled()).isEqualTo(yuan(40 * 9));
    }

    @Test
    void a_stay_before_in_a_hospital_of_too_low_a_level_is_no_part_of_it() {
        Benefit.DailyAllowance second = new Benefit.DailyAllowance(
                DayKind.HOSPITAL, Promises.ALL, Promises.each(40), 3, 24, 2, AcrossTerms.ADMISSION_PAYS_ALL);
        Determination found = judge(
                plans(second),
                List.of(year("试")),
                atLevel(1, stay("住院1", START, 5)),
                transferred("住院1", atLevel(2, stay("住院2", START.plusDays(5), 5))));

        assertThat(found.entitled()).isEqualTo(yuan(40 * 2));
        assertThat(reasons(found, "住院1")).containsExactly(new Reason.HospitalLevel(1, 2));
    }

    @Test
    void a_transfer_after_the_end_of_cover_belongs_to_the_stay_that_began_within() {
        Library plans = plans(daily(40, 3));
        var first = stay("住院1", END.minusDays(5), 5);
        var second = transferred("住院1", stay("住院2", END, 5));

        assertThat(judge(plans, List.of(year("试")), first, second).entitled()).isEqualTo(yuan(40 * 7));
        assertThat(judge(plans, TWO_YEARS, first, second).entitled()).isEqualTo(yuan(40 * 7));
        assertThat(judge(plans, TWO_YEARS, first, second).lines()).hasSize(1);
    }

    @Test
    void transfers_that_go_round_in_a_ring_come_to_an_end() {
        Determination found = judge(
                plans(daily(40, 1)),
                List.of(year("试")),
                transferred("住院2", stay("住院1", START, 0)),
                transferred("住院1", stay("住院2", START, 0)));

        assertThat(found.entitled()).isEqualTo(yuan(0));
    }

    @Test
    void the_term_of_the_admission_pays_the_whole_stay_where_the_plan_says_so() {
        Determination found = judge(plans(daily(40, 1)), TWO_YEARS, stay("住院1", END.minusDays(5), 20));

        assertThat(found.entitled()).isEqualTo(yuan(40 * 19));
        assertThat(found.lines()).hasSize(1);
        assertThat(judge(plans(daily(40, 1)), List.of(year("试")), stay("住院1", START.minusDays(1), 20))
                        .lines())
                .isEmpty();
    }

    @Test
    void each_term_pays_its_days_where_the_plan_says_so() {
        Library plans = plans(inTerm(40, 1));
        Determination found = judge(plans, TWO_YEARS, stay("住院1", END.minusDays(5), 20));

        assertThat(found.lines()).extracting(Determination.Line::entitled).containsExactly(yuan(40 * 4), yuan(40 * 15));
        assertThat(judge(plans, List.of(year("试")), stay("住院1", END.minusDays(5), 20))
                        .entitled())
                .isEqualTo(yuan(40 * 4));
        assertThat(judge(plans, List.of(TWO_YEARS.get(1)), stay("住院1", END.minusDays(5), 20))
                        .lines())
                .isEmpty();
        assertThat(judge(plans, TWO_YEARS, stay("住院1", END.minusDays(5), 5)).lines())
                .hasSize(1);
    }

    @Test
    void days_are_split_over_terms_also_where_each_renewal_keeps_the_start() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, inTerm(40, 0))
                .waiting(waiting(FirstDay.EFFECTIVE_DAY, renewal(true)))
                .plan());
        List<Term> gap = List.of(year("试"), term("试", END.plusDays(3), END.plusYears(1)));

        assertThat(judge(plans, TWO_YEARS, stay("住院1", END.minusDays(5), 20)).entitled())
                .isEqualTo(yuan(40 * 20));
        assertThat(judge(plans, gap, stay("住院1", END.minusDays(5), 20)).entitled())
                .isEqualTo(yuan(40 * 20));
    }

    @Test
    void a_stay_of_three_terms_is_paid_by_each() {
        List<Term> terms = List.of(
                term("试", START, START.plusDays(10)),
                term("试", START.plusDays(10), START.plusDays(20)),
                term("试", START.plusDays(20), START.plusDays(30)));

        assertThat(judge(plans(inTerm(40, 2)), terms, stay("住院1", START.plusDays(5), 20))
                        .lines())
                .extracting(Determination.Line::entitled)
                .containsExactly(yuan(40 * 3), yuan(40 * 10), yuan(40 * 5));
    }

    @Test
    void unpaid_days_of_joined_stays_are_counted_once_over_two_terms() {
        Determination found = judge(
                plans(inTerm(40, 3)),
                TWO_YEARS,
                stay("住院1", END.minusDays(5), 5),
                transferred("住院1", stay("住院2", END, 5)));

        assertThat(found.entitled()).isEqualTo(yuan(40 * 7));
    }

    private static Library plans(Benefit.DailyAllowance daily) {
        return library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily)
                .plan());
    }
}
