package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.accident;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.death;
import static org.huzhu.adjudication.Happenings.resting;
import static org.huzhu.adjudication.Happenings.to;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.disability;
import static org.huzhu.adjudication.Promises.money;
import static org.huzhu.adjudication.Promises.relation;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.paid;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.facts.Event;
import org.huzhu.facts.Payment;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Relation.Manner;
import org.huzhu.plan.Scope;
import org.junit.jupiter.api.Test;

/** Disability (残) of at most 10,000 and death (亡) of 20,000. */
class RelationsTest {

    private static final LocalDate LATER = START.plusDays(50);
    private static final Event INJURED = accident("意外1", START, 6);
    private static final Event DIED = death("身故1", LATER, "意外1");
    private static final Payment DISABILITY_PAID = paid("试", "残", START, "意外1", yuan(5_000));
    private static final Payment DEATH_PAID = paid("试", "亡", LATER, "身故1", yuan(20_000));

    @Test
    void together_means_that_each_gives_its_own() {
        assertThat(judge(plans(Manner.BOTH), List.of(year("试")), INJURED, DIED).entitled())
                .isEqualTo(yuan(25_000));
    }

    @Test
    void of_what_is_not_payable_together_the_larger_is_given_and_the_other_denied() {
        Determination found = judge(plans(Manner.ONE_ONLY), List.of(year("试")), INJURED, DIED);

        assertThat(given(found, "亡")).isEqualTo(yuan(20_000));
        assertThat(given(found, "残")).isEqualTo(yuan(0));
        assertThat(found.denials()).singleElement().satisfies(denial -> {
            assertThat(denial.clause()).isEqualTo("关系");
            assertThat(denial.event()).isEqualTo("意外1");
            assertThat(denial.reason()).isEqualTo(new Reason.NotTogether("亡"));
        });
        assertThat(found.lines().stream().flatMap(line -> line.working().stream()))
                .contains(new Step.ByRelation("关系", "亡", yuan(0)));
    }

    @Test
    void what_was_paid_first_stands_and_the_other_gives_nothing() {
        Determination found =
                judge(plans(Manner.ONE_ONLY), List.of(year("试")), List.of(DISABILITY_PAID), INJURED, DIED);

        assertThat(given(found, "残")).isEqualTo(yuan(5_000));
        assertThat(given(found, "亡")).isEqualTo(yuan(0));
        assertThat(found.due()).isEqualTo(yuan(0));
        assertThat(reasons(found, "身故1")).containsExactly(new Reason.NotTogether("残"));
    }

    @Test
    void of_two_that_were_paid_the_earlier_stands() {
        Determination found =
                judge(plans(Manner.ONE_ONLY), List.of(year("试")), List.of(DEATH_PAID, DISABILITY_PAID), INJURED, DIED);

        assertThat(given(found, "残")).isEqualTo(yuan(5_000));
        assertThat(found.due()).isEqualTo(yuan(-20_000));
    }

    @Test
    void what_was_given_back_does_not_stand() {
        Payment back = paid("试", "残", LATER, "意外1", yuan(-5_000));
        Determination found =
                judge(plans(Manner.ONE_ONLY), List.of(year("试")), List.of(DISABILITY_PAID, back), INJURED, DIED);

        assertThat(found.due()).isEqualTo(yuan(20_000));
    }

    @Test
    void what_was_paid_to_another_or_for_another_event_does_not_stand() {
        Event other = accident("意外2", START.plusDays(1), 10);
        List<Payment> payments =
                List.of(to(child("甲"), paid("试", "残", START, "", yuan(1))), paid("试", "残", START, "意外2", yuan(1_000)));

        assertThat(given(judge(plans(Manner.ONE_ONLY), List.of(year("试")), payments, INJURED, DIED, other), "亡"))
                .isEqualTo(yuan(20_000));
    }

    @Test
    void on_a_tie_the_clause_printed_earlier_stands() {
        Library even = library(drafted()
                .clause("亡", EventDay.ACCIDENT, Promises.death(10_000))
                .relation(relation(Manner.ONE_ONLY, Scope.EVENT, "亡", "残"))
                .plan());
        Determination tie = judge(even, List.of(year("试")), accident("意外1", START, 1), DIED);
        assertThat(given(tie, "残")).isEqualTo(yuan(10_000));
        assertThat(given(tie, "亡")).isEqualTo(yuan(0));
    }

    @Test
    void clauses_meet_only_within_their_scope() {
        Event elsewhere = death("身故1", LATER, org.huzhu.plan.Cause.ACCIDENT, java.util.Optional.of(LATER));
        Library term = plans(relation(Manner.ONE_ONLY, Scope.TERM, "残", "亡"));

        assertThat(judge(plans(Manner.ONE_ONLY), List.of(year("试")), INJURED, elsewhere)
                        .entitled())
                .isEqualTo(yuan(25_000));
        assertThat(judge(term, List.of(year("试")), INJURED, elsewhere).entitled())
                .isEqualTo(yuan(20_000));
        assertThat(judge(term, List.of(year("试")), List.of(paid("试", "残", START, "", yuan(5_000))), elsewhere)
                        .entitled())
                .isEqualTo(yuan(0));
        assertThat(judge(
                                term,
                                List.of(year("试")),
                                List.of(paid("试", "残", START.minusDays(1), "", yuan(5_000))),
                                elsewhere)
                        .entitled())
                .isEqualTo(yuan(20_000));
    }

    @Test
    void a_death_or_a_stay_belongs_to_the_accident_of_its_day() {
        Event died = death("身故1", LATER, org.huzhu.plan.Cause.ACCIDENT, java.util.Optional.of(START));

        assertThat(judge(plans(Manner.ONE_ONLY), List.of(year("试")), INJURED, died)
                        .entitled())
                .isEqualTo(yuan(20_000));
    }

    @Test
    void death_gives_what_disability_has_not_given_where_it_is_deducted() {
        Library plans = plans(relation(Manner.DEDUCT, Scope.EVENT, "亡", "残"));
        Determination found = judge(plans, List.of(year("试")), List.of(DISABILITY_PAID), INJURED, DIED);

        assertThat(given(found, "残")).isEqualTo(yuan(5_000));
        assertThat(given(found, "亡")).isEqualTo(yuan(15_000));
        assertThat(found.due()).isEqualTo(yuan(15_000));
    }

    @Test
    void what_is_deducted_never_goes_below_nothing() {
        Library plans = library(drafted()
                .clause("亡", EventDay.ACCIDENT, Promises.death(3_000))
                .relation(relation(Manner.DEDUCT, Scope.EVENT, "亡", "残"))
                .plan());

        assertThat(judge(plans, List.of(year("试")), INJURED, DIED).entitled()).isEqualTo(yuan(5_000));
    }

    @Test
    void the_larger_makes_up_what_the_smaller_was_not_paid() {
        Determination fresh = judge(plans(Manner.LARGEST), List.of(year("试")), INJURED, DIED);
        Determination after = judge(plans(Manner.LARGEST), List.of(year("试")), List.of(DISABILITY_PAID), INJURED, DIED);

        assertThat(given(fresh, "亡")).isEqualTo(yuan(20_000));
        assertThat(given(fresh, "残")).isEqualTo(yuan(0));
        assertThat(given(after, "残")).isEqualTo(yuan(5_000));
        assertThat(given(after, "亡")).isEqualTo(yuan(15_000));
        assertThat(after.due()).isEqualTo(yuan(15_000));
    }

    @Test
    void the_larger_that_was_paid_leaves_nothing_to_the_smaller() {
        Determination found = judge(plans(Manner.LARGEST), List.of(year("试")), List.of(DEATH_PAID), INJURED, DIED);

        assertThat(found.entitled()).isEqualTo(yuan(20_000));
        assertThat(found.due()).isEqualTo(yuan(0));
    }

    @Test
    void payments_of_the_term_for_events_not_among_the_facts_count_towards_the_largest() {
        Library plans = plans(relation(Manner.LARGEST, Scope.TERM, "残", "亡"));
        List<Payment> payments = List.of(
                paid("试", "残", START, "", yuan(4_000)),
                paid("试", "亡", START, "", yuan(1)),
                paid("试", "残", START.minusDays(1), "", yuan(9)));

        assertThat(given(judge(plans, List.of(year("试")), payments, INJURED, DIED), "亡"))
                .isEqualTo(yuan(16_000));
    }

    @Test
    void a_clause_that_stood_back_is_deducted_from_nothing() {
        Library plans = library(drafted()
                .clause("亡", EventDay.ACCIDENT, Promises.death(20_000))
                .clause("休", EventDay.ACCIDENT, daily(DayKind.REST, 100, 0, AcrossTerms.ADMISSION_PAYS_ALL))
                .relation(relation(Manner.DEDUCT, Scope.EVENT, "休", "残"))
                .relation(relation(Manner.ONE_ONLY, Scope.EVENT, "残", "亡"))
                .plan());
        Determination found = judge(plans, List.of(year("试")), resting(accident("意外1", START, 6), 60, 0), DIED);

        assertThat(given(found, "残")).isEqualTo(yuan(0));
        assertThat(given(found, "休")).isEqualTo(yuan(6_000));
    }

    @Test
    void clauses_are_weighed_by_what_they_give_under_their_own_caps() {
        Library plans = library(drafted()
                .clause("亡", EventDay.ACCIDENT, Promises.death(20_000))
                .relation(relation(Manner.ONE_ONLY, Scope.EVENT, "残", "亡"))
                .cap(money(Scope.TERM, 3_000, "亡"))
                .plan());
        Determination found = judge(plans, List.of(year("试")), INJURED, DIED);

        assertThat(given(found, "残")).isEqualTo(yuan(5_000));
        assertThat(given(found, "亡")).isEqualTo(yuan(0));
    }

    private static Society.Draftsman drafted() {
        return new Society.Draftsman("试").clause("残", EventDay.ACCIDENT, disability(10_000));
    }

    private static Library plans(Manner manner) {
        return plans(relation(manner, Scope.EVENT, "残", "亡"));
    }

    private static Library plans(Relation relation) {
        return library(drafted()
                .clause("亡", EventDay.ACCIDENT, Promises.death(20_000))
                .relation(relation)
                .plan());
    }

    @Test
    void a_payment_that_names_no_event_among_the_facts_is_refused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> judge(plans(Manner.BOTH), List.of(year("试")), List.of(DEATH_PAID), INJURED))
                .hasMessageContaining("身故1");
    }
}
