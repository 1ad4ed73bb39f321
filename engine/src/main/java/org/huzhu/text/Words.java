package org.huzhu.text;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.kernel.Require;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Benefit.StayOrder;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Waiting;

/** The Chinese words of the enumerations, as plans write them and as people are shown them. */
public final class Words {

    private static final Map<Enum<?>, String> WORDS = new LinkedHashMap<>();

    static {
        // In the order of the constants.
        put(Applicability.By.class, "保障期起始日", "事件日");
        put(Applicability.Reach.class, "新参保和续保", "在保的同时享受");
        put(Enrolment.Funding.class, "会费型", "公益型", "赠送");
        put(Enrolment.AgeDay.class, "生效日", "投保日");
        put(Enrolment.Category.class, "在职", "新就业形态", "困难职工", "劳模", "会员子女", "会员配偶", "会员父母", "活动保障人员", "无工会职工");
        put(Enrolment.Occupation.class, "普通", "高风险");
        put(Enrolment.Payer.class, "会员本人", "基层工会", "单位行政", "上级工会", "赞助方");
        put(Enrolment.Refund.class, "不退", "重复参保退还");
        put(Enrolment.GateBase.class, "全体职工", "女职工");
        put(Enrolment.JoinersEnd.class, "随单位同期满", "各满一期");
        put(Enrolment.JoinersFee.class, "全额", "按月");
        put(Sex.class, "女", "男");
        put(Waiting.FirstDay.class, "生效当日", "生效次日");
        put(Waiting.Treatment.class, "无", "减", "全");
        put(Cause.class, "疾病", "意外");
        put(Insured.class, "会员", "会员子女", "会员配偶", "会员父母");
        put(EventDay.class, "病理报告日或入院日", "确诊日", "入院日", "事故日", "结算日", "身故日", "损失日", "满期日");
        put(Scope.class, "事件", "保障期", "自然年", "终身");
        put(Relation.Manner.class, "兼得", "择一", "取大", "扣减");
        put(DayKind.class, "住院日", "休养日", "康复照顾日");
        put(AcrossTerms.class, "入院期全付", "按期内日数");
        put(StayOrder.class, "按入院先后", "按申报先后");
        put(Injury.class, "骨折", "骨裂", "肌腱断裂", "烧烫伤");
        put(LossCause.class, "火灾", "水渍", "水管爆裂");
        put(CostField.class, "总额", "统筹支付", "大额支付", "自付一", "自付二", "自费", "医保后自付", "封顶线以上", "单位补充", "商业保险", "医疗救助");
        put(
                Circumstance.class,
                "故意自伤",
                "自杀",
                "犯罪",
                "酒后驾驶",
                "无证驾驶",
                "吸毒",
                "战争",
                "自然灾害",
                "生育",
                "美容整形",
                "疗养康复",
                "工伤",
                "第三方责任",
                "非定点医院",
                "无转诊单");
    }

    /** Only these two ways of rounding are attested. */
    static final Scalar<RoundingMode> ROUNDING =
            Scalar.words(ordered(List.of("四舍五入到分", "舍去不足一分"), List.of(RoundingMode.HALF_UP, RoundingMode.DOWN)));

    private Words() {}

    /**
     * The word for a constant of an enumeration that plans use.
     *
     * @throws IllegalArgumentException if plans have no word for it
     */
    public static String of(Enum<?> value) {
        String word = WORDS.get(value);
        Require.that(word != null, "Plans have no word for %s", value);
        return java.util.Objects.requireNonNull(word);
    }

    /** All constants of the enumeration, by their words. */
    static <E extends Enum<E>> Scalar<E> all(Class<E> type) {
        return some(List.of(type.getEnumConstants()));
    }

    /** Some constants of an enumeration, by their words. */
    static <E extends Enum<E>> Scalar<E> some(List<E> constants) {
        return Scalar.words(ordered(constants.stream().map(Words::of).toList(), constants));
    }

    private static <T> Map<String, T> ordered(List<String> words, List<T> values) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            map.put(words.get(i), values.get(i));
        }
        return map;
    }

    private static <E extends Enum<E>> void put(Class<E> type, String... words) {
        Require.that(words.length == type.getEnumConstants().length, "%s needs one word for each constant", type);
        for (int i = 0; i < words.length; i++) {
            WORDS.put(type.getEnumConstants()[i], words[i]);
        }
    }
}
