package org.huzhu.text;

import static org.huzhu.text.Measures.DAYS;
import static org.huzhu.text.Measures.DAYS_OR_ANY;
import static org.huzhu.text.Measures.DAY_NUMBER;
import static org.huzhu.text.Measures.GRADES;
import static org.huzhu.text.Measures.HOSPITAL_LEVEL;
import static org.huzhu.text.Measures.HOURS;
import static org.huzhu.text.Measures.MONEY;
import static org.huzhu.text.Measures.RATE;
import static org.huzhu.text.Measures.TIMES_OR_ANY;
import static org.huzhu.text.Measures.YES_NO;
import static org.huzhu.text.Scalar.word;
import static org.huzhu.text.Shapes.either;
import static org.huzhu.text.Shapes.listOf;
import static org.huzhu.text.Shapes.setOf;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.Band;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Benefit.ShareRow;
import org.huzhu.plan.Benefit.StayOrder;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.text.Columns.Backing;

/** What a clause promises (给付): one table for each kind of benefit. */
final class BenefitShapes {

    static final Shape<String> CLAUSE = Shapes.reference("条款编号", in -> in.own().clauses());

    static final Shape<String> TIER =
            Shapes.reference("档（“参保”的“会费”里写明的）", in -> in.own().tiers());

    static final Shape<Amounts> AMOUNTS =
            either(MONEY.as(Amounts::of), listOf(tierRow()).map(Amounts::new));

    /** Clauses by their numbers, or all clauses of the plan: empty until the plan is known. */
    static final Shape<Optional<Set<String>>> CLAUSES = Shapes.orWord("全部", setOf(CLAUSE));

    static final Shape<Benefit> BENEFIT = Choice.byType(kinds());

    private BenefitShapes() {}

    private static Map<String, Shape<? extends Benefit>> kinds() {
        Map<String, Shape<? extends Benefit>> kinds = new LinkedHashMap<>();
        kinds.put("疾病定额", diseaseSum());
        kinds.put("日津贴", dailyAllowance());
        kinds.put("费用比例", costShare());
        kinds.put("年度费用补助", yearlyShare());
        kinds.put("年度分段补助", bandedShare());
        kinds.put("伤残", disabilityShare());
        kinds.put("身故", deathSum());
        kinds.put("伤情慰问", consolation());
        kinds.put("家财损失", propertyLoss());
        kinds.put("满期返还", maturityReturn());
        return kinds;
    }

    private static Columns kind(String word) {
        Columns columns = new Columns().backed(Backing.HANDED_UP);
        columns.required("类型", Scalar.word(word, word), "给付的种类");
        return columns;
    }

    private static Shape<Amounts.Row> tierRow() {
        var c = new Columns().backed(Backing.ROW);
        var tier = c.required("档", TIER, "哪一档");
        var amount = c.required("金额", MONEY, "这一档的金额");
        return c.reads(row -> new Amounts.Row(Optional.of(row.get(tier)), row.get(amount), row.illustrative()));
    }

    private static Shape<Benefit> diseaseSum() {
        var c = kind("疾病定额");
        var list = c.required("名单", Shapes.reference("名单", in -> in.names().lists()), "病种词典里的名单");
        var full = c.required("每份", AMOUNTS, "等待期满后每份给付");
        var reduced = c.required("减责期每份", amountsOrNone(), "减责期内每份给付");
        var ends = c.required("给付后终止", ends(), "给付以后本期内终止的条款");
        var times = c.required("每期次数", TIMES_OR_ANY, "一个保障期内至多给付几次");
        var once = c.required("同类终身一次", YES_NO, "同类疾病给付过的，以后不再给付");
        return c.reads(row -> new Benefit.DiseaseSum(
                row.get(list),
                row.get(full),
                row.get(reduced),
                row.get(ends).orElseGet(() -> row.in().own().clauses()),
                row.get(times),
                row.get(once)));
    }

    private static Shape<Optional<Amounts>> amountsOrNone() {
        Scalar<Optional<Amounts>> none = word("无", Optional.empty());
        return either(
                none.or(MONEY.as(it -> Optional.of(Amounts.of(it)))),
                listOf(tierRow()).map(it -> Optional.of(new Amounts(it))));
    }

    private static Shape<Optional<Set<String>>> ends() {
        Scalar<Optional<Set<String>>> all = word("全部", Optional.empty());
        Scalar<Optional<Set<String>>> none = word("无", Optional.of(Set.of()));
        return either(none.or(all), setOf(CLAUSE).map(Optional::of));
    }

    private static Shape<Benefit> dailyAllowance() {
        var c = kind("日津贴");
        var days = c.required("计日", Words.all(DayKind.class), "哪些日子给付");
        var causes = c.required("原因", setOf(Words.all(Cause.class)), "疾病、意外，或两者");
        var perDay = c.required("每日", AMOUNTS, "每份每日给付");
        var unpaid = c.required("每次免赔", DAYS, "每次起始不给付的日数；没有写0日");
        var transfer = c.required("转院视为一次", HOURS, "转院后多少小时内再住院仍算一次；没有写0小时");
        var level = c.required("医院级别不低于", HOSPITAL_LEVEL, "最低的医院级别");
        var across = c.required("跨期", Words.all(AcrossTerms.class), "跨两个保障期的住院由哪一期给付");
        return c.reads(row -> new Benefit.DailyAllowance(
                row.get(days),
                row.get(causes),
                row.get(perDay),
                row.get(unpaid),
                row.get(transfer),
                row.get(level),
                row.get(across)));
    }

    private static Shape<Benefit> costShare() {
        var c = kind("费用比例");
        var base = c.required("费用", Words.all(CostField.class), "按哪一项费用");
        var causes = c.required("原因", setOf(Words.all(Cause.class)), "疾病、意外，或两者");
        var rows = c.required("分次", listOf(shareRow()), "各次住院的起付和比例");
        var order = c.required("次序", Words.all(StayOrder.class), "第几次按什么排");
        var minimum = c.required("每次至少", MONEY, "每次给付不低于；没有写0元");
        var times = c.required("每期次数", TIMES_OR_ANY, "一个保障期内至多给付几次");
        var rounding = c.required("舍入", Words.ROUNDING, "怎样化到分");
        return c.reads(row -> new Benefit.CostShare(
                row.get(base),
                row.get(causes),
                row.get(rows),
                row.get(order),
                row.get(minimum),
                row.get(times),
                row.get(rounding)));
    }

    private static Shape<ShareRow> shareRow() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var ordinal = c.required("第几次", Scalar.form("第([1-9]\\d{0,2})次(起?)", "第1次", "", Ordinal::of), "第1次、第3次起");
        var level = c.optional("级别", HOSPITAL_LEVEL, "只对这一级医院");
        var deductible = c.required("起付", MONEY, "起付线以下不给付");
        var share = c.required("比例", RATE, "起付线以上给付的比例");
        return c.reads(row -> new ShareRow(
                row.get(ordinal).number(),
                row.get(ordinal).andLater(),
                row.get(level).map(OptionalInt::of).orElse(OptionalInt.empty()),
                row.get(deductible),
                row.get(share)));
    }

    /** The number of a stay, and whether later ones are meant too. */
    private record Ordinal(int number, boolean andLater) {
        static Ordinal of(MatchResult text) {
            return new Ordinal(Integer.parseInt(text.group(1)), !text.group(2).isEmpty());
        }
    }

    private static Shape<Benefit> yearlyShare() {
        var c = kind("年度费用补助");
        var base = c.required("费用", Words.all(CostField.class), "按哪一项费用");
        var outpatient = c.required("门诊起付", MONEY, "全年门诊的起付线");
        var first = c.required("首次住院起付", MONEY, "当年第一次住院的起付线");
        var later = c.required("再次住院起付", MONEY, "当年以后各次住院的起付线");
        var share = c.required("比例", RATE, "起付线以上给付的比例");
        var rounding = c.required("舍入", Words.ROUNDING, "怎样化到分");
        return c.reads(row -> new Benefit.YearlyShare(
                row.get(base), row.get(outpatient), row.get(first), row.get(later), row.get(share), row.get(rounding)));
    }

    private static Shape<Benefit> bandedShare() {
        var c = kind("年度分段补助");
        var base = c.required("费用", Words.all(CostField.class), "按全年累计的哪一项费用");
        var less = c.required("先扣", Shapes.anySetOf(Words.all(CostField.class)), "先扣去别处给付的这些项；没有写[]");
        var bands = c.required("分段", listOf(band()), "各段从多少起、按什么比例");
        var rounding = c.required("舍入", Words.ROUNDING, "怎样化到分");
        return c.reads(row -> {
            List<Band> all = row.get(bands);
            for (int i = 1; i < all.size(); i++) {
                row.require(all.get(i - 1).above().compareTo(all.get(i).above()) < 0, bands, "各段的“超过”要从小到大");
            }
            return new Benefit.BandedShare(row.get(base), row.get(less), all, row.get(rounding));
        });
    }

    private static Shape<Band> band() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var above = c.required("超过", MONEY, "从多少起");
        var share = c.required("比例", RATE, "这一段的比例");
        return c.reads(row -> new Band(row.get(above), row.get(share)));
    }

    private static Shape<Benefit> disabilityShare() {
        var c = kind("伤残");
        var sum = c.required("金额", AMOUNTS, "最重一级的金额");
        var ratios = c.required("各级比例", listOf(RATE), "各级的比例，从最重的1级写起");
        var raise = c.required("同级并列上调", GRADES, "几处同为最重一级时上调几级；没有写0级");
        var prior = c.required("扣除原有伤残", YES_NO, "是否扣除原有伤残的比例");
        var assessed = c.required("评定不迟于", DAY_NUMBER, "事故后第几日前评定");
        return c.reads(row -> {
            for (int i = 1; i < row.get(ratios).size(); i++) {
                boolean falls = row.get(ratios).get(i - 1).basisPoints()
                        >= row.get(ratios).get(i).basisPoints();
                row.require(falls, ratios, "各级比例要从重到轻，后一级不能高于前一级");
            }
            return new Benefit.DisabilityShare(
                    row.get(sum), row.get(ratios), row.get(raise), row.get(prior), row.get(assessed));
        });
    }

    private static Shape<Benefit> deathSum() {
        var c = kind("身故");
        var sum = c.required("金额", AMOUNTS, "给付的金额");
        var causes = c.required("原因", setOf(Words.all(Cause.class)), "疾病、意外，或两者");
        var within = c.required("事故后", DAYS_OR_ANY, "事故后多少日内身故的给付");
        return c.reads(row -> new Benefit.DeathSum(row.get(sum), row.get(causes), row.get(within)));
    }

    private static Shape<Benefit> consolation() {
        var r = new Columns().backed(Backing.HANDED_UP);
        var injury = r.required("伤情", Words.all(Injury.class), "哪种伤");
        var rate = r.required("比例", RATE, "给付的比例");
        Shape<Benefit.InjuryRate> rates = r.reads(row -> new Benefit.InjuryRate(row.get(injury), row.get(rate)));
        var c = kind("伤情慰问");
        var sum = c.required("金额", AMOUNTS, "比例的基数");
        var all = c.required("各伤情", listOf(rates), "各种伤的比例");
        return c.reads(row -> {
            row.require(
                    differ(row.get(all).stream().map(Benefit.InjuryRate::injury).toList()), all, "同一种伤情写了两次");
            return new Benefit.InjuryConsolation(row.get(sum), row.get(all));
        });
    }

    private static Shape<Benefit> propertyLoss() {
        var r = new Columns().backed(Backing.HANDED_UP);
        var cause = r.required("原因", Words.all(LossCause.class), "损失的原因");
        var share = r.required("比例", RATE, "损失的多少");
        var max = r.required("不超过", MONEY, "至多给付");
        Shape<Benefit.LossRow> rows = r.reads(row -> new Benefit.LossRow(row.get(cause), row.get(share), row.get(max)));
        var c = kind("家财损失");
        var all = c.required("各原因", listOf(rows), "各种原因的比例和上限");
        return c.reads(row -> {
            row.require(differ(row.get(all).stream().map(Benefit.LossRow::cause).toList()), all, "同一种原因写了两次");
            return new Benefit.PropertyLoss(row.get(all));
        });
    }

    private static Shape<Benefit> maturityReturn() {
        var c = kind("满期返还");
        var share = c.required("比例", RATE, "返还会费的比例");
        return c.reads(row -> new Benefit.MaturityReturn(row.get(share)));
    }

    private static boolean differ(List<?> values) {
        return new HashSet<>(values).size() == values.size();
    }
}
