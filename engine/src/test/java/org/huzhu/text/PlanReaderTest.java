package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.Event;
import org.huzhu.facts.Term;
import org.huzhu.facts.WorkedExample;
import org.huzhu.facts.WorkedExample.Expected;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Basis;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Source;
import org.huzhu.plan.Stacking;
import org.junit.jupiter.api.Test;

class PlanReaderTest {

    private final Document.PlanFile file =
            (Document.PlanFile) PlanReader.knowing(Texts.library()).read("2018.yaml", Texts.PLAN);
    private final Plan plan = file.plan();

    @Test
    void a_plan_may_use_every_kind_of_benefit() {
        Set<Class<?>> used = Set.copyOf(plan.clauses().stream()
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
        assertThat(plan.waiting().orElseThrow().wording()).isEqualTo("自生效之日起三十日（含）内首次确诊的，不给付；六十日（含）内的，减半。");
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
        assertThat(plan.enrolment().basis().sources()).hasSize(2);
    }

    @Test
    void the_caps_of_a_clause_come_under_its_number_and_joint_caps_after_them() {
        assertThat(plan.caps()).extracting(Cap::number).containsExactly("第六条第二款", "第六条第二款", "第六条第二款", "第九条");
        assertThat(plan.caps().get(0))
                .isEqualTo(new Cap("第六条第二款", Set.of("第六条第二款"), Scope.EVENT, new Cap.Limit.OfDays(90)));
        assertThat(plan.caps().get(3).limit())
                .isEqualTo(new Cap.Limit.OfMoney(
                        new Amounts(List.of(new Amounts.Row(Optional.empty(), Money.ofYuan(200_653), true)))));
    }

    @Test
    void an_exclusion_of_all_clauses_names_each() {
        assertThat(plan.exclusions().get(0).clauses()).hasSize(plan.clauses().size());
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
        assertThat(file.examples())
                .extracting(WorkedExample::line)
                .startsWith(Texts.line(Texts.PLAN, "说明: 第45日确诊"), Texts.line(Texts.PLAN, "说明: 意外、身故"));
    }

    @Test
    void a_case_takes_the_end_of_a_term_from_the_version_in_the_library() {
        Document.CaseFile read =
                (Document.CaseFile) PlanReader.knowing(Texts.library()).read("案例.yaml", Texts.CASE);

        assertThat(read.judged()).isTrue();
        assertThat(read.example().facts().terms().get(0).span().until()).isEqualTo(LocalDate.of(2021, 6, 10));
        assertThat(read.example().expected())
                .containsExactly(new Expected(
                        "示例", "第六条第一款", Optional.empty(), Money.ofYuan(10_000), Optional.of(Money.ofYuan(9900))));
    }

    @Test
    void a_case_without_expectations_is_only_judged() {
        String bare = Texts.CASE.substring(0, Texts.CASE.indexOf("应得"));

        Document read = PlanReader.knowing(Texts.library()).read("案例.yaml", bare);

        assertThat(read.examples()).isEmpty();
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

    @Test
    void the_number_of_a_stay_stands_for_itself_or_for_all_later_ones_too() {
        assertThat(((Benefit.CostShare) clause("第六条第三款").benefit()).rows())
                .containsExactly(
                        new Benefit.ShareRow(1, false, OptionalInt.of(3), Money.ZERO, Rate.parse("70%")),
                        new Benefit.ShareRow(2, true, OptionalInt.empty(), Money.ofFen(65_050), Rate.parse("62.5%")));
    }

    @Test
    void a_row_of_a_benefit_may_name_a_source_or_illustrate_and_its_clause_keeps_both() {
        String text = Texts.PLAN
                .replace("第1次, 级别: 三级, 起付: 0元", "第1次, 级别: 三级, 依据: 通知, 起付: 0元")
                .replace("第2次起,", "第2次起, 示意: 是,");

        assertThat(basis(text, "第六条第三款"))
                .isEqualTo(new Basis(
                        List.of(
                                new Source("《示例细则》", LocalDate.of(2018, 6, 1)),
                                new Source("《示例通知》", LocalDate.of(2018, 7, 1))),
                        true));
    }

    @Test
    void a_row_of_an_amount_hands_its_source_up_but_not_that_it_illustrates() {
        String text = Texts.PLAN.replace("金额: 20000元, 示意: 是", "金额: 20000元, 示意: 是, 依据: 通知");

        Basis basis = basis(text, "第六条第一款");

        assertThat(basis.sources()).extracting(Source::title).containsExactlyInAnyOrder("《示例通知》", "《示例细则》");
        assertThat(basis.illustrative()).isFalse();
    }

    @Test
    void after_what_is_expected_of_another_plan_names_are_those_of_the_own_plan_again() {
        String text = Texts.PLAN.replace("    应付: {第六条第一款: 0元}\n", "    他计划应得: {另例: {第二条: 5000元}}\n");

        Document.PlanFile read =
                (Document.PlanFile) PlanReader.knowing(Texts.library()).read("2018.yaml", text);

        assertThat(((WorkedExample.OfBenefit) read.examples().get(0)).expected())
                .extracting(Expected::plan)
                .containsExactly("示例", "示例", "示例", "另例");
        assertThat(((WorkedExample.OfBenefit) read.examples().get(1)).facts().terms())
                .extracting(Term::plan)
                .containsExactly("示例");
    }

    @Test
    void a_plan_that_is_new_to_the_library_may_name_itself() {
        String text =
                Texts.OTHER_PLAN.replace("计划: 另例", "计划: 新例").replace("[{自: 2020-06-10", "[{计划: 新例, 自: 2020-06-10");

        Document.PlanFile read =
                (Document.PlanFile) PlanReader.knowing(Texts.library()).read("2018.yaml", text);

        assertThat(((WorkedExample.OfBenefit) read.examples().get(0)).facts().terms())
                .containsExactly(new Term(
                        "新例",
                        Optional.empty(),
                        new DateSpan(LocalDate.of(2020, 6, 10), LocalDate.of(2021, 1, 1)),
                        1,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Basis basis(String text, String clause) {
        Document.PlanFile read =
                (Document.PlanFile) PlanReader.knowing(Texts.library()).read("2018.yaml", text);
        return read.plan().clause(clause).orElseThrow().basis();
    }

    private Clause clause(String number) {
        return plan.clause(number).orElseThrow();
    }

    private WorkedExample.OfBenefit benefitExample(int index) {
        return (WorkedExample.OfBenefit) file.examples().get(index);
    }
}
