package org.huzhu.command;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.LocalDate;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.adjudication.Step;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;

/**
 * A determination for programs, as JSON.
 *
 * <p>Amounts are whole fen in fields ending in {@code Fen}, or {@code {"fen": …}} within a step; dates are ISO. A step
 * is {@code {"step": name, "text": Chinese, "figures": {…}}}.
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

    static JsonNode of(String title, Determination determination) {
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
        ObjectNode node = JSON.createObjectNode();
        node.put("plan", line.plan().plan());
        node.put("version", line.plan().version());
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
        ObjectNode node = JSON.createObjectNode();
        node.put("plan", denial.plan().plan());
        node.put("version", denial.plan().version());
        node.put("clause", denial.clause());
        node.put("event", denial.event());
        node.put("reason", denial.reason().getClass().getSimpleName());
        node.put("text", ChineseWording.of(denial.reason()));
        return node;
    }
}
