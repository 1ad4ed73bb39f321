package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Promises.percent;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.yuan;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Waiting.Treatment;
import org.junit.jupiter.api.Test;

class ChineseWordingTest {

    private static final Map<Step, String> STEPS = steps();
    private static final Map<Reason, String> REASONS = reasons();

    private static Map<Step, String> steps() {
        Map<Step, String> steps = new LinkedHashMap<>();
        steps.put(new Step.OnDay(30, Treatment.NONE, 1), "保障第30日，等待期内（1份）");
        steps.put(new Step.OnDay(45, Treatment.REDUCED, 2), "保障第45日，减责期内（2份）");
        steps.put(new Step.OnDay(61, Treatment.FULL, 1), "保障第61日，已过等待期（1份）");
        steps.put(new Step.UnitsVoid(1, 2), "每人至多2份，超出的1份无效");
        steps.put(new Step.Listed("乳腺癌", "恶性肿瘤"), "“乳腺癌”属名单中的“恶性肿瘤”");
        steps.put(new Step.PerUnit(yuan(15_000), 2, yuan(30_000)), "15000元 × 2份 = 30000元");
        steps.put(new Step.DaysCounted(9, 0, 9), "共9日");
        steps.put(new Step.DaysCounted(9, 1, 8), "共9日，免赔1日，计8日");
        steps.put(new Step.DaysCounted(9, 0, 5), "共9日，免赔0日，计5日");
        steps.put(new Step.DaysLeft(Scope.TERM, 180, 81, 81), "每一保障期至多180日，尚余81日，给付81日");
        steps.put(new Step.DaysLeft(Scope.EVENT, 20, 5, 5), "每次事件至多20日，尚余5日，给付5日");
        steps.put(new Step.PerDay(yuan(40), 81, 1, yuan(3_240)), "40元 × 81日 = 3240元");
        steps.put(new Step.PerDay(yuan(40), 81, 2, yuan(6_480)), "40元 × 81日 × 2份 = 6480元");
        steps.put(new Step.Ordinal(3), "第3次住院");
        steps.put(new Step.AtLeast(yuan(100)), "不足100元的按100元给付");
        steps.put(new Step.Grade(List.of(8), 8), "伤残8级");
        steps.put(new Step.Grade(List.of(8, 8), 7), "伤残8、8级，合并为7级");
        steps.put(new Step.OfInjury(Injury.FRACTURE, percent(2)), "骨折按2%");
        steps.put(new Step.OfInjury(Injury.CRACK, percent(1)), "骨裂按1%");
        steps.put(new Step.OfInjury(Injury.TENDON_RUPTURE, percent(1)), "肌腱断裂按1%");
        steps.put(new Step.OfInjury(Injury.BURN, percent(1)), "烧烫伤按1%");
        steps.put(new Step.Fixed(yuan(20_000)), "定额20000元");
        stepsOfCosts(steps);
        stepsOfBinding(steps);
        return steps;
    }

    private static void stepsOfCosts(Map<Step, String> steps) {
        steps.put(new Step.Cost(CostField.SELF_PAY_1, Optional.of("住院1"), yuan(1_400)), "住院1的自付一1400元");
        steps.put(new Step.Cost(CostField.ABOVE_CEILING, Optional.empty(), yuan(9)), "全年累计封顶线以上9元");
        steps.put(new Step.Above(yuan(1_400), yuan(1_300), yuan(100)), "1400元 − 起付1300元，超出部分100元");
        steps.put(new Step.LessOthers(yuan(9), yuan(4), yuan(5)), "9元 − 其他渠道已付4元 = 5元");
        steps.put(
                new Step.Share(Money.parseYuan("8305"), percent(20), RoundingMode.HALF_UP, yuan(1_661)),
                "8305元 × 20% = 1661元（四舍五入到分）");
        steps.put(
                new Step.Share(Money.parseYuan("0.99"), percent(50), RoundingMode.DOWN, Money.parseYuan("0.49")),
                "0.99元 × 50% = 0.49元（舍去不足一分）");
        steps.put(
                new Step.InBand(yuan(0), Optional.of(yuan(50_000)), yuan(300), percent(40)), "0元至50000元的部分300元 × 40%");
        steps.put(new Step.InBand(yuan(50_000), Optional.empty(), yuan(7), percent(60)), "超过50000元的部分7元 × 60%");
        steps.put(new Step.SumOfParts(RoundingMode.HALF_UP, yuan(26_000)), "各段合计26000元（四舍五入到分）");
        steps.put(new Step.LessPrior(9, percent(40), percent(20), percent(20)), "40% − 原有伤残9级的20% = 20%");
    }

    private static void stepsOfBinding(Map<Step, String> steps) {
        steps.put(new Step.Capped("第九条", Scope.YEAR, yuan(9), yuan(9), yuan(9)), "按第九条，每自然年不超过9元");
        steps.put(new Step.Capped("第九条", Scope.LIFE, yuan(9), yuan(4), yuan(4)), "按第九条，终身不超过9元，尚余4元，给付4元");
        steps.put(new Step.ByRelation("第七条", "第五条", yuan(0)), "按第七条，与第五条并计后给付0元");
        steps.put(new Step.ByPair("第一条", new PlanId("女工特疾", "2018"), yuan(1_000)), "按第一条，“女工特疾”已给付，本计划给付1000元");
        steps.put(new Step.Indemnity("第二条", yuan(300), yuan(300)), "按第二条，各计划合计不超过本人实际负担，尚余300元，给付300元");
    }

    private static Map<Reason, String> reasons() {
        Map<Reason, String> reasons = new LinkedHashMap<>();
        reasons.put(new Reason.OutsideCover(START), "2020-01-01不在该计划的保障期内");
        reasons.put(new Reason.DayUnknown(EventDay.SETTLEMENT), "尚缺结算日，补充后再核");
        reasons.put(new Reason.FactMissing("事故日"), "尚缺事故日，补充后再核");
        reasons.put(new Reason.NoCost(CostField.SELF_PAY_1), "没有自付一的费用");
        reasons.put(new Reason.InWaiting(30), "在等待期内（保障第30日）");
        reasons.put(new Reason.Excluded("酒后驾驶的，不给付。"), "属除外责任：酒后驾驶的，不给付。");
        reasons.put(new Reason.NotListed("胃癌", "轻"), "“胃癌”不在名单“轻”内");
        reasons.put(new Reason.CauseNotCovered(), "不属该条保障的原因");
        reasons.put(new Reason.HospitalLevel(1, 2), "医院为一级，该条要求二级以上");
        reasons.put(new Reason.PaidBefore("恶性肿瘤"), "“恶性肿瘤”此前已给付，同类不再给付");
        reasons.put(new Reason.TermEnded(START), "本保障期的该项保障已因2020-01-01的给付而终止");
        reasons.put(new Reason.TimesReached(2), "本保障期已给付2次，达到上限");
        reasons.put(new Reason.TooLateAfterAccident(181, 180), "事故后第181日身故，超过180日");
        reasons.put(new Reason.AssessedTooLate(181, 180), "事故后第181日才评定，应按第180日的状况评定");
        reasons.put(new Reason.GradeNotInScale(8), "伤残8级不在该计划的比例表内");
        reasons.put(new Reason.NotTogether("第五条"), "与第五条不能兼领兼得");
        reasons.put(new Reason.AddressPaid(), "同一住址的同一事件已给付");
        reasons.put(new Reason.AllUnitsVoid(1), "每人至多1份，本次参保的份数无效");
        return reasons;
    }

    @Test
    void every_step_is_worded() {
        assertThat(STEPS)
                .allSatisfy((step, said) -> assertThat(ChineseWording.of(step)).isEqualTo(said));
        assertThat(STEPS.keySet().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Step.class.getPermittedSubclasses());
    }

    @Test
    void every_reason_is_worded() {
        assertThat(REASONS)
                .allSatisfy(
                        (reason, said) -> assertThat(ChineseWording.of(reason)).isEqualTo(said));
        assertThat(REASONS.keySet().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Reason.class.getPermittedSubclasses());
    }

    @Test
    void only_a_list_a_cause_or_a_bill_that_is_not_meant_goes_without_saying() {
        assertThat(REASONS.keySet().stream().filter(Reason::isMismatch))
                .extracting(reason -> reason.getClass().getSimpleName())
                .containsExactly("NoCost", "NotListed", "CauseNotCovered");
    }

    @Test
    void a_working_is_a_list_or_a_sentence() {
        List<Step> working = List.of(new Step.DaysCounted(9, 1, 8), new Step.PerDay(yuan(40), 8, 1, yuan(320)));

        assertThat(ChineseWording.list(working)).containsExactly("共9日，免赔1日，计8日", "40元 × 8日 = 320元");
        assertThat(ChineseWording.sentence(working)).isEqualTo("共9日，免赔1日，计8日；40元 × 8日 = 320元。");
    }

    @Test
    void fen_are_named_only_where_there_are_any() {
        assertThat(ChineseWording.yuan(yuan(100))).isEqualTo("100元");
        assertThat(ChineseWording.yuan(Money.ofFen(100_050))).isEqualTo("1000.50元");
        assertThat(ChineseWording.yuan(Money.ofFen(-5))).isEqualTo("-0.05元");
        assertThat(new Rate(1050)).hasToString("10.5%");
    }

    @Test
    void every_part_of_a_bill_every_scope_and_every_day_has_a_word_of_its_own() {
        assertThat(Stream.of(CostField.values()).map(ChineseWording::of))
                .containsExactly("总额", "统筹支付", "大额支付", "自付一", "自付二", "自费", "医保后自付", "封顶线以上", "单位补充", "商业保险", "医疗救助");
        assertThat(Stream.of(Scope.values()).map(ChineseWording::of)).containsExactly("每次事件", "每一保障期", "每自然年", "终身");
        assertThat(Stream.of(EventDay.values()).map(day -> ChineseWording.of(new Reason.DayUnknown(day))))
                .containsExactly(
                        "尚缺病理报告日或入院日，补充后再核",
                        "尚缺确诊日，补充后再核",
                        "尚缺入院日，补充后再核",
                        "尚缺事故日，补充后再核",
                        "尚缺结算日，补充后再核",
                        "尚缺身故日，补充后再核",
                        "尚缺损失日，补充后再核",
                        "尚缺满期日，补充后再核");
    }
}
