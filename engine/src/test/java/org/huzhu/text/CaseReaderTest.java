package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.facts.WorkedExample.Refused;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReaderTest {

    private static final Person CHILD = new Person(Insured.CHILD, "子女甲");
    private static final String TERMS = """
            保障:
              - {计划: 示例, 自: 2020-06-10, 至: 2020-06-10, 份: 1份, 档: 26元档, 办事处: 天津, 已缴: 52元}
              - {计划: 另例, 自: 2020-06-10, 份: 3份}
            """;
    private static final String SMALL = TERMS + "事件: [{满期: 2021-06-10}]\n";

    @Test
    void a_term_keeps_every_word_and_without_a_last_day_ends_as_its_plan_says() {
        assertThat(facts(SMALL).terms())
                .containsExactly(
                        new Term(
                                "示例",
                                Optional.of("天津"),
                                new DateSpan(day(6, 10), day(6, 11)),
                                1,
                                Optional.of("26元档"),
                                Optional.of(Money.ofYuan(52))),
                        new Term(
                                "另例",
                                Optional.empty(),
                                new DateSpan(day(6, 10), LocalDate.of(2021, 1, 1)),
                                3,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void a_diagnosis_keeps_every_word() {
        assertThat(event("确诊: 乳腺癌, 日期: 2020-12-01, 病理报告: 2020-12-03, 入院: 2020-11-30, 首次确诊: 2020-11-29"))
                .isEqualTo(new Event.Diagnosis(
                        "事",
                        CHILD,
                        "乳腺癌",
                        day(12, 1),
                        Optional.of(day(12, 3)),
                        Optional.of(day(11, 30)),
                        Optional.of(day(11, 29)),
                        Set.of(Circumstance.CRIME, Circumstance.SUICIDE)));
    }

    @Test
    void a_stay_keeps_every_word() {
        assertThat(event("住院: 2020-08-10 至 2020-08-10, 级别: 二级, 原因: 意外, 事故日: 2020-08-09, 编码: C50.900, "
                        + "转自: 意外1, 申报: 2020-08-11, 结算: 2020-08-12, 费用: {自付一: 1.50元, 医保后自付: 2元}"))
                .isEqualTo(new Event.Stay(
                        "事",
                        CHILD,
                        day(8, 10),
                        day(8, 10),
                        2,
                        Cause.ACCIDENT,
                        Optional.of(day(8, 9)),
                        Optional.of("C50.900"),
                        Optional.of("意外1"),
                        Optional.of(day(8, 11)),
                        Optional.of(day(8, 12)),
                        new Costs(Map.of(
                                CostField.SELF_PAY_1,
                                Money.ofFen(150),
                                CostField.SELF_PAID_AFTER_INSURANCE,
                                Money.ofYuan(2))),
                        Set.of(Circumstance.CRIME, Circumstance.SUICIDE)));
    }

    @Test
    void a_visit_an_accident_and_a_death_keep_every_word() {
        Set<Circumstance> circumstances = Set.of(Circumstance.CRIME, Circumstance.SUICIDE);

        assertThat(event("门诊: 2020-07-03, 费用: {总额: 100元}"))
                .isEqualTo(new Event.Visit(
                        "事", CHILD, day(7, 3), new Costs(Map.of(CostField.TOTAL, Money.ofYuan(100))), circumstances));
        assertThat(event("意外: 2020-07-01, 伤残: [8级, 7级], 原有伤残: 9级, 评定: 2020-10-01, 休养: 10日, 照顾: 5日, 伤情: [骨裂, 骨折]"))
                .isEqualTo(new Event.Accident(
                        "事",
                        CHILD,
                        day(7, 1),
                        List.of(8, 7),
                        OptionalInt.of(9),
                        Optional.of(day(10, 1)),
                        10,
                        5,
                        List.of(Injury.CRACK, Injury.FRACTURE),
                        circumstances));
        assertThat(event("身故: 2020-09-01, 原因: 意外, 事故日: 2020-07-01, 事故: 意外1"))
                .isEqualTo(new Event.Death(
                        "事",
                        CHILD,
                        day(9, 1),
                        Cause.ACCIDENT,
                        Optional.of(day(7, 1)),
                        Optional.of("意外1"),
                        circumstances));
    }

    @Test
    void a_loss_and_a_maturity_keep_every_word() {
        Set<Circumstance> circumstances = Set.of(Circumstance.CRIME, Circumstance.SUICIDE);

        assertThat(event("家财损失: 2020-07-02, 原因: 水渍, 损失: 78000元, 住址: 甲"))
                .isEqualTo(new Event.Loss(
                        "事", CHILD, day(7, 2), LossCause.WATER, Money.ofYuan(78_000), "甲", circumstances));
        assertThat(event("满期: 2020-06-10")).isEqualTo(new Event.Maturity("事", CHILD, day(6, 10), circumstances));
    }

    @Test
    void what_an_event_does_not_say_is_absent_and_happened_to_the_member() {
        assertThat(facts(TERMS + "事件: [{意外: 2020-07-01}, {意外: 2020-07-02}]\n").events())
                .containsExactly(
                        new Event.Accident(
                                "意外1",
                                Person.MEMBER,
                                day(7, 1),
                                List.of(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                0,
                                0,
                                List.of(),
                                Set.of()),
                        new Event.Accident(
                                "意外2",
                                Person.MEMBER,
                                day(7, 2),
                                List.of(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                0,
                                0,
                                List.of(),
                                Set.of()));
    }

    @Test
    void a_payment_keeps_every_word_and_without_more_is_one_to_the_member() {
        String payments = """
                已付:
                  - {计划: 示例, 条款: 第六条第二款, 日期: 2020-07-01, 金额: 120元, 事件: 满期1, 病种: 乳腺癌, 地址: 甲, 日数: 3日, 被保障人: 会员子女, 姓名: 子女甲}
                  - {计划: 另例, 条款: 第二条, 日期: 2020-07-02, 金额: 0.01元}
                """;

        assertThat(facts(SMALL + payments).payments())
                .containsExactly(
                        new Payment(
                                "示例",
                                "第六条第二款",
                                day(7, 1),
                                CHILD,
                                Optional.of("满期1"),
                                Optional.of("乳腺癌"),
                                Optional.of("甲"),
                                Money.ofYuan(120),
                                3),
                        new Payment(
                                "另例",
                                "第二条",
                                day(7, 2),
                                Person.MEMBER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Money.ofFen(1),
                                0));
        assertThat(facts(SMALL).payments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第六条第三款", "第五条", "第八条第二项", "第九条", "第十条", "附件二", "第一条", "第二条"})
    void whatever_has_a_number_may_be_the_reason_for_not_paying(String number) {
        Document read =
                PlanReader.knowing(Texts.library()).read("案例.yaml", Texts.CASE.replace("确诊1: 第五条", "确诊1: " + number));

        assertThat(((Document.CaseFile) read).example().refused()).containsExactly(new Refused("示例", "确诊1", number));
    }

    private static Event event(String words) {
        String event = "  - {" + words + ", 名: 事, 被保障人: 会员子女, 姓名: 子女甲, 情形: [自杀, 犯罪]}\n";
        return facts(TERMS + "事件:\n" + event + "  - {意外: 2020-07-01}\n")
                .events()
                .get(0);
    }

    /** Facts as they may stand in any file. */
    private static Case facts(String text) {
        Columns columns = new Columns();
        CaseShapes.Facts facts = CaseShapes.Facts.of(columns);
        Shape<Case> shape = CaseShapes.withEvents(columns.reads(facts::read));
        Problems problems = new Problems("例.yaml");
        Node root = Objects.requireNonNull(Tree.of(text, problems));
        Case read = shape.read(root, new Reading(problems, Names.of(Texts.library()), Texts.library()));
        assertThat(problems.sorted()).isEmpty();
        return Objects.requireNonNull(read);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2020, month, day);
    }
}
