package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Event;
import org.huzhu.facts.WorkedExample;
import org.huzhu.facts.WorkedExample.Expected;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Stacking;
import org.junit.jupiter.api.Test;

class PlanReaderTest {

    private static final Document.PlanFile FILE =
            (Document.PlanFile) PlanReader.knowing(Texts.library()).read("2018.yaml", Texts.PLAN);
    private static final Plan PLAN = FILE.plan();

    @Test
    void a_plan_may_use_every_kind_of_benefit() {
        Set<Class<?>> used = Set.copyOf(PLAN.clauses().stream()
                .<Class<?>>map(it -> it.benefit().getClass())
                .toList());

        assertThat(used)
                .containsExactlyInAnyOrder(
                        Benefit.class.getPermittedSubclasses() == null
                                ? new Class<?>[0]
                                : java.util.Arrays.stream(Benefit.class.getPermittedSubclasses())
                                        .toArray(Class<?>[]::new));
    }

    @Test
    void line_breaks_in_a_wording_leave_no_blanks_between_chinese_letters() {
        assertThat(PLAN.waiting().orElseThrow().wording()).isEqualTo("自生效之日起三十日（含）内首次确诊的，不给付；六十日（含）内的，减半。");
    }

    @Test
    void an_amount_by_tier_keeps_which_of_its_rows_only_illustrate() {
        Benefit.DiseaseSum sum = (Benefit.DiseaseSum) clause("第六条第一款").benefit();

        assertThat(sum.full().rows())
                .containsExactly(
                        new Amounts.Row(Optional.of("26元档"), Money.ofYuan(10_000), false),
                        new Amounts.Row(Optional.of("50元档"), Money.ofYuan(20_000), true));
        assertThat(clause("第六条第一款").basis().illustrative()).isFalse();
    }

    @Test
    void a_clause_keeps_its_sources_or_the_mark_that_it_illustrates() {
        assertThat(clause("第六条第二款").basis().sources())
                .singleElement()
                .satisfies(it -> assertThat(it.title()).isEqualTo("《示例细则》"));
        assertThat(clause("第六条第四款").basis().illustrative()).isTrue();
        assertThat(PLAN.enrolment().basis().sources()).hasSize(2);
    }

    @Test
    void the_caps_of_a_clause_come_under_its_number_and_joint_caps_after_them() {
        assertThat(PLAN.caps()).extracting(Cap::number).containsExactly("第六条第二款", "第六条第二款", "第六条第二款", "第九条");
        assertThat(PLAN.caps().get(0))
                .isEqualTo(new Cap("第六条第二款", Set.of("第六条第二款"), Scope.EVENT, new Cap.Limit.OfDays(90)));
        assertThat(PLAN.caps().get(3).limit())
                .isEqualTo(new Cap.Limit.OfMoney(
                        new Amounts(List.of(new Amounts.Row(Optional.empty(), Money.ofYuan(200_653), true)))));
    }

    @Test
    void an_exclusion_of_all_clauses_names_each() {
        assertThat(PLAN.exclusions().get(0).clauses()).hasSize(PLAN.clauses().size());
    }

    @Test
    void a_term_without_an_end_ends_with_the_coverage_period_and_a_written_last_day_belongs_to_it() {
        assertThat(benefitExample(0).facts().terms().get(0).span())
                .isEqualTo(new DateSpan(LocalDate.of(2020, 6, 10), LocalDate.of(2021, 6, 10)));
        assertThat(benefitExample(1).facts().terms().get(0).span())
                .isEqualTo(new DateSpan(LocalDate.of(2020, 6, 10), LocalDate.of(2021, 6, 10)));
    }

    @Test
    void an_event_without_a_name_is_called_by_its_kind_and_number() {
        assertThat(benefitExample(0).facts().events()).extracting(Event::id).containsExactly("确诊1", "住院1", "转院");
        assertThat(benefitExample(1).facts().events())
                .extracting(Event::id)
                .containsExactly("意外1", "身故1", "家财损失1", "门诊1", "满期1");
    }

    @Test
    void what_is_expected_stands_for_the_clause_or_for_each_event() {
        assertThat(benefitExample(0).expected())
                .containsExactly(
                        new Expected("示例", "第六条第一款", Optional.empty(), Money.ofYuan(1000), Optional.of(Money.ZERO)),
                        new Expected("示例", "第六条第二款", Optional.of("住院1"), Money.ofYuan(240), Optional.empty()),
                        new Expected("示例", "第六条第二款", Optional.of("转院"), Money.ofYuan(80), Optional.empty()));
        assertThat(benefitExample(0).refused()).containsExactly(new WorkedExample.Refused("示例", "转院", "第五条"));
    }

    @Test
    void an_example_knows_the_line_where_it_starts() {
        assertThat(FILE.examples())
                .extracting(WorkedExample::line)
                .startsWith(Texts.line(Texts.PLAN, "说明: 第45日确诊"), Texts.line(Texts.PLAN, "说明: 意外、身故"));
    }

    @Test
    void a_case_takes_the_end_of_a_term_from_the_version_in_the_library() {
        Document.CaseFile file =
                (Document.CaseFile) PlanReader.knowing(Texts.library()).read("案例.yaml", Texts.CASE);

        assertThat(file.judged()).isTrue();
        assertThat(file.example().facts().terms().get(0).span().until()).isEqualTo(LocalDate.of(2021, 6, 10));
        assertThat(file.example().expected())
                .containsExactly(new Expected(
                        "示例", "第六条第一款", Optional.empty(), Money.ofYuan(10_000), Optional.of(Money.ofYuan(9900))));
    }

    @Test
    void a_case_without_expectations_is_only_judged() {
        String bare = Texts.CASE.substring(0, Texts.CASE.indexOf("应得"));

        Document file = PlanReader.knowing(Texts.library()).read("案例.yaml", bare);

        assertThat(file.examples()).isEmpty();
    }

    @Test
    void the_files_that_plans_share_are_read_too() {
        assertThat(Texts.library().overlays())
                .singleElement()
                .satisfies(it -> assertThat(it.onlyVersions()).containsExactly("2018"));
        assertThat(Texts.library().stacking("北京").orElseThrow().pairs().get(0).together())
                .isEqualTo(new Stacking.Together.SecondGives(Money.ofYuan(1000)));
        assertThat(Texts.library().dictionary().sameDisease("外阴癌", "外阴癌和阴道癌")).isTrue();
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(Texts.problems("\uFEFF" + Texts.CASE)).isEmpty();
    }

    private static Clause clause(String number) {
        return PLAN.clause(number).orElseThrow();
    }

    private static WorkedExample.OfBenefit benefitExample(int index) {
        return (WorkedExample.OfBenefit) FILE.examples().get(index);
    }
}
