package org.huzhu.text;

import static org.huzhu.text.Measures.DATE;
import static org.huzhu.text.Measures.MONEY;
import static org.huzhu.text.Measures.NAME;
import static org.huzhu.text.Measures.PEOPLE;
import static org.huzhu.text.Measures.SIGNED_MONEY;
import static org.huzhu.text.Measures.UNITS;
import static org.huzhu.text.Shapes.either;
import static org.huzhu.text.Shapes.mapOf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.WorkedExample;
import org.huzhu.facts.WorkedExample.Expected;
import org.huzhu.facts.WorkedExample.Refused;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.text.Columns.Backing;
import org.huzhu.text.Table.Row;
import org.jspecify.annotations.Nullable;

/** Worked examples (算例) and stand-alone cases (案例), with what is expected of them. */
final class ExampleShapes {

    private static final Shape<String> NUMBER = Shapes.reference("编号（条款、等待、除外、限额、关系的）", ExampleShapes::numbers);

    private static final Shape<Map<String, Given>> ENTITLED = mapOf(BenefitShapes.CLAUSE, given(MONEY));
    private static final Shape<Map<String, Given>> DUE = mapOf(BenefitShapes.CLAUSE, given(SIGNED_MONEY));
    private static final Shape<Map<String, String>> REFUSED = mapOf(EventShapes.EVENT_NAME, NUMBER);

    /** An example in a plan file. */
    static final Shape<WorkedExample> EXAMPLE = examples(CaseShapes.withEvents(ownBenefit()));

    /** An example in the file of an overlay, where every expectation names its plan. */
    static final Shape<WorkedExample> OVERLAY_EXAMPLE = CaseShapes.withEvents(overlayBenefit());

    /** A stand-alone case. */
    static final Shape<Document.CaseFile> CASE = CaseShapes.withEvents(caseFile());

    private ExampleShapes() {}

    private static Set<String> numbers(Reading in) {
        Set<String> all = new LinkedHashSet<>(in.own().numbers());
        all.addAll(in.names().numbers());
        return all;
    }

    private static Shape<WorkedExample> examples(Shape<WorkedExample> benefit) {
        Map<String, Shape<? extends WorkedExample>> kinds = new LinkedHashMap<>();
        kinds.put("单位人数", participation());
        kinds.put("参保人", enrolment());
        kinds.put("保障", benefit);
        return Choice.byAnyKey(kinds);
    }

    private static Shape<WorkedExample> ownBenefit() {
        var c = new Columns().backed(Backing.FACTS);
        var title = c.required("说明", NAME, "这个例子说明什么");
        var facts = CaseShapes.Facts.of(c);
        var entitled = c.required("应得", ENTITLED, "各条应得多少；什么都不给写{}");
        var due = c.optional("应付", DUE, "扣去已付以后各条还应付多少");
        var refused = c.optional("不付", REFUSED, "哪个事件不付，按哪一条");
        var others = c.optional("他计划应得", byPlan(ENTITLED), "别的计划各条应得多少");
        return c.reads(row -> {
            String plan = Objects.requireNonNullElse(row.in().plan(), "");
            Map<String, Money> dues =
                    dues(row, due.word(), row.get(entitled), row.get(due).orElse(Map.of()));
            List<Expected> expected = new ArrayList<>(expected(plan, row.get(entitled), dues));
            row.get(others).orElse(Map.of()).forEach((other, its) -> expected.addAll(expected(other, its, Map.of())));
            List<Refused> no = refused(plan, row.get(refused).orElse(Map.of()));
            return new WorkedExample.OfBenefit(row.get(title), row.group().line(), facts.read(row), expected, no);
        });
    }

    private static Shape<WorkedExample> overlayBenefit() {
        var c = new Columns().backed(Backing.FACTS);
        var title = c.required("说明", NAME, "这个例子说明什么");
        var facts = CaseShapes.Facts.of(c);
        var entitled = c.required("应得", byPlan(ENTITLED), "先写计划，再写各条应得多少");
        var rest = Rest.of(c);
        return c.reads(row -> rest.read(row, row.get(title), facts, row.get(entitled)));
    }

    private static Shape<Document.CaseFile> caseFile() {
        var c = new Columns().backed(Backing.FACTS);
        var title = c.required("案例", NAME, "案例的题目");
        var facts = CaseShapes.Facts.of(c);
        var entitled = c.optional("应得", byPlan(ENTITLED), "先写计划，再写各条应得多少");
        var rest = Rest.of(c);
        return c.reads(row -> new Document.CaseFile(
                rest.read(row, row.get(title), facts, row.get(entitled).orElse(Map.of())),
                row.get(entitled).isPresent()));
    }

    /** The keys 应付 and 不付 where every expectation names its plan. */
    private record Rest(
            Columns.Column<Optional<Map<String, Map<String, Given>>>> due,
            Columns.Column<Optional<Map<String, Map<String, String>>>> refused) {

        static Rest of(Columns c) {
            return new Rest(
                    c.optional("应付", byPlan(DUE), "扣去已付以后各计划各条还应付多少"),
                    c.optional("不付", byPlan(REFUSED), "先写计划，再写哪个事件不付、按哪一条"));
        }

        WorkedExample.OfBenefit read(
                Row row, String title, CaseShapes.Facts facts, Map<String, Map<String, Given>> entitled) {
            Map<String, Map<String, Given>> allDues = row.get(due).orElse(Map.of());
            row.require(entitled.keySet().containsAll(allDues.keySet()), due, "“应付”里的计划要先写在“应得”里");
            List<Expected> expected = new ArrayList<>();
            entitled.forEach((plan, its) -> expected.addAll(
                    expected(plan, its, dues(row, due.word(), its, allDues.getOrDefault(plan, Map.of())))));
            List<Refused> no = new ArrayList<>();
            row.get(refused).orElse(Map.of()).forEach((plan, its) -> no.addAll(ExampleShapes.refused(plan, its)));
            return new WorkedExample.OfBenefit(title, row.group().line(), facts.read(row), expected, no);
        }
    }

    /** What a clause gives in all, or for each event: by the event, or by the empty name. */
    private record Given(Map<Optional<String>, Money> amounts) {}

    private static Shape<Given> given(Scalar<Money> money) {
        Scalar<Given> whole = money.as(it -> new Given(Map.of(Optional.empty(), it)));
        Shape<Given> byEvent = mapOf(EventShapes.EVENT_NAME, money).map(it -> {
            Map<Optional<String>, Money> amounts = new LinkedHashMap<>();
            it.forEach((event, amount) -> amounts.put(Optional.of(event), amount));
            return new Given(amounts);
        });
        return either(whole, byEvent);
    }

    /** What is due, by clause and event as one text; each must stand among the entitled amounts in the same form. */
    private static Map<String, Money> dues(Row row, String word, Map<String, Given> entitled, Map<String, Given> dues) {
        Map<String, Money> flat = new LinkedHashMap<>();
        dues.forEach((clause, given) -> given.amounts().forEach((event, amount) -> {
            Given its = entitled.get(clause);
            if (its == null || !its.amounts().containsKey(event)) {
                throw new Reading.Refusal(
                        row.group().at(word).orElse(row.group()).line(),
                        "“" + word + "”里的“" + clause + "”要先以同样的写法写在“应得”里");
            }
            flat.put(clause + "/" + event, amount);
        }));
        return flat;
    }

    private static List<Expected> expected(String plan, Map<String, Given> entitled, Map<String, Money> dues) {
        List<Expected> all = new ArrayList<>();
        entitled.forEach((clause, given) -> given.amounts()
                .forEach((event, amount) -> all.add(new Expected(
                        plan, clause, event, amount, Optional.ofNullable(dues.get(clause + "/" + event))))));
        return List.copyOf(all);
    }

    private static List<Refused> refused(String plan, Map<String, String> byEvent) {
        return byEvent.entrySet().stream()
                .map(it -> new Refused(plan, it.getKey(), it.getValue()))
                .toList();
    }

    /** A group whose keys are plans; the parts below look their names up in that plan. */
    private static <T> Shape<Map<String, T>> byPlan(Shape<T> part) {
        Shape<Map<String, T>> all = mapOf(CaseShapes.PLAN, part);
        return new Shape<>() {
            @Override
            @Nullable Map<String, T> read(Node node, Reading in) {
                if (!(node instanceof Node.Group group)) {
                    return all.read(node, in);
                }
                Map<String, T> read = new LinkedHashMap<>();
                for (Node.Pair entry : group.entries()) {
                    if (read.containsKey(entry.key())) {
                        in.problems().add(entry.line(), entry.key(), "“" + entry.key() + "”写了两次");
                    }
                    Node.Group one = new Node.Group(entry.line(), List.of(entry));
                    read.putAll(in.within(
                            entry.key(), () -> Objects.requireNonNullElse(all.read(one, in), Map.<String, T>of())));
                }
                return read.size() == group.entries().size() ? read : null;
            }

            @Override
            Map<String, Object> schema() {
                return all.schema();
            }
        };
    }

    private static Shape<WorkedExample> participation() {
        var c = new Columns().backed(Backing.FACTS);
        var title = c.required("说明", NAME, "这个例子说明什么");
        var people = c.required("单位人数", PEOPLE, "基数里的人数");
        var needed = c.required("应参保", PEOPLE, "至少多少人参加");
        return c.reads(row -> new WorkedExample.OfParticipation(
                row.get(title), row.group().line(), row.get(people), row.get(needed)));
    }

    private record Applicant(
            Sex sex,
            java.time.LocalDate born,
            Category category,
            Occupation occupation,
            Optional<String> tier,
            OptionalInt units,
            java.time.LocalDate countedOn) {}

    private static Shape<WorkedExample> enrolment() {
        var c = new Columns().backed(Backing.FACTS);
        var title = c.required("说明", NAME, "这个例子说明什么");
        var who = c.required("参保人", applicant(), "谁要参加");
        var contribution = c.required(
                "会费", Scalar.word("不可参保", Optional.<Money>empty()).or(MONEY.as(Optional::of)), "各份合计的会费，或“不可参保”");
        return c.reads(row -> {
            Applicant his = row.get(who);
            return new WorkedExample.OfEnrolment(
                    row.get(title),
                    row.group().line(),
                    his.sex(),
                    his.born(),
                    his.category(),
                    his.occupation(),
                    his.tier(),
                    his.units(),
                    his.countedOn(),
                    row.get(contribution));
        });
    }

    private static Shape<Applicant> applicant() {
        var c = new Columns().backed(Backing.FACTS);
        var sex = c.required("性别", Words.all(Sex.class), "男或女");
        var born = c.required("出生", DATE, "出生日期");
        var category = c.required("对象", Words.all(Category.class), "哪类人");
        var occupation = c.required("职业", Words.all(Occupation.class), "哪类职业");
        var tier = c.optional("档", BenefitShapes.TIER, "哪一档");
        var units = c.optional("份", UNITS, "买几份");
        var countedOn = c.required("计算日", DATE, "按哪一天算周岁");
        return c.reads(row -> new Applicant(
                row.get(sex),
                row.get(born),
                row.get(category),
                row.get(occupation),
                row.get(tier),
                row.get(units).map(OptionalInt::of).orElse(OptionalInt.empty()),
                row.get(countedOn)));
    }
}
