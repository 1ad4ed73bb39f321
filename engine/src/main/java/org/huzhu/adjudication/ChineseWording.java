package org.huzhu.adjudication;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Waiting.Treatment;

/** Words workings and reasons in Chinese, for members and officers to read. */
public final class ChineseWording {

    private ChineseWording() {}

    /** The working as a list, one item for each step. */
    public static List<String> list(List<Step> working) {
        return working.stream().map(ChineseWording::of).toList();
    }

    /** The working as one sentence. */
    public static String sentence(List<Step> working) {
        return working.stream().map(ChineseWording::of).collect(Collectors.joining("；", "", "。"));
    }

    /** One step. */
    public static String of(Step step) {
        return switch (step) {
            case Step.OnDay(long day, Treatment treatment, int units) ->
                "保障第%d日，%s（%d份）".formatted(day, of(treatment), units);
            case Step.UnitsVoid(int units, int max) -> "每人至多%d份，超出的%d份无效".formatted(max, units);
            case Step.Listed(String disease, String listed) -> "“%s”属名单中的“%s”".formatted(disease, listed);
            case Step.PerUnit(Money each, int units, Money gives) ->
                "%s × %d份 = %s".formatted(yuan(each), units, yuan(gives));
            case Step.DaysCounted(int days, int unpaid, int counted) ->
                unpaid == 0 && days == counted
                        ? "共%d日".formatted(days)
                        : "共%d日，免赔%d日，计%d日".formatted(days, unpaid, counted);
            case Step.DaysLeft(Scope per, int max, int left, int counted) ->
                "%s至多%d日，尚余%d日，给付%d日".formatted(of(per), max, left, counted);
            case Step.PerDay(Money each, int days, int units, Money gives) ->
                units == 1
                        ? "%s × %d日 = %s".formatted(yuan(each), days, yuan(gives))
                        : "%s × %d日 × %d份 = %s".formatted(yuan(each), days, units, yuan(gives));
            case Step.Ordinal(int number) -> "第%d次住院".formatted(number);
            case Step.AtLeast(Money minimum) -> "不足%s的按%s给付".formatted(yuan(minimum), yuan(minimum));
            case Step.Grade(List<Integer> assessed, int counts) -> grade(assessed, counts);
            case Step.OfInjury(Injury injury, var rate) -> "%s按%s".formatted(of(injury), rate);
            case Step.Fixed(Money amount) -> "定额%s".formatted(yuan(amount));
            default -> ofCosts(step);
        };
    }

    private static String ofCosts(Step step) {
        return switch (step) {
            case Step.Cost(CostField field, var ofEvent, Money amount) ->
                ofEvent.map(event -> "%s的%s%s".formatted(event, of(field), yuan(amount)))
                        .orElseGet(() -> "全年累计%s%s".formatted(of(field), yuan(amount)));
            case Step.Above(Money amount, Money deductible, Money above) ->
                "%s − 起付%s，超出部分%s".formatted(yuan(amount), yuan(deductible), yuan(above));
            case Step.LessOthers(Money amount, Money others, Money left) ->
                "%s − 其他渠道已付%s = %s".formatted(yuan(amount), yuan(others), yuan(left));
            case Step.Share(Money amount, var rate, RoundingMode rounding, Money gives) ->
                "%s × %s = %s（%s）".formatted(yuan(amount), rate, yuan(gives), of(rounding));
            case Step.InBand(Money above, var upTo, Money part, var rate) ->
                upTo.map(top -> "%s至%s的部分%s × %s".formatted(yuan(above), yuan(top), yuan(part), rate))
                        .orElseGet(() -> "超过%s的部分%s × %s".formatted(yuan(above), yuan(part), rate));
            case Step.SumOfParts(RoundingMode rounding, Money gives) ->
                "各段合计%s（%s）".formatted(yuan(gives), of(rounding));
            case Step.LessPrior(int priorGrade, var ratio, var prior, var left) ->
                "%s − 原有伤残%d级的%s = %s".formatted(ratio, priorGrade, prior, left);
            default -> ofBinding(step);
        };
    }

    private static String ofBinding(Step step) {
        return switch (step) {
            case Step.Capped(String clause, Scope per, Money max, Money left, Money gives) ->
                left.equals(max)
                        ? "按%s，%s不超过%s".formatted(clause, of(per), yuan(max))
                        : "按%s，%s不超过%s，尚余%s，给付%s".formatted(clause, of(per), yuan(max), yuan(left), yuan(gives));
            case Step.ByRelation(String clause, String otherClause, Money gives) ->
                "按%s，与%s并计后给付%s".formatted(clause, otherClause, yuan(gives));
            case Step.ByPair(String clause, var other, Money gives) ->
                "按%s，“%s”已给付，本计划给付%s".formatted(clause, other.plan(), yuan(gives));
            case Step.Indemnity(String clause, Money bornLeft, Money gives) ->
                "按%s，各计划合计不超过本人实际负担，尚余%s，给付%s".formatted(clause, yuan(bornLeft), yuan(gives));
            default -> throw new IllegalStateException("Nobody has worded " + step);
        };
    }

    /** Why an event is not paid. */
    public static String of(Reason reason) {
        return switch (reason) {
            case Reason.OutsideCover(var day) -> "%s不在该计划的保障期内".formatted(day);
            case Reason.DayUnknown(EventDay day) -> "尚缺%s，补充后再核".formatted(of(day));
            case Reason.FactMissing(String what) -> "尚缺%s，补充后再核".formatted(what);
            case Reason.NoCost(CostField base) -> "没有%s的费用".formatted(of(base));
            case Reason.InWaiting(long day) -> "在等待期内（保障第%d日）".formatted(day);
            case Reason.Excluded(String wording) -> "属除外责任：%s".formatted(wording);
            case Reason.NotListed(String disease, String list) -> "“%s”不在名单“%s”内".formatted(disease, list);
            case Reason.CauseNotCovered() -> "不属该条保障的原因";
            case Reason.HospitalLevel(int level, int min) -> "医院为%s，该条要求%s以上".formatted(level(level), level(min));
            case Reason.PaidBefore(String disease) -> "“%s”此前已给付，同类不再给付".formatted(disease);
            case Reason.TermEnded(var on) -> "本保障期的该项保障已因%s的给付而终止".formatted(on);
            case Reason.TimesReached(int times) -> "本保障期已给付%d次，达到上限".formatted(times);
            case Reason.TooLateAfterAccident(long days, int max) -> "事故后第%d日身故，超过%d日".formatted(days, max);
            case Reason.AssessedTooLate(long days, int max) -> "事故后第%d日才评定，应按第%d日的状况评定".formatted(days, max);
            case Reason.GradeNotInScale(int grade) -> "伤残%d级不在该计划的比例表内".formatted(grade);
            case Reason.NotTogether(String otherClause) -> "与%s不能兼领兼得".formatted(otherClause);
            case Reason.AddressPaid() -> "同一住址的同一事件已给付";
            case Reason.AllUnitsVoid(int max) -> "每人至多%d份，本次参保的份数无效".formatted(max);
        };
    }

    /** An amount as members read it: yuan, with fen only where there are any. */
    public static String yuan(Money amount) {
        String plain = amount.toString().replace("¥", "");
        return (plain.endsWith(".00") ? plain.substring(0, plain.length() - 3) : plain) + "元";
    }

    public static String of(Scope scope) {
        return switch (scope) {
            case EVENT -> "每次事件";
            case TERM -> "每一保障期";
            case YEAR -> "每自然年";
            case LIFE -> "终身";
        };
    }

    public static String of(CostField field) {
        return switch (field) {
            case TOTAL -> "总额";
            case FUND_PAID -> "统筹支付";
            case LARGE_SUM_PAID -> "大额支付";
            case SELF_PAY_1 -> "自付一";
            case SELF_PAY_2 -> "自付二";
            case OWN_COST -> "自费";
            case SELF_PAID_AFTER_INSURANCE -> "医保后自付";
            case ABOVE_CEILING -> "封顶线以上";
            case EMPLOYER_SUPPLEMENT -> "单位补充";
            case COMMERCIAL -> "商业保险";
            case MEDICAL_ASSISTANCE -> "医疗救助";
        };
    }

    private static String of(EventDay day) {
        return switch (day) {
            case PATHOLOGY_OR_ADMISSION -> "病理报告日或入院日";
            case DIAGNOSIS -> "确诊日";
            case ADMISSION -> "入院日";
            case ACCIDENT -> "事故日";
            case SETTLEMENT -> "结算日";
            case DEATH -> "身故日";
            case LOSS -> "损失日";
            case MATURITY -> "满期日";
        };
    }

    private static String of(Treatment treatment) {
        return switch (treatment) {
            case NONE -> "等待期内";
            case REDUCED -> "减责期内";
            case FULL -> "已过等待期";
        };
    }

    private static String of(Injury injury) {
        return switch (injury) {
            case FRACTURE -> "骨折";
            case CRACK -> "骨裂";
            case TENDON_RUPTURE -> "肌腱断裂";
            case BURN -> "烧烫伤";
        };
    }

    private static String of(RoundingMode rounding) {
        return rounding == RoundingMode.HALF_UP ? "四舍五入到分" : "舍去不足一分";
    }

    private static String level(int level) {
        return List.of("一级", "二级", "三级").get(level - 1);
    }

    private static String grade(List<Integer> assessed, int counts) {
        String grades = assessed.stream().map(String::valueOf).collect(Collectors.joining("、"));
        return assessed.size() == 1 ? "伤残%s级".formatted(grades) : "伤残%s级，合并为%d级".formatted(grades, counts);
    }
}
