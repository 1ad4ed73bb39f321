package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.adjudication.Happenings.child;
import static org.huzhu.adjudication.Happenings.diagnosis;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Happenings.to;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.inTerm;
import static org.huzhu.adjudication.Promises.sum;
import static org.huzhu.adjudication.Promises.yearly;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.paid;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.visit;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.facts.Event;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Applicability.By;
import org.huzhu.plan.Applicability.Reach;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final LocalDate END = START.plusYears(1);
    private static final List<Term> TWO_YEARS = List.of(year("试"), term("试", END, END.plusYears(1)));
    private static final Library PLANS = library(new Society.Draftsman("试")
            .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000))
            .clause("二", EventDay.ADMISSION, inTerm(40, 0))
            .clause("三", EventDay.SETTLEMENT, yearly())
            .plan());
    private static final Event ILL = diagnosis("确诊1", "心梗", START);

    @Test
    void what_is_due_is_what_was_not_paid() {
        Determination found = judge(
                PLANS,
                List.of(year("试")),
                List.of(paid("试", "一", START, "确诊1", yuan(500)), paid("试", "一", END, "确诊1", yuan(1_500))),
                ILL);

        assertThat(found.lines()).singleElement().satisfies(line -> {
            assertThat(line.entitled()).isEqualTo(yuan(20_000));
            assertThat(line.paidBefore()).isEqualTo(yuan(2_000));
            assertThat(line.due()).isEqualTo(yuan(18_000));
            assertThat(line.cover()).contains(year("试").span());
            assertThat(line.person()).isEqualTo(Event.Person.MEMBER);
        });
        assertThat(found.due()).isEqualTo(yuan(18_000));
    }

    @Test
    void a_payment_for_an_event_that_gives_nothing_any_more_is_due_back() {
        Payment paid = paid("试", "一", START, "确诊1", yuan(20_000));
        Determination found = judge(PLANS, List.of(year("试")), List.of(paid), diagnosis("确诊1", "原位癌", START));

        assertThat(found.lines()).singleElement().satisfies(line -> {
            assertThat(line.entitled()).isEqualTo(yuan(0));
            assertThat(line.due()).isEqualTo(yuan(-20_000));
            assertThat(line.events()).containsExactly("确诊1");
            assertThat(line.cover()).isEmpty();
            assertThat(line.working()).isEmpty();
        });
    }

    @Test
    void a_payment_for_an_event_that_is_not_among_the_facts_stands() {
        Determination found = judge(PLANS, List.of(year("试")), List.of(paid("试", "一", START, "", yuan(20_000))), ILL);

        assertThat(found.due()).isEqualTo(yuan(20_000));
        assertThat(found.lines()).hasSize(1);
    }

    @Test
    void a_payment_of_a_year_of_which_no_bill_is_known_stands() {
        Event bill = visit("门诊1", START, Map.of(CostField.SELF_PAY_1, yuan(2_800)));
        List<Payment> payments = List.of(
                paid("试", "三", START.minusDays(1), "", yuan(77)), to(child("甲"), paid("试", "三", START, "", yuan(9))));

        assertThat(judge(PLANS, List.of(year("试")), payments, bill).due()).isEqualTo(yuan(200));
    }

    @Test
    void a_payment_of_a_year_whose_bills_give_nothing_is_due_back() {
        Event outside = visit("门诊1", END, Map.of(CostField.SELF_PAY_1, yuan(2_800)));
        Event unsettled = Happenings.unsettled(Society.stay("住院1", END, 3, Map.of(CostField.SELF_PAY_1, yuan(9_000))));
        List<Payment> payments =
                List.of(paid("试", "三", END.plusDays(9), "", yuan(70)), paid("试", "三", END.plusDays(99), "", yuan(30)));

        assertThat(judge(PLANS, List.of(year("试")), payments, outside).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.due()).isEqualTo(yuan(-100)));
        assertThat(judge(PLANS, List.of(year("试")), payments, unsettled).due()).isEqualTo(yuan(-100));
    }

    @Test
    void of_two_terms_that_pay_one_stay_each_has_its_own_payments() {
        List<Payment> payments =
                List.of(paid("试", "二", END.minusDays(5), "住院1", yuan(150)), paid("试", "二", END, "住院1", yuan(600)));
        Determination found = judge(PLANS, TWO_YEARS, payments, stay("住院1", END.minusDays(5), 20));

        assertThat(found.lines()).extracting(Line::paidBefore).containsExactly(yuan(150), yuan(600));
        assertThat(found.lines()).extracting(Line::due).containsExactly(yuan(50), yuan(0));
    }

    @Test
    void what_is_due_back_names_the_version_that_paid() {
        Library plans = library(
                new Society.Draftsman("试")
                        .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000))
                        .plan(),
                new Society.Draftsman("试")
                        .version("2", new Applicability(END, By.TERM_START, Reach.NEW_AND_RENEWED))
                        .clause("一", EventDay.DIAGNOSIS, sum("新", 20_000))
                        .clause("六", EventDay.DIAGNOSIS, sum("新", 20_000))
                        .plan());
        Event mild = diagnosis("确诊1", "原位癌", END);

        assertThat(judge(plans, TWO_YEARS, List.of(paid("试", "一", START, "确诊1", yuan(1))), mild)
                        .lines())
                .extracting(line -> line.plan().version())
                .containsExactly("1");
        assertThat(judge(plans, TWO_YEARS, List.of(paid("试", "一", END, "确诊1", yuan(1))), mild)
                        .lines())
                .extracting(line -> line.plan().version())
                .containsExactly("2");
        assertThat(judge(plans, TWO_YEARS, List.of(paid("试", "六", START, "确诊1", yuan(1))), mild)
                        .lines())
                .extracting(line -> line.plan().version())
                .containsExactly("2");
    }

    @Test
    void the_order_of_payments_and_terms_changes_nothing() {
        List<Payment> payments = List.of(
                paid("试", "一", START, "确诊1", yuan(1)),
                paid("试", "一", END, "确诊1", yuan(2)),
                paid("试", "三", START, "", yuan(3)));
        Event mild = diagnosis("确诊1", "原位癌", END);

        assertThat(judge(PLANS, TWO_YEARS.reversed(), payments.reversed(), mild))
                .isEqualTo(judge(PLANS, TWO_YEARS, payments, mild));
    }

    @Test
    void lines_stand_by_plan_event_and_clause_and_denials_by_event() {
        Library two = library(
                new Society.Draftsman("甲")
                        .clause("一", EventDay.ADMISSION, daily(1, 0))
                        .clause("二", EventDay.ADMISSION, inTerm(2, 0))
                        .plan(),
                new Society.Draftsman("乙")
                        .clause("一", EventDay.ADMISSION, daily(3, 0))
                        .plan());
        Determination found = judge(
                two,
                List.of(year("甲"), year("乙")),
                stay("住院2", START, 1),
                stay("住院1", START.plusDays(9), 1),
                stay("住院4", END, 1),
                stay("住院3", END, 1));

        assertThat(found.lines())
                .extracting(line ->
                        line.plan().plan() + line.events() + line.clause().number())
                .containsExactly("乙[住院1]一", "乙[住院2]一", "甲[住院1]一", "甲[住院1]二", "甲[住院2]一", "甲[住院2]二");
        assertThat(found.denials())
                .extracting(denial -> denial.plan().plan() + denial.event())
                .containsExactly("乙住院3", "乙住院4", "甲住院3", "甲住院4");
    }

    @Test
    void a_term_or_a_payment_of_an_unknown_plan_or_clause_is_refused() {
        assertThatThrownBy(() -> judge(PLANS, List.of(year("无")), ILL)).hasMessageContaining("无");
        assertThatThrownBy(() -> judge(PLANS, List.of(year("试")), List.of(paid("无", "一", START, "", yuan(1))), ILL))
                .hasMessageContaining("无");
        assertThatThrownBy(() -> judge(PLANS, List.of(year("试")), List.of(paid("试", "九", START, "", yuan(1))), ILL))
                .hasMessageContaining("九");
    }

    @Test
    void an_event_that_no_held_plan_is_about_is_left_alone() {
        Determination found = judge(PLANS, List.of(year("试")), Happenings.fire("损失1", START, 1, "甲"));

        assertThat(found.lines()).isEmpty();
        assertThat(found.denials()).isEmpty();
    }
}
