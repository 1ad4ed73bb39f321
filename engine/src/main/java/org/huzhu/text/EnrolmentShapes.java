package org.huzhu.text;

import static org.huzhu.text.Measures.AGE;
import static org.huzhu.text.Measures.DATE;
import static org.huzhu.text.Measures.DAYS;
import static org.huzhu.text.Measures.DAY_NUMBER;
import static org.huzhu.text.Measures.MONEY;
import static org.huzhu.text.Measures.MONTH_DAY;
import static org.huzhu.text.Measures.NAME;
import static org.huzhu.text.Measures.PEOPLE;
import static org.huzhu.text.Measures.RATE;
import static org.huzhu.text.Measures.UNITS;
import static org.huzhu.text.Measures.WORDING;
import static org.huzhu.text.Measures.YEARS;
import static org.huzhu.text.Measures.YES_NO;
import static org.huzhu.text.Scalar.word;
import static org.huzhu.text.Shapes.either;
import static org.huzhu.text.Shapes.listOf;
import static org.huzhu.text.Shapes.setOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.AgeDay;
import org.huzhu.plan.Enrolment.AgeRange;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.Funding;
import org.huzhu.plan.Enrolment.GateBase;
import org.huzhu.plan.Enrolment.JoinersEnd;
import org.huzhu.plan.Enrolment.JoinersFee;
import org.huzhu.plan.Enrolment.Joining;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.Enrolment.Participation;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.plan.Enrolment.Refund;
import org.huzhu.plan.Enrolment.Units;
import org.huzhu.plan.Enrolment.Window;
import org.huzhu.plan.TermLength;
import org.huzhu.plan.Waiting;
import org.huzhu.text.Columns.Backing;

/** The sections 参保 and 等待. */
final class EnrolmentShapes {

    static final Shape<Enrolment> ENROLMENT = enrolment();
    static final Shape<Optional<Waiting>> WAITING = Shapes.orWord("无", waiting());

    private EnrolmentShapes() {}

    private static Shape<Enrolment> enrolment() {
        var c = new Columns().backed(Backing.OWN);
        var funding = c.required("性质", Words.all(Funding.class), "钱从哪里来");
        var sexes = c.required("性别", sexes(), "什么性别可以参加");
        var ages = c.required("年龄", listOf(ages()), "多大年龄可以参加，两端都含");
        var ageDay = c.required("年龄计算日", Words.all(AgeDay.class), "哪一天的周岁算数");
        var categories = c.required("对象", setOf(Words.all(Category.class)), "哪些人可以参加");
        var contributions = c.required("会费", listOf(contribution()), "每份多少钱，按档、职业、对象");
        var term = c.required("保障期", term(), "一个保障期多长");
        var units = c.required("份数", units(), "一人至多几份");
        var gate = c.required("参保率", Shapes.orWord("无", participation()), "一个单位至少多少人参加");
        var windows = c.required("投保时间", either(word("全年", List.<Window>of()), listOf(window())), "一年中什么时候可以投保");
        var payers = c.required("缴费人", setOf(Words.all(Payer.class)), "谁可以缴会费");
        var refund = c.required("退费", Words.all(Refund.class), "会费退不退");
        var joining = c.optional("中途参加", joining(), "单位的保障期里，谁还可以加进来；不写是谁都可以，各满一期");
        var notWith = c.optional("不能同时参加", Shapes.anySetOf(plans()), "同一段日子里不能一起参加的计划");
        return c.reads(row -> {
            row.in().termLength(row.get(term));
            return new Enrolment(
                    row.get(funding),
                    row.get(sexes),
                    row.get(ages),
                    row.get(ageDay),
                    row.get(categories),
                    row.get(contributions),
                    row.get(term),
                    row.get(units),
                    row.get(gate),
                    row.get(windows),
                    row.get(payers),
                    row.get(refund),
                    row.get(joining),
                    row.get(notWith).orElse(Set.of()),
                    row.basis());
        });
    }

    private static Shape<String> plans() {
        return Shapes.reference("计划", in -> in.names().plans().keySet());
    }

    private static Shape<Joining> joining() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var hired = c.required("入职后", DAYS, "入职后几日以内的新职工，含");
        var end = c.required("期满", Words.all(JoinersEnd.class), "哪一天期满");
        var fee = c.required("会费", Words.all(JoinersFee.class), "不足一期的，会费怎么算");
        return c.reads(row -> new Joining(row.get(hired), row.get(end), row.get(fee)));
    }

    private static Shape<Set<Sex>> sexes() {
        return Words.all(Sex.class).as(Set::of).or(word("不限", Set.of(Sex.values())));
    }

    private static Shape<AgeRange> ages() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var sex = c.optional("性别", Words.all(Sex.class), "只对这个性别；不写则男女相同");
        var min = c.required("不小于", AGE, "最低年龄，含");
        var max = c.required("不大于", AGE, "最高年龄，含");
        return c.reads(row -> {
            row.require(row.get(min) <= row.get(max), max, "“不大于”的年龄比“不小于”的还小");
            row.require(row.get(max) <= 120, max, "年龄至多120周岁");
            return new AgeRange(row.get(sex), row.get(min), row.get(max));
        });
    }

    private static Shape<Contribution> contribution() {
        var c = new Columns().backed(Backing.ROW);
        var tier = c.optional("档", NAME, "档的名称，计划分档时才写");
        var occupation = c.optional("职业", Words.all(Occupation.class), "只对这类职业");
        var category = c.optional("对象", Words.all(Category.class), "只对这类人");
        var perUnit = c.required("每份", MONEY, "每份每期的会费");
        return c.reads(row -> new Contribution(
                row.get(tier), row.get(occupation), row.get(category), row.get(perUnit), row.illustrative()));
    }

    private static Shape<TermLength> term() {
        Scalar<TermLength> words = Scalar.<TermLength>word("自然年", new TermLength.CalendarYear())
                .or(YEARS.as(TermLength.Years::new))
                .or(DAYS.as(TermLength.Days::new));
        var c = new Columns();
        var from = c.required("自", DATE, "第一日");
        var last = c.required("至", DATE, "最后一日，含");
        Shape<TermLength> fixed = c.reads(row -> {
            row.require(!row.get(last).isBefore(row.get(from)), last, "“至”早于“自”");
            return new TermLength.Fixed(Measures.through(row.get(from), row.get(last)));
        });
        return either(words, fixed);
    }

    private static Shape<Units> units() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var max = c.required("至多", UNITS, "一人同时持有的份数上限");
        var same = c.required("全员同份", YES_NO, "一个单位的人是否必须买同样的份数");
        return c.reads(row -> {
            row.require(row.get(max) > 0, max, "至少要能买1份");
            return new Units(row.get(max), row.get(same));
        });
    }

    private static Shape<Participation> participation() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var share = c.required("不低于", RATE, "参加的人占基数的比例");
        var all = c.optional("全员参保的单位", PEOPLE, "不超过这么多人的单位须全员参加");
        var least = c.optional("至少", PEOPLE, "无论如何至少这么多人");
        var base = c.required("基数", Words.all(GateBase.class), "以谁为基数");
        return c.reads(row -> new Participation(
                row.get(share), row.get(all).orElse(0), row.get(least).orElse(0), row.get(base)));
    }

    private static Shape<Window> window() {
        var c = new Columns();
        var from = c.required("自", MONTH_DAY, "第一日");
        var to = c.required("至", MONTH_DAY, "最后一日，含；早于“自”时跨年");
        return c.reads(row -> new Window(row.get(from), row.get(to)));
    }

    private static Shape<Waiting> waiting() {
        var c = new Columns().backed(Backing.OWN);
        var number = c.required("编号", NAME, "条款编号，照文件写");
        var wording = c.required("原文", WORDING, "条文，逐字");
        var firstDay = c.required("起算", Words.all(Waiting.FirstDay.class), "哪一天算第1日");
        var zones = c.required("分段", listOf(zone()), "各段到第几日、给不给");
        var exempt = c.required("不等待的原因", Shapes.anySetOf(Words.all(Cause.class)), "这些原因不等待；没有写[]");
        var renewal = c.required("续保", Shapes.orWord("每期重新等待", renewal()), "续保后是否还等待");
        var waiver = c.required("会员豁免", Shapes.orWord("无", waiver()), "参加过别的计划是否免等待");
        return c.reads(row -> {
            List<Waiting.Zone> all = row.get(zones);
            for (int i = 1; i < all.size(); i++) {
                row.require(all.get(i - 1).untilDay() < all.get(i).untilDay(), zones, "各段的“至”要从小到大");
            }
            return new Waiting(
                    row.get(number),
                    row.get(wording),
                    row.get(firstDay),
                    all,
                    row.get(exempt),
                    row.get(renewal),
                    row.get(waiver),
                    row.basis());
        });
    }

    private static Shape<Waiting.Zone> zone() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var until = c.required("至", DAY_NUMBER, "这一段的最后一日，含");
        var treatment =
                c.required("待遇", Words.some(List.of(Waiting.Treatment.NONE, Waiting.Treatment.REDUCED)), "这一段不给，还是减给");
        return c.reads(row -> new Waiting.Zone(row.get(until), row.get(treatment)));
    }

    private static Shape<Waiting.Renewal> renewal() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var gap = c.required("间隔不超过", DAYS, "前后两期之间至多隔几日；必须相接写0日");
        var extra = c.required("新增份另等", YES_NO, "续保时多买的份是否另行等待");
        var covered = c.required("间隔期内事件", Scalar.word("保障", true).or(Scalar.word("不保障", false)), "续上以后，间隔期内的事保不保");
        return c.reads(row -> new Waiting.Renewal(row.get(gap), row.get(extra), row.get(covered)));
    }

    private static Shape<Waiting.Waiver> waiver() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var notCounted = c.required("不计入的计划", Shapes.anySetOf(plans()), "持有这些计划不算；没有写[]");
        return c.reads(row -> new Waiting.Waiver(row.get(notCounted)));
    }
}
