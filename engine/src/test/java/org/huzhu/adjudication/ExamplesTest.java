package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.inTerm;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.facts;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.paid;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.huzhu.examples.Examples;
import org.huzhu.examples.Examples.Difference;
import org.huzhu.facts.Case;
import org.huzhu.facts.WorkedExample;
import org.huzhu.facts.WorkedExample.Expected;
import org.huzhu.facts.WorkedExample.OfBenefit;
import org.huzhu.facts.WorkedExample.OfEnrolment;
import org.huzhu.facts.WorkedExample.OfParticipation;
import org.huzhu.facts.WorkedExample.Refused;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Applicability.By;
import org.huzhu.plan.Applicability.Reach;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.PlanId;
import org.huzhu.rules.Rulebook;
import org.junit.jupiter.api.Test;

/** Two stays of 3 and 4 days at 10 a day (一); a third lies outside cover. Another plan (别) gives 1 a day. */
class ExamplesTest {

    private static final PlanId PLAN = new PlanId("试", "1");
    private static final Library PLANS = library(
            new Society.Draftsman("试")
                    .clause("一", EventDay.ADMISSION, daily(10, 0))
                    .plan(),
            new Society.Draftsman("试")
                    .version("2", new Applicability(START.plusYears(1), By.TERM_START, Reach.NEW_AND_RENEWED))
                    .clause("一", EventDay.ADMISSION, daily(10, 0))
                    .plan(),
            new Society.Draftsman("别")
                    .clause("一", EventDay.ADMISSION, inTerm(1, 0))
                    .plan());
    private static final Case FACTS = facts(
            List.of(year("试"), year("别")),
            List.of(stay("住院1", START, 3), stay("住院2", START.plusDays(9), 4), stay("住院3", START.minusDays(9), 4)),
            List.of(paid("试", "一", START, "住院1", yuan(12))));

    @Test
    void an_example_that_holds_differs_in_nothing() {
        assertThat(differences(
                        List.of(
                                expected("一", Optional.empty(), 70, Optional.of(58L)),
                                expected("一", Optional.of("住院1"), 30, Optional.of(18L)),
                                expected("一", Optional.of("住院2"), 40, Optional.empty())),
                        List.of(new Refused("试", "住院3", "一"))))
                .isEmpty();
    }

    @Test
    void an_amount_that_differs_is_named_with_its_clause_and_event() {
        assertThat(differences(
                        List.of(
                                expected("一", Optional.of("住院1"), 31, Optional.empty()),
                                expected("一", Optional.empty(), 70, Optional.of(70L))),
                        List.of()))
                .containsExactly(new Difference("试 一 住院1 应得", "31元", "30元"), new Difference("试 一 应付", "70元", "58元"));
    }

    @Test
    void what_is_given_though_nobody_said_so_is_a_difference_once() {
        assertThat(differences(List.of(), List.of())).containsExactly(new Difference("试 一 应得", "0元", "30元"));
    }

    @Test
    void a_case_of_its_own_speaks_of_all_plans() {
        OfBenefit example =
                new OfBenefit("例", 1, FACTS, List.of(expected("一", Optional.empty(), 70, Optional.empty())), List.of());

        assertThat(Examples.differences(Rulebook.of(PLANS), Optional.empty(), example))
                .containsExactly(new Difference("别 一 应得", "0元", "3元"));
    }

    @Test
    void a_refusal_must_name_its_clause() {
        List<Expected> all = List.of(expected("一", Optional.empty(), 70, Optional.empty()));

        assertThat(differences(all, List.of(new Refused("试", "住院3", "二"))))
                .containsExactly(new Difference("试 住院3 不付", "二", "一"));
        assertThat(differences(all, List.of(new Refused("试", "住院1", "一"))))
                .containsExactly(new Difference("试 住院1 不付", "一", "没有不付的说明"));
    }

    @Test
    void an_example_that_another_version_judges_is_a_difference() {
        OfBenefit example =
                new OfBenefit("例", 1, FACTS, List.of(expected("一", Optional.empty(), 70, Optional.empty())), List.of());
        OfBenefit denied = new OfBenefit(
                "例", 1, facts(List.of(year("试")), List.of(stay("住院1", START.minusDays(9), 1))), List.of(), List.of());

        assertThat(Examples.differences(Rulebook.of(PLANS), Optional.of(new PlanId("试", "2")), example))
                .containsExactly(new Difference("所用版本", "试 2", "试 1"));
        assertThat(Examples.differences(Rulebook.of(PLANS), Optional.of(new PlanId("试", "2")), denied))
                .containsExactly(new Difference("所用版本", "试 2", "试 1"));
    }

    @Test
    void the_gate_of_a_unit_and_the_enrolment_of_a_person_are_worked_out() {
        assertThat(enrolled(Optional.empty(), OptionalInt.empty())).isEmpty();
        assertThat(enrolled(Optional.of(yuan(25)), OptionalInt.of(1)))
                .containsExactly(new Difference("会费", "25元", "不可参保"));
        assertThat(Examples.differences(Rulebook.of(PLANS), Optional.of(PLAN), new OfParticipation("例", 1, 101, 0)))
                .isEmpty();
        assertThat(Examples.differences(Rulebook.of(PLANS), Optional.of(PLAN), new OfParticipation("例", 1, 101, 81)))
                .containsExactly(new Difference("应参保人数", "81人", "0人"));
        assertThatThrownBy(() -> Examples.differences(
                        Rulebook.of(PLANS), Optional.empty(), new OfParticipation("例", 1, 101, 81)))
                .hasMessageContaining("needs a plan");
    }

    private static List<Difference> enrolled(Optional<Money> contribution, OptionalInt units) {
        WorkedExample example = new OfEnrolment(
                "例",
                1,
                Sex.FEMALE,
                LocalDate.of(1990, 1, 1),
                Category.IN_SERVICE,
                Occupation.ORDINARY,
                Optional.empty(),
                units,
                START,
                contribution);
        return Examples.differences(Rulebook.of(PLANS), Optional.of(PLAN), example);
    }

    private static List<Difference> differences(List<Expected> expected, List<Refused> refused) {
        return Examples.differences(
                Rulebook.of(PLANS), Optional.of(PLAN), new OfBenefit("例", 1, FACTS, expected, refused));
    }

    private static Expected expected(String clause, Optional<String> event, long yuan, Optional<Long> due) {
        return new Expected("试", clause, event, yuan(yuan), due.map(Society::yuan));
    }
}
