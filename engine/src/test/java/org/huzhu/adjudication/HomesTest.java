package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.at;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.fire;
import static org.huzhu.adjudication.Happenings.maturity;
import static org.huzhu.adjudication.Happenings.to;
import static org.huzhu.adjudication.Promises.loss;
import static org.huzhu.adjudication.Promises.percent;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.paid;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Event;
import org.huzhu.facts.Term;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Benefit.MaturityReturn;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.Scope;
import org.junit.jupiter.api.Test;

class HomesTest {

    private static final LocalDate END = START.plusYears(1);
    private static final Library PLANS = library(new Society.Draftsman("试")
            .clause("一", EventDay.LOSS, loss(10, 3_000))
            .plan());
    private static final Library SAVINGS = library(new Society.Draftsman("储")
            .clause("一", EventDay.MATURITY, new MaturityReturn(percent(100)))
            .plan());

    @Test
    void a_share_of_the_loss_is_paid_up_to_the_maximum() {
        assertThat(judge(PLANS, List.of(year("试")), fire("损失1", START, 30_000, "甲"))
                        .entitled())
                .isEqualTo(yuan(3_000));
        Determination capped = judge(PLANS, List.of(year("试")), fire("损失1", START, 30_001, "甲"));
        assertThat(capped.entitled()).isEqualTo(yuan(3_000));
        assertThat(capped.lines().getFirst().working())
                .containsExactly(
                        new Step.Share(
                                yuan(30_001),
                                percent(10),
                                RoundingMode.HALF_UP,
                                org.huzhu.kernel.Money.parseYuan("3000.10")),
                        new Step.Capped("一", Scope.EVENT, yuan(3_000), yuan(3_000), yuan(3_000)));
        assertThat(judge(PLANS, List.of(year("试")), fire("损失1", START, 30_000, "甲"))
                        .lines()
                        .getFirst()
                        .working())
                .hasSize(1);
    }

    @Test
    void one_address_is_paid_once_for_one_event() {
        Determination found = judge(
                PLANS,
                List.of(year("试")),
                fire("损失2", START, 10_000, "甲"),
                fire("损失1", START, 20_000, "甲"),
                fire("损失3", START, 10_000, "乙"),
                fire("损失0", START.plusDays(1), 10_000, "甲"));

        assertThat(given(found, "一", "损失1")).isEqualTo(yuan(2_000));
        assertThat(reasons(found, "损失2")).containsExactly(new Reason.AddressPaid());
        assertThat(given(found, "一", "损失3")).isEqualTo(yuan(1_000));
        assertThat(given(found, "一", "损失0")).isEqualTo(yuan(1_000));
    }

    @Test
    void what_was_paid_to_another_who_lives_there_counts() {
        var toAnother = to(child("甲"), at("甲", paid("试", "一", START, "", yuan(9))));

        assertThat(reasons(
                        judge(PLANS, List.of(year("试")), List.of(toAnother), fire("损失1", START, 10_000, "甲")), "损失1"))
                .containsExactly(new Reason.AddressPaid());
        for (var harmless : List.of(
                at("乙", paid("试", "一", START, "", yuan(9))),
                at("甲", paid("试", "一", START.plusDays(1), "", yuan(9))),
                at("甲", paid("试", "一", START, "", yuan(0))),
                paid("试", "一", START, "", yuan(9)))) {
            assertThat(judge(PLANS, List.of(year("试")), List.of(harmless), fire("损失1", START, 10_000, "甲"))
                            .entitled())
                    .isEqualTo(yuan(1_000));
        }
    }

    @Test
    void a_loss_is_paid_once_however_many_terms_hold_it() {
        List<Term> overlapping = List.of(year("试"), term("试", START.minusDays(9), END));

        assertThat(judge(PLANS, overlapping, fire("损失1", START, 10_000, "甲")).entitled())
                .isEqualTo(yuan(1_000));
    }

    @Test
    void a_cause_that_is_not_covered_and_a_loss_without_an_amount_are_refused() {
        Event water = new Event.Loss("损失1", Event.Person.MEMBER, START, LossCause.WATER, yuan(10), "甲", Set.of());

        assertThat(reasons(judge(PLANS, List.of(year("试")), water), "损失1"))
                .containsExactly(new Reason.CauseNotCovered());
        assertThat(reasons(judge(PLANS, List.of(year("试")), fire("损失1", START, 0, "甲")), "损失1"))
                .containsExactly(new Reason.FactMissing("损失金额"));
    }

    @Test
    void a_loss_waits_for_nothing() {
        Library waiting = library(new Society.Draftsman("试")
                .clause("一", EventDay.LOSS, loss(10, 3_000))
                .waiting(Promises.waiting(org.huzhu.plan.Waiting.FirstDay.EFFECTIVE_DAY, Optional.empty()))
                .plan());

        assertThat(judge(waiting, List.of(year("试")), fire("损失1", START, 10_000, "甲"))
                        .entitled())
                .isEqualTo(yuan(1_000));
    }

    @Test
    void the_contribution_comes_back_on_the_last_day_or_the_day_after_it() {
        for (LocalDate day : List.of(END.minusDays(1), END)) {
            assertThat(judge(SAVINGS, List.of(saved(START, 600)), maturity("满期1", day))
                            .entitled())
                    .isEqualTo(yuan(600));
        }
        for (LocalDate day : List.of(END.minusDays(2), END.plusDays(1))) {
            assertThat(judge(SAVINGS, List.of(saved(START, 600)), maturity("满期1", day))
                            .lines())
                    .isEmpty();
        }
    }

    @Test
    void each_term_returns_its_own_contribution_and_needs_to_know_it() {
        Determination found = judge(
                SAVINGS,
                List.of(saved(START, 600), saved(START, 300), saved(START.plusDays(9), 50)),
                maturity("满期1", END));
        Determination unknown = judge(SAVINGS, List.of(year("储")), maturity("满期1", END));

        assertThat(found.entitled()).isEqualTo(yuan(900));
        assertThat(reasons(unknown, "满期1")).containsExactly(new Reason.FactMissing("已缴会费"));
    }

    private static Term saved(LocalDate from, long yuan) {
        Term any = term("储", from, from.plusYears(1));
        return new Term(any.plan(), any.office(), any.span(), 1, any.tier(), Optional.of(yuan(yuan)));
    }
}
