package org.huzhu.text;

import static org.huzhu.text.Measures.DATE;
import static org.huzhu.text.Measures.DAYS;
import static org.huzhu.text.Measures.GRADES;
import static org.huzhu.text.Measures.HOSPITAL_LEVEL;
import static org.huzhu.text.Measures.ICD_CODE;
import static org.huzhu.text.Measures.MONEY;
import static org.huzhu.text.Measures.NAME;
import static org.huzhu.text.Measures.STAY;
import static org.huzhu.text.Shapes.listOf;
import static org.huzhu.text.Shapes.setOf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;
import org.huzhu.text.Columns.Backing;
import org.huzhu.text.Columns.Column;
import org.huzhu.text.Table.Row;

/** What happened: one table for each kind of event, told apart by the first key. */
final class EventShapes {

    static final Shape<String> DISEASE = Shapes.reference("病种", in -> in.names().diseases());

    /** An event of the same example, by its name. */
    static final Shape<String> EVENT_NAME = Shapes.reference("事件", in -> in.eventNames());

    static final Shape<Event> EVENT = Choice.byFirstKey(kinds());

    private EventShapes() {}

    private static Map<String, Shape<? extends Event>> kinds() {
        Map<String, Shape<? extends Event>> kinds = new LinkedHashMap<>();
        kinds.put("确诊", diagnosis());
        kinds.put("住院", stay());
        kinds.put("门诊", visit());
        kinds.put("意外", accident());
        kinds.put("身故", death());
        kinds.put("家财损失", loss());
        kinds.put("满期", maturity());
        return kinds;
    }

    /**
     * Names the events of an example before any is read, so that one may name another: by 名, else by the kind and the
     * running number within the kind.
     */
    static void name(List<Node> events, Reading in) {
        in.forgetEvents();
        Map<String, Integer> counts = new HashMap<>();
        for (Node event : events) {
            String kind = event.pairs().stream().map(Node.Pair::key).findFirst().orElse("事件");
            int number = counts.merge(kind, 1, Integer::sum);
            String name = event.text("名").orElse(kind + number);
            if (!in.nameEvent(event, name)) {
                in.problems().add(event.line(), name, "两个事件都叫“" + name + "”；请用“名”区分");
            }
        }
    }

    /** The keys that every kind of event may have. */
    private record Common(
            Column<Optional<Insured>> insured,
            Column<Optional<String>> person,
            Column<Optional<Set<Circumstance>>> circumstances) {

        static Common of(Columns c) {
            c.optional("名", NAME, "事件的名；不写则是种类加序号，如住院2");
            return new Common(
                    c.optional("被保障人", Words.all(Insured.class), "谁出事；不写则是会员本人"),
                    c.optional("姓名", NAME, "几个子女时用来区分"),
                    c.optional("情形", setOf(Words.all(Circumstance.class)), "认定的情形"));
        }

        String id(Row row) {
            return row.in().eventName(row.group());
        }

        Person who(Row row) {
            return EventShapes.person(row, insured, person);
        }

        Set<Circumstance> circumstances(Row row) {
            return row.get(circumstances).orElse(Set.of());
        }
    }

    static Person person(Row row, Column<Optional<Insured>> insured, Column<Optional<String>> name) {
        Insured whose = row.get(insured).orElse(Insured.MEMBER);
        row.require(whose != Insured.MEMBER || row.get(name).isEmpty(), name, "“姓名”只用来区分家属；要先写“被保障人”");
        return new Person(whose, row.get(name).orElse(""));
    }

    private static <E extends Event> Shape<E> event(Columns c, Function<Row, E> make) {
        return c.backed(Backing.FACTS).reads(make);
    }

    private static Shape<Event> diagnosis() {
        var c = new Columns();
        var disease = c.required("确诊", DISEASE, "病种词典里的病种");
        var on = c.required("日期", DATE, "确诊日");
        var pathology = c.optional("病理报告", DATE, "病理报告日");
        var admitted = c.optional("入院", DATE, "入院日");
        var first = c.optional("首次确诊", DATE, "最早的确诊日，早于这次时写");
        var common = Common.of(c);
        return event(
                c,
                row -> new Event.Diagnosis(
                        common.id(row),
                        common.who(row),
                        row.get(disease),
                        row.get(on),
                        row.get(pathology),
                        row.get(admitted),
                        row.get(first),
                        common.circumstances(row)));
    }

    private static Shape<Event> stay() {
        var c = new Columns();
        var days = c.required("住院", STAY, "入院日 至 出院日");
        var level = c.required("级别", HOSPITAL_LEVEL, "医院级别");
        var cause = c.required("原因", Words.all(Cause.class), "疾病或意外");
        var accident = c.optional("事故日", DATE, "意外住院的事故日");
        var icd = c.optional("编码", ICD_CODE, "疾病编码");
        var from = c.optional("转自", EVENT_NAME, "从哪次住院转来");
        var filed = c.optional("申报", DATE, "申报日");
        var settled = c.optional("结算", DATE, "医保结算日");
        var costs = c.optional("费用", costs(), "各项费用");
        var common = Common.of(c);
        return event(c, row -> {
            List<LocalDate> span = row.get(days);
            row.require(!span.get(1).isBefore(span.get(0)), days, "出院日早于入院日");
            return new Event.Stay(
                    common.id(row),
                    common.who(row),
                    span.get(0),
                    span.get(1),
                    row.get(level),
                    row.get(cause),
                    row.get(accident),
                    row.get(icd),
                    row.get(from),
                    row.get(filed),
                    row.get(settled),
                    row.get(costs).orElse(new Costs(Map.of())),
                    common.circumstances(row));
        });
    }

    private static Shape<Costs> costs() {
        Shape<Map<String, Money>> amounts =
                Shapes.mapOf(Words.all(CostField.class).map(Words::of), MONEY);
        return amounts.map(it -> {
            Map<CostField, Money> byField = new HashMap<>();
            for (CostField field : CostField.values()) {
                Money amount = it.get(Words.of(field));
                if (amount != null) {
                    byField.put(field, amount);
                }
            }
            return new Costs(byField);
        });
    }

    private static Shape<Event> visit() {
        var c = new Columns();
        var settled = c.required("门诊", DATE, "医保结算日");
        var costs = c.required("费用", costs(), "各项费用");
        var common = Common.of(c);
        return event(
                c,
                row -> new Event.Visit(
                        common.id(row), common.who(row), row.get(settled), row.get(costs), common.circumstances(row)));
    }

    private static Shape<Event> accident() {
        var c = new Columns();
        var on = c.required("意外", DATE, "事故日");
        var grades = c.optional("伤残", listOf(GRADES), "评定的各处伤残等级");
        var prior = c.optional("原有伤残", GRADES, "事故前已有的伤残等级");
        var assessed = c.optional("评定", DATE, "评定日");
        var rest = c.optional("休养", DAYS, "证明休养的日数");
        var care = c.optional("照顾", DAYS, "证明康复照顾的日数");
        var injuries = c.optional("伤情", listOf(Words.all(Injury.class)), "伤情");
        var common = Common.of(c);
        return event(
                c,
                row -> new Event.Accident(
                        common.id(row),
                        common.who(row),
                        row.get(on),
                        row.get(grades).orElse(List.of()),
                        row.get(prior).map(OptionalInt::of).orElse(OptionalInt.empty()),
                        row.get(assessed),
                        row.get(rest).orElse(0),
                        row.get(care).orElse(0),
                        row.get(injuries).orElse(List.of()),
                        common.circumstances(row)));
    }

    private static Shape<Event> death() {
        var c = new Columns();
        var on = c.required("身故", DATE, "身故日");
        var cause = c.required("原因", Words.all(Cause.class), "疾病或意外");
        var accidentOn = c.optional("事故日", DATE, "意外身故的事故日");
        var accident = c.optional("事故", EVENT_NAME, "例中的哪次意外");
        var common = Common.of(c);
        return event(
                c,
                row -> new Event.Death(
                        common.id(row),
                        common.who(row),
                        row.get(on),
                        row.get(cause),
                        row.get(accidentOn),
                        row.get(accident),
                        common.circumstances(row)));
    }

    private static Shape<Event> loss() {
        var c = new Columns();
        var on = c.required("家财损失", DATE, "损失日");
        var cause = c.required("原因", Words.all(LossCause.class), "损失的原因");
        var amount = c.required("损失", MONEY, "损失的金额");
        var address = c.required("住址", NAME, "用来区分住处的名，如甲");
        var common = Common.of(c);
        return event(
                c,
                row -> new Event.Loss(
                        common.id(row),
                        common.who(row),
                        row.get(on),
                        row.get(cause),
                        row.get(amount),
                        row.get(address),
                        common.circumstances(row)));
    }

    private static Shape<Event> maturity() {
        var c = new Columns();
        var on = c.required("满期", DATE, "保障期满的日期");
        var common = Common.of(c);
        return event(
                c, row -> new Event.Maturity(common.id(row), common.who(row), row.get(on), common.circumstances(row)));
    }
}
