package org.huzhu.text;

import static org.huzhu.text.Measures.DATE;
import static org.huzhu.text.Measures.DAYS;
import static org.huzhu.text.Measures.MONEY;
import static org.huzhu.text.Measures.NAME;
import static org.huzhu.text.Measures.UNITS;
import static org.huzhu.text.Shapes.anyListOf;
import static org.huzhu.text.Shapes.listOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Plan;
import org.huzhu.plan.TermLength;
import org.huzhu.text.Columns.Backing;
import org.huzhu.text.Columns.Column;
import org.huzhu.text.Table.Row;
import org.jspecify.annotations.Nullable;

/** The facts of one member: his cover, what happened, what was paid before. */
final class CaseShapes {

    static final Shape<String> PLAN =
            Shapes.reference("计划", in -> in.names().plans().keySet());

    private CaseShapes() {}

    /** The keys of the facts, to stand in an example or a file of their own. */
    record Facts(Column<List<Term>> terms, Column<List<Event>> events, Column<Optional<List<Payment>>> payments) {

        static Facts of(Columns c) {
            return new Facts(
                    c.required("保障", anyListOf(term()), "会员的各个保障期"),
                    c.required("事件", listOf(EventShapes.EVENT), "发生了什么"),
                    c.optional("已付", listOf(payment()), "以前给付过的"));
        }

        Case read(Row row) {
            return new Case(row.get(terms), row.get(events), row.get(payments).orElse(List.of()));
        }
    }

    /** The shape of something with events in it: they are named before they are read. */
    static <T> Shape<T> withEvents(Shape<T> shape) {
        return new Shape<>() {
            @Override
            @Nullable T read(Node node, Reading in) {
                EventShapes.name(node.items("事件"), in);
                return shape.read(node, in);
            }

            @Override
            java.util.Map<String, Object> schema() {
                return shape.schema();
            }
        };
    }

    private static Shape<Term> term() {
        var c = new Columns().backed(Backing.FACTS);
        var plan = c.optional("计划", PLAN, "计划的短名；计划文件的算例里不写则是这个计划");
        var office = c.optional("办事处", NAME, "在哪个办事处参保；不写则是计划的办事处");
        var from = c.required("自", DATE, "生效日");
        var last = c.optional("至", DATE, "最后一日，含；不写则按计划的保障期");
        var units = c.required("份", UNITS, "份数");
        var tier = c.optional("档", NAME, "哪一档，计划分档时必写");
        var paid = c.optional("已缴", MONEY, "一共缴的会费，返还会费的计划才写");
        return c.reads(row -> {
            String name = planOf(row, plan);
            row.require(row.get(units) > 0, units, "至少1份");
            checkTier(row, tier, name);
            DateSpan span = row.get(last)
                    .map(it -> through(row, row.get(from), it, last))
                    .orElseGet(() -> byPlan(row, name, row.get(from), last));
            return new Term(name, row.get(office), span, row.get(units), row.get(tier), row.get(paid));
        });
    }

    static void checkTier(Row row, Column<Optional<String>> tier, String plan) {
        var tiers = row.in().namesOf(plan).tiers();
        row.get(tier).ifPresent(it -> row.refer(tier, it, "档", tiers));
        row.require(tiers.isEmpty() || row.get(tier).isPresent(), tier, plan + "分档，要写“档”，可写：" + Problems.listed(tiers));
    }

    private static DateSpan through(Row row, LocalDate from, LocalDate last, Column<?> key) {
        row.require(!last.isBefore(from), key, "“至”早于“自”");
        return Measures.through(from, last);
    }

    private static DateSpan byPlan(Row row, String plan, LocalDate from, Column<?> last) {
        Reading in = row.in();
        if (plan.equals(in.plan())) {
            TermLength own = in.termLength();
            return own == null ? anyDay(from) : own.from(from);
        }
        if (in.plan() == null && in.library().versions(plan).isEmpty()) {
            return anyDay(from);
        }
        Optional<Plan> other = in.plan() == null ? in.library().governing(plan, from, from) : Optional.empty();
        row.require(other.isPresent(), last, "缺少“至”：这里不知道" + plan + "的保障期多长，要写最后一日");
        return other.orElseThrow().enrolment().term().from(from);
    }

    /** Stands in where the plan itself could not be read, so that only its own problems are told. */
    private static DateSpan anyDay(LocalDate from) {
        return new DateSpan(from, from.plusDays(1));
    }

    private static String planOf(Row row, Column<Optional<String>> key) {
        String own = row.in().plan();
        row.require(own != null || row.get(key).isPresent(), key, "缺少“计划”（计划的短名）");
        return row.get(key).orElseGet(() -> String.valueOf(own));
    }

    private static Shape<Payment> payment() {
        var c = new Columns().backed(Backing.FACTS);
        var plan = c.optional("计划", PLAN, "计划的短名；计划文件的算例里不写则是这个计划");
        var clause = c.required("条款", NAME, "按哪一条给付的");
        var on = c.required("日期", DATE, "事件日");
        var amount = c.required("金额", MONEY, "给付了多少");
        var event = c.optional("事件", EventShapes.EVENT_NAME, "为上面的哪个事件");
        var disease = c.optional("病种", EventShapes.DISEASE, "为哪个病种");
        var address = c.optional("地址", NAME, "为哪个住处");
        var days = c.optional("日数", DAYS, "给付了多少日");
        Column<Optional<Insured>> insured = c.optional("被保障人", Words.all(Insured.class), "谁出事；不写则是会员本人");
        var person = c.optional("姓名", NAME, "几个子女时用来区分");
        return c.reads(row -> {
            String name = planOf(row, plan);
            row.refer(
                    clause, row.get(clause), "条款编号", row.in().names().plan(name).clauses());
            Money gave = row.get(amount);
            return new Payment(
                    name,
                    row.get(clause),
                    row.get(on),
                    EventShapes.person(row, insured, person),
                    row.get(event),
                    row.get(disease),
                    row.get(address),
                    gave,
                    row.get(days).orElse(0));
        });
    }
}
