package org.huzhu.text;

import static org.huzhu.text.BenefitShapes.CLAUSE;
import static org.huzhu.text.Measures.DATE;
import static org.huzhu.text.Measures.DAYS;
import static org.huzhu.text.Measures.ICD;
import static org.huzhu.text.Measures.MONEY;
import static org.huzhu.text.Measures.NAME;
import static org.huzhu.text.Measures.WORDING;
import static org.huzhu.text.Shapes.anyListOf;
import static org.huzhu.text.Shapes.either;
import static org.huzhu.text.Shapes.listOf;
import static org.huzhu.text.Shapes.setOf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.Clause;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Source;
import org.huzhu.text.Columns.Backing;
import org.jspecify.annotations.Nullable;

/** A plan version as a file. */
final class PlanShapes {

    /** Read before whatever cites it: a table reads its keys in the order of their declaration. */
    static final Shape<Map<String, Source>> SOURCES = sources();

    static final Shape<Document.PlanFile> PLAN = plan();

    private PlanShapes() {}

    private static Shape<Map<String, Source>> sources() {
        var c = new Columns();
        var title = c.required("题名", NAME, "文件的题名");
        var date = c.required("日期", DATE, "文件印发或公布的日期");
        Shape<Source> source = c.reads(row -> new Source(row.get(title), row.get(date)));
        Shape<Map<String, Source>> all = Shapes.mapOf(NAME, source);
        return new Shape<>() {
            @Override
            @Nullable Map<String, Source> read(Node node, Reading in) {
                Map<String, Source> sources = all.read(node, in);
                in.sources().putAll(sources == null ? Map.of() : sources);
                return sources;
            }

            @Override
            Map<String, Object> schema() {
                return all.schema();
            }
        };
    }

    private static Shape<Document.PlanFile> plan() {
        var c = new Columns();
        var plan = c.required("计划", NAME, "计划的短名，各版本相同，与文件夹同名");
        var title = c.required("名称", NAME, "计划的全名");
        var version = c.required("版本", NAME, "版本，与文件同名");
        var office = c.required("办事处", NAME, "哪个办事处的计划");
        var sources = c.required("来源", SOURCES, "这一版依据的文件");
        var applicability = c.required("适用", applicability(), "从什么时候起、对谁适用");
        var enrolment = c.required("参保", EnrolmentShapes.ENROLMENT, "谁可以参加、多少钱、保多久");
        var waiting = c.required("等待", EnrolmentShapes.WAITING, "等待期");
        var exclusions = c.required("除外", anyListOf(exclusion()), "什么情形不给付；没有写[]");
        var clauses = c.required("条款", listOf(clause()), "各条给付");
        var caps = c.optional("合计限额", listOf(jointCap()), "几条合起来的限额");
        var relations = c.optional("各条关系", listOf(relation()), "可能重复给付的条款之间的关系");
        var examples = c.required("算例", listOf(ExampleShapes.EXAMPLE), "手工算好的例子，每次都重新算一遍");
        return c.reads(row -> {
            List<Cap> allCaps = new ArrayList<>();
            row.get(clauses).forEach(it -> allCaps.addAll(it.caps()));
            allCaps.addAll(row.get(caps).orElse(List.of()));
            Set<String> numbers = new HashSet<>();
            row.get(clauses)
                    .forEach(it -> row.require(
                            numbers.add(it.clause().number()),
                            clauses,
                            "两个条款都叫“" + it.clause().number() + "”；编号不能重复"));
            Plan its = new Plan(
                    new PlanId(row.get(plan), row.get(version)),
                    row.get(title),
                    row.get(office),
                    List.copyOf(row.get(sources).values()),
                    row.get(applicability),
                    row.get(enrolment),
                    row.get(waiting),
                    row.get(exclusions),
                    row.get(clauses).stream().map(CappedClause::clause).toList(),
                    allCaps,
                    row.get(relations).orElse(List.of()));
            return new Document.PlanFile(its, row.get(examples));
        });
    }

    private static Shape<Applicability> applicability() {
        var c = new Columns();
        var from = c.required("自", DATE, "从这一天起适用");
        var by = c.required("按", Words.all(Applicability.By.class), "看哪一天");
        var reach = c.required("对象", Words.all(Applicability.Reach.class), "对谁适用");
        return c.reads(row -> new Applicability(row.get(from), row.get(by), row.get(reach)));
    }

    private static Shape<Exclusion> exclusion() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var number = c.required("编号", NAME, "条款编号，照文件写");
        var wording = c.required("原文", WORDING, "条文，逐字");
        var clauses = c.required("条款", BenefitShapes.CLAUSES, "对哪些条款；“全部”是全部条款");
        var circumstances = c.optional("情形", setOf(Words.all(Circumstance.class)), "有其中之一就不给付");
        var icd = c.optional("疾病编码", listOf(ICD), "疾病编码在这些范围的不给付");
        var preExisting = c.optional("既往症", Scalar.word("是", true), "保障期前已确诊的不给付");
        return c.reads(row -> {
            boolean some = row.get(circumstances).isPresent()
                    || row.get(icd).isPresent()
                    || row.get(preExisting).isPresent();
            row.require(some, number, "“情形”“疾病编码”“既往症”至少写一样");
            return new Exclusion(
                    row.get(number),
                    row.get(wording),
                    row.get(clauses).orElseGet(() -> row.in().own().clauses()),
                    row.get(circumstances).orElse(Set.of()),
                    row.get(icd).orElse(List.of()),
                    row.get(preExisting).isPresent());
        });
    }

    /** A clause with the caps that bind it alone. */
    private record CappedClause(Clause clause, List<Cap> caps) {}

    private static Shape<CappedClause> clause() {
        var c = new Columns().backed(Backing.OWN);
        var number = c.required("编号", NAME, "条款编号，照文件写");
        var title = c.required("名称", NAME, "互助金的名称");
        var wording = c.required("原文", WORDING, "条文，逐字");
        var insured = c.required("被保障人", Words.all(Insured.class), "谁出事给付");
        var eventDay = c.required("事件日", Words.all(EventDay.class), "以哪一天为准");
        var benefit = c.required("给付", BenefitShapes.BENEFIT, "给付什么");
        var limits = c.optional("限额", listOf(limit()), "只管这一条的限额");
        return c.reads(row -> new CappedClause(
                new Clause(
                        row.get(number),
                        row.get(title),
                        row.get(wording),
                        row.get(insured),
                        row.get(eventDay),
                        row.get(benefit),
                        row.basis()),
                row.get(limits).orElse(List.of()).stream()
                        .map(it -> new Cap(row.get(number), Set.of(row.get(number)), it.per(), it.limit()))
                        .toList()));
    }

    private record Limited(Scope per, Cap.Limit limit) {}

    private static Shape<Limited> limit() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var per = c.required("每", Words.all(Scope.class), "在什么范围内累计");
        var max = c.required("不超过", max(), "至多多少钱，或多少日");
        return c.reads(row -> new Limited(row.get(per), row.get(max)));
    }

    private static Shape<Cap.Limit> max() {
        Scalar<Cap.Limit> money = MONEY.as(it -> new Cap.Limit.OfMoney(Amounts.of(it)));
        Scalar<Cap.Limit> days = DAYS.as(Cap.Limit.OfDays::new);
        return either(money.or(days), BenefitShapes.AMOUNTS.map(Cap.Limit.OfMoney::new));
    }

    private static Shape<Cap> jointCap() {
        var c = new Columns().backed(Backing.OWN);
        var number = c.required("编号", NAME, "条款编号，照文件写");
        c.required("原文", WORDING, "条文，逐字");
        var clauses = c.required("条款", BenefitShapes.CLAUSES, "合起来受限的条款");
        var per = c.required("每", Words.all(Scope.class), "在什么范围内累计");
        var max = c.required("不超过", max(), "合起来至多多少");
        return c.reads(row -> {
            Set<String> bound = row.get(clauses).orElseGet(() -> row.in().own().clauses());
            Cap.Limit limit = row.illustrative() ? marked(row.get(max)) : row.get(max);
            return new Cap(row.get(number), bound, row.get(per), limit);
        });
    }

    /** The limit with its amounts marked as illustrations, for a cap has no place of its own for the mark. */
    private static Cap.Limit marked(Cap.Limit limit) {
        return switch (limit) {
            case Cap.Limit.OfDays days -> days;
            case Cap.Limit.OfMoney money ->
                new Cap.Limit.OfMoney(new Amounts(money.max().rows().stream()
                        .map(row -> new Amounts.Row(row.tier(), row.amount(), true))
                        .toList()));
        };
    }

    private static Shape<Relation> relation() {
        var c = new Columns().backed(Backing.HANDED_UP);
        var number = c.required("编号", NAME, "条款编号，照文件写");
        var wording = c.required("原文", WORDING, "条文，逐字");
        var manner = c.required("关系", Words.all(Relation.Manner.class), "兼得、择一、取大，或前者扣减后者");
        var within = c.required("范围", Words.all(Scope.class), "在什么范围内");
        var clauses = c.required("条款", listOf(CLAUSE), "至少两条；“扣减”时第一条扣去其余各条已给付的");
        return c.reads(row -> {
            List<String> all = row.get(clauses);
            row.require(all.size() >= 2, clauses, "至少要写两个条款");
            row.require(new HashSet<>(all).size() == all.size(), clauses, "同一条款写了两次");
            return new Relation(row.get(number), row.get(wording), row.get(manner), row.get(within), all);
        });
    }
}
