package org.huzhu.command;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.adjudication.Step;
import org.huzhu.examples.Examples.Difference;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.PlanId;

/**
 * A determination for programs, as JSON. The names of the fields do not change; new ones may be added.
 *
 * <ul>
 *   <li>The whole: {@code title}, {@code entitledFen}, {@code dueFen}, {@code lines}, {@code denials}; and
 *       {@code differences}, each {@code what}, {@code expected}, {@code found}, from the case file's own expectations.
 *   <li>A line: {@code plan}, {@code version}, {@code clause}, {@code benefit}, {@code wording}, {@code coverFrom} and
 *       {@code coverUntil} (exclusive; both absent where no cover is needed), {@code insured}, {@code events},
 *       {@code entitledFen}, {@code paidBeforeFen}, {@code dueFen}, {@code illustrative}, {@code working}.
 *   <li>A step of the working: {@code step}, {@code text} in Chinese, {@code figures} by the kind of step.
 *   <li>A denial: {@code plan}, {@code version}, {@code clause}, {@code event}, {@code reason}, {@code text},
 *       {@code illustrative}.
 * </ul>
 *
 * <p>Amounts are whole fen in fields ending in {@code Fen}, or {@code {"fen": …}} within a step; dates are ISO.
 */
final class DeterminationJson {

    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Rate.class, ToStringSerializer.instance))
            .addMixIn(Money.class, FieldsOnly.class)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** Values show their fields; their questions, such as {@code isPositive}, are not fields. */
    @JsonAutoDetect(
            fieldVisibility = JsonAutoDetect.Visibility.ANY,
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE)
    private interface FieldsOnly {}

    static {
        JSON.setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);
    }

    private DeterminationJson() {}

    /** The determination as text that ends with a line feed. */
    static String text(String title, Determination determination, List<Difference> differences) {
        ObjectNode root = of(title, determination);
        root.set("differences", JSON.valueToTree(differences));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode of(String title, Determination determination) {
        ObjectNode root = JSON.createObjectNode();
        root.put("title", title);
        root.put("entitledFen", determination.entitled().fen());
        root.put("dueFen", determination.due().fen());
        ArrayNode lines = root.putArray("lines");
        determination.lines().forEach(line -> lines.add(of(line)));
        ArrayNode denials = root.putArray("denials");
        determination.denials().forEach(denial -> denials.add(of(denial)));
        return root;
    }

    private static ObjectNode of(Line line) {
        ObjectNode node = of(line.plan());
        node.put("clause", line.clause().number());
        node.put("benefit", line.clause().title());
        node.put("wording", line.clause().wording());
        line.cover().ifPresent(cover -> {
            node.put("coverFrom", cover.from().toString());
            node.put("coverUntil", cover.until().toString());
        });
        node.put("insured", line.person().insured().name());
        ArrayNode events = node.putArray("events");
        line.events().forEach(events::add);
        node.put("entitledFen", line.entitled().fen());
        node.put("paidBeforeFen", line.paidBefore().fen());
        node.put("dueFen", line.due().fen());
        node.put("illustrative", line.illustrative());
        ArrayNode working = node.putArray("working");
        line.working().forEach(step -> working.add(of(step)));
        return node;
    }

    private static ObjectNode of(Step step) {
        ObjectNode node = JSON.createObjectNode();
        node.put("step", step.getClass().getSimpleName());
        node.put("text", ChineseWording.of(step));
        node.set("figures", JSON.valueToTree(step));
        return node;
    }

    private static ObjectNode of(Denial denial) {
        ObjectNode node = of(denial.plan());
        node.put("clause", denial.clause());
        node.put("event", denial.event());
        node.put("reason", denial.reason().getClass().getSimpleName());
        node.put("text", ChineseWording.of(denial.reason()));
        node.put("illustrative", denial.illustrative());
        return node;
    }

    private static ObjectNode of(PlanId plan) {
        return JSON.createObjectNode().put("plan", plan.plan()).put("version", plan.version());
    }
}
