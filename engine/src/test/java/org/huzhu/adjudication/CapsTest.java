package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Happenings.stayOf;
import static org.huzhu.adjudication.Happenings.to;
import static org.huzhu.adjudication.Happenings.transferred;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.money;
import static org.huzhu.adjudication.Promises.tiers;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.paid;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Term;
import org.huzhu.plan.Cap;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Library;
import org.huzhu.plan.Scope;
import org.junit.jupiter.api.Test;

/** One clause (一) gives 100 for each day in hospital, another (二) 50. */
class CapsTest {

    private static final LocalDate END = START.plusYears(1);
    private static final LocalDate LATER = START.plusDays(100);
    private static final List<Term> TWO_YEARS = List.of(year("试"), term("试", END, END.plusYears(1)));

    @Test
    void what_reaches_a_cap_is_untouched_and_what_passes_it_is_cut() {
        Library plans = capped(money(Scope.TERM, 500, "一"));

        Determination reaches = judge(plans, List.of(year("试")), stay("住院1", START, 5));
        assertThat(given(reaches, "一")).isEqualTo(yuan(500));
        assertThat(reaches.lines().getFirst().working()).hasSize(2);
        Determination passes = judge(plans, List.of(year("试")), stay("住院1", START, 6));
        assertThat(given(passes, "一")).isEqualTo(yuan(500));
        assertThat(passes.lines().getFirst().working())
                .contains(new Step.Capped("限", Scope.TERM, yuan(500), yuan(500), yuan(500)));
    }

    @Test
    void a_cap_is_used_up_in_the_order_of_the_days() {
        Determination found = judge(
                capped(money(Scope.TERM, 500, "一")), List.of(year("试")), stay("住院1", LATER, 4), stay("住院2", START, 4));

        assertThat(given(found, "一", "住院2")).isEqualTo(yuan(400));
        assertThat(given(found, "一", "住院1")).isEqualTo(yuan(100));
        assertThat(given(found, "二")).isEqualTo(yuan(400));
    }

    @Test
    void a_joint_cap_binds_its_clauses_together() {
        Determination found =
                judge(capped(money(Scope.EVENT, 500, "一", "二")), List.of(year("试")), stay("住院1", START, 4));

        assertThat(given(found, "一")).isEqualTo(yuan(400));
        assertThat(given(found, "二")).isEqualTo(yuan(100));
    }

    @Test
    void a_cap_of_an_event_holds_for_stays_joined_by_a_transfer_together() {
        Determination found = judge(
                capped(money(Scope.EVENT, 500, "一")),
                List.of(year("试")),
                stay("住院1", START, 4),
                transferred("住院1", stay("住院2", START.plusDays(10), 4)),
                stay("住院3", LATER, 4));

        assertThat(given(found, "一")).isEqualTo(yuan(900));
    }

    @Test
    void each_scope_counts_its_own() {
        for (Scope scope : List.of(Scope.TERM, Scope.YEAR)) {
            Determination found = judge(
                    capped(money(scope, 500, "一")),
                    TWO_YEARS,
                    stay("住院1", START, 4),
                    stay("住院2", LATER, 4),
                    stay("住院3", END, 4));
            assertThat(given(found, "一")).as(scope.name()).isEqualTo(yuan(900));
        }
        assertThat(given(
                        judge(
                                capped(money(Scope.LIFE, 500, "一")),
                                TWO_YEARS,
                                stay("住院1", START, 4),
                                stay("住院2", END, 4)),
                        "一"))
                .isEqualTo(yuan(500));
    }

    @Test
    void a_term_that_runs_over_the_new_year_has_one_cap_and_two_years_have_two() {
        Term over = term("试", LATER, LATER.plusYears(1));

        assertThat(given(
                        judge(
                                capped(money(Scope.TERM, 500, "一")),
                                List.of(over),
                                stay("住院1", LATER, 4),
                                stay("住院2", END, 4)),
                        "一"))
                .isEqualTo(yuan(500));
        assertThat(given(
                        judge(
                                capped(money(Scope.YEAR, 500, "一")),
                                List.of(over),
                                stay("住院1", LATER, 4),
                                stay("住院2", END, 4)),
                        "一"))
                .isEqualTo(yuan(800));
    }

    @Test
    void payments_for_events_not_among_the_facts_use_the_cap_first() {
        Library plans = capped(money(Scope.TERM, 500, "一"));

        assertThat(given(
                        judge(
                                plans,
                                List.of(year("试")),
                                List.of(paid("试", "一", LATER, "", yuan(450))),
                                stay("住院1", START, 4)),
                        "一"))
                .isEqualTo(yuan(50));
        assertThat(given(
                        judge(
                                plans,
                                List.of(year("试")),
                                List.of(paid("试", "一", LATER, "", yuan(600))),
                                stay("住院1", START, 4)),
                        "一"))
                .isEqualTo(yuan(0));
        for (var other : List.of(
                paid("试", "二", LATER, "", yuan(450)),
                paid("试", "一", END, "", yuan(450)),
                paid("试", "一", START, "住院1", yuan(450)),
                to(child("甲"), paid("试", "一", LATER, "", yuan(450))))) {
            assertThat(given(judge(plans, List.of(year("试")), List.of(other), stay("住院1", START, 4)), "一"))
                    .isEqualTo(yuan(400));
        }
    }

    @Test
    void payments_count_within_the_year_or_the_life_of_the_cap() {
        var lastYear = paid("试", "一", START.minusDays(1), "", yuan(450));
        var thisYear = paid("试", "一", END.minusDays(1), "", yuan(450));
        Library year = capped(money(Scope.YEAR, 500, "一"));
        Library life = capped(money(Scope.LIFE, 500, "一"));

        assertThat(given(judge(year, List.of(year("试")), List.of(lastYear), stay("住院1", START, 4)), "一"))
                .isEqualTo(yuan(400));
        assertThat(given(judge(year, List.of(year("试")), List.of(thisYear), stay("住院1", START, 4)), "一"))
                .isEqualTo(yuan(50));
        assertThat(given(judge(life, List.of(year("试")), List.of(lastYear), stay("住院1", START, 4)), "一"))
                .isEqualTo(yuan(50));
    }

    @Test
    void a_cap_is_for_each_child_by_name() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", Insured.CHILD, EventDay.ADMISSION, daily(100, 0))
                .cap(money(Scope.LIFE, 500, "一"))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                stayOf(child("甲"), stay("住院1", START, 4)),
                stayOf(child("乙"), stay("住院2", START, 4)),
                stayOf(child("甲"), stay("住院3", LATER, 4)));

        assertThat(given(found, "一")).isEqualTo(yuan(900));
    }

    @Test
    void a_cap_may_differ_by_tier() {
        Library plans = capped(new Cap("限", Set.of("一"), Scope.TERM, new Cap.Limit.OfMoney(tiers("甲", 100, "乙", 200))));
        Term any = year("试");
        Term tiered = new Term(any.plan(), any.office(), any.span(), 1, Optional.of("乙"), any.contribution());

        assertThat(given(judge(plans, List.of(tiered), stay("住院1", START, 4)), "一"))
                .isEqualTo(yuan(200));
    }

    @Test
    void of_several_caps_each_holds() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily(100, 0))
                .clause("二", EventDay.ADMISSION, daily(50, 0))
                .cap(money(Scope.TERM, 700, "一", "二"))
                .cap(money(Scope.EVENT, 300, "一"))
                .cap(Promises.days(Scope.EVENT, 6, "一", "二"))
                .plan());
        Determination found = judge(plans, List.of(year("试")), stay("住院1", START, 4), stay("住院2", LATER, 9));

        assertThat(given(found, "一", "住院1")).isEqualTo(yuan(300));
        assertThat(given(found, "二", "住院1")).isEqualTo(yuan(100));
        assertThat(given(found, "一", "住院2")).isEqualTo(yuan(300));
        assertThat(given(found, "二", "住院2")).isEqualTo(yuan(0));
    }

    private static Library capped(Cap cap) {
        return library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily(100, 0))
                .clause("二", EventDay.ADMISSION, daily(50, 0))
                .cap(cap)
                .plan());
    }
}
