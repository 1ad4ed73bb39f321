package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.accident;
import static org.huzhu.adjudication.Happenings.byAccident;
import static org.huzhu.adjudication.Happenings.resting;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Happenings.transferred;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.days;
import static org.huzhu.adjudication.Promises.relation;
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
import java.util.Map;
import org.huzhu.facts.Event;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.Relation.Manner;
import org.huzhu.plan.Scope;
import org.junit.jupiter.api.Test;

/** Clauses that give several times within the scope of a relation: for hospital (院), rest (休) and care (护). */
class RelationsOfManyTest {

    private static final LocalDate LATER = START.plusDays(50);

    @Test
    void a_clause_is_weighed_by_all_that_it_gives_within_the_scope() {
        Library plans = library(allowances()
                .relation(relation(Manner.ONE_ONLY, Scope.TERM, "院", "休"))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                stay("住院1", START, 3),
                stay("住院2", LATER, 6),
                resting(accident("意外1", START), 50, 0));

        assertThat(given(found, "院")).isEqualTo(yuan(900));
        assertThat(given(found, "休")).isEqualTo(yuan(0));
    }

    @Test
    void what_is_deducted_is_deducted_once_from_all_that_the_clause_gives() {
        Library plans = library(allowances()
                .relation(relation(Manner.DEDUCT, Scope.TERM, "院", "休"))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                stay("住院1", START, 3),
                stay("住院2", LATER, 6),
                resting(accident("意外1", START), 40, 0));

        assertThat(given(found, "院", "住院1")).isEqualTo(yuan(0));
        assertThat(given(found, "院", "住院2")).isEqualTo(yuan(500));
        assertThat(found.entitled()).isEqualTo(yuan(900));
    }

    @Test
    void a_clause_that_stands_back_uses_up_no_cap() {
        Library plans = library(allowances()
                .relation(relation(Manner.ONE_ONLY, Scope.EVENT, "休", "护"))
                .cap(days(Scope.TERM, 30, "休"))
                .cap(days(Scope.TERM, 70, "休", "护"))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                resting(accident("意外1", START), 30, 40),
                resting(accident("意外2", LATER), 30, 0));

        assertThat(given(found, "护")).isEqualTo(yuan(2_000));
        assertThat(given(found, "休", "意外1")).isEqualTo(yuan(0));
        assertThat(given(found, "休", "意外2")).isEqualTo(yuan(300));
    }

    @Test
    void what_a_year_was_paid_is_not_deducted_beside_what_the_year_gives() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.SETTLEMENT, Promises.yearly())
                .clause("二", EventDay.SETTLEMENT, Promises.banded())
                .relation(relation(Manner.DEDUCT, Scope.YEAR, "一", "二"))
                .plan());
        Event bill = Society.visit(
                "门诊1", START, Map.of(CostField.SELF_PAY_1, yuan(11_800), CostField.ABOVE_CEILING, yuan(1_000)));
        Determination found = judge(plans, List.of(year("试")), List.of(paid("试", "二", START, "", yuan(400))), bill);

        assertThat(given(found, "一")).isEqualTo(yuan(1_600));
        assertThat(given(found, "二")).isEqualTo(yuan(400));
    }

    @Test
    void stays_joined_by_a_transfer_are_one_event_and_belong_to_their_accident() {
        Library plans = library(allowances()
                .relation(relation(Manner.ONE_ONLY, Scope.EVENT, "院", "休"))
                .plan());
        Determination found = judge(
                plans,
                List.of(year("试")),
                byAccident(START, stay("住院1", START, 3)),
                transferred("住院1", stay("住院2", START.plusDays(10), 3)),
                resting(accident("意外1", START), 100, 0));

        assertThat(given(found, "院")).isEqualTo(yuan(0));
        assertThat(given(found, "休")).isEqualTo(yuan(1_000));
    }

    @Test
    void terms_do_not_meet_within_a_term_but_do_in_a_life() {
        LocalDate end = START.plusYears(1);
        List<org.huzhu.facts.Term> two = List.of(year("试"), term("试", end, end.plusYears(1)));
        Event[] events = {stay("住院1", START, 3), resting(accident("意外1", end), 50, 0)};

        assertThat(judge(related(Scope.TERM), two, events).entitled()).isEqualTo(yuan(800));
        assertThat(judge(related(Scope.YEAR), two, events).entitled()).isEqualTo(yuan(800));
        assertThat(judge(related(Scope.LIFE), two, events).entitled()).isEqualTo(yuan(500));
    }

    private static Library related(Scope within) {
        return library(allowances()
                .relation(relation(Manner.ONE_ONLY, within, "院", "休"))
                .plan());
    }

    private static Society.Draftsman allowances() {
        return new Society.Draftsman("试")
                .clause("院", EventDay.ADMISSION, daily(100, 0))
                .clause("休", EventDay.ACCIDENT, daily(DayKind.REST, 10, 0, AcrossTerms.ADMISSION_PAYS_ALL))
                .clause("护", EventDay.ACCIDENT, daily(DayKind.CARE, 50, 0, AcrossTerms.ADMISSION_PAYS_ALL));
    }
}
