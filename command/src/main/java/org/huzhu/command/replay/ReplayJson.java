package org.huzhu.command.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Comparison.Moved;
import org.huzhu.replay.Comparison.MovedStep;
import org.huzhu.replay.Comparison.Movement;
import org.huzhu.replay.Comparison.Totals;
import org.huzhu.replay.Figures;
import org.huzhu.replay.GroupTable;
import org.huzhu.replay.Working;

/**
 * The answer for programs. Amounts are whole fen in fields ending in {@code Fen}; what cannot be worked out is null.
 * Names of fields do not change; new ones may be added.
 */
final class ReplayJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplayJson() {}

    /** The answer as text that ends with a line feed. */
    static String of(Report report) {
        Comparison comparison = report.comparison();
        ObjectNode root = JSON.createObjectNode();
        root.put("plan", report.draft().id().plan())
                .put("version", report.draft().id().version());
        root.put("compared", report.compared()).put("years", report.years());
        root.put("madeOn", report.madeOn().toString());
        root.set("plans", JSON.valueToTree(comparison.plans()));
        root.set("before", of(comparison.before()));
        root.set("after", of(comparison.after()));
        ArrayNode tables = root.putArray("tables");
        comparison.tables().forEach(table -> tables.add(of(table)));
        ArrayNode payments = root.putArray("payments");
        comparison.payments().forEach(step -> {
            ObjectNode node = payments.addObject().put("step", step.label());
            node.put("paymentsBefore", step.before().payments())
                    .put("fenBefore", step.before().fen());
            node.put("paymentsAfter", step.after().payments())
                    .put("fenAfter", step.after().fen());
        });
        root.set("movement", of(comparison.movement()));
        root.set("largest", largest(report));
        root.set("changes", JSON.valueToTree(report.changes()));
        root.set("illustrative", JSON.valueToTree(report.illustrative()));
        root.set("notes", JSON.valueToTree(report.notes()));
        root.set("notLookedAt", JSON.valueToTree(Report.NOT_LOOKED_AT));
        root.set("sources", JSON.valueToTree(report.sources()));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode of(Totals totals) {
        ObjectNode node = JSON.createObjectNode();
        node.set("plan", of(totals.plan()));
        node.set("all", of(totals.all()));
        node.put("terms", totals.enrolments().terms());
        node.put("units", totals.enrolments().units());
        node.put("contributionFen", totals.enrolments().contributionFen());
        node.put("unpricedTerms", totals.enrolments().unpricedTerms());
        put(node, "perTermFen", totals.perTermFen());
        put(node, "breakEvenFen", totals.breakEvenFen());
        put(node, "payoutPerMille", totals.payoutPerMille());
        return node;
    }

    private static void put(ObjectNode node, String name, OptionalLong number) {
        if (number.isPresent()) {
            node.put(name, number.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    private static ObjectNode of(Figures figures) {
        return JSON.createObjectNode()
                .put("payments", figures.payments())
                .put("persons", figures.persons())
                .put("sumFen", figures.fen());
    }

    private static ObjectNode of(GroupTable table) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode by = node.putArray("by");
        table.by().forEach(dimension -> by.add(dimension.name().toLowerCase(Locale.ROOT)));
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> {
            ObjectNode one = rows.addObject();
            one.set("labels", JSON.valueToTree(row.labels()));
            one.set("before", of(row.before()));
            one.set("after", of(row.after()));
        });
        return node;
    }

    private static ObjectNode of(Movement movement) {
        ObjectNode node = JSON.createObjectNode();
        node.put("holders", movement.holders());
        node.set("gaining", of(movement.gaining()));
        node.set("losing", of(movement.losing()));
        node.put("same", movement.same()).put("newly", movement.newly()).put("noLonger", movement.noLonger());
        node.put("nothing", movement.nothing());
        node.set("gains", of(movement.gains()));
        node.set("losses", of(movement.losses()));
        return node;
    }

    private static ObjectNode of(Moved moved) {
        return JSON.createObjectNode().put("members", moved.members()).put("sumFen", moved.fen());
    }

    private static ArrayNode of(List<MovedStep> steps) {
        ArrayNode nodes = JSON.createArrayNode();
        steps.forEach(step -> nodes.add(of(step.moved()).put("step", step.label())));
        return nodes;
    }

    private static ArrayNode largest(Report report) {
        ArrayNode nodes = JSON.createArrayNode();
        for (Working working : report.workings()) {
            ObjectNode node = nodes.addObject();
            node.put("member", working.change().member())
                    .put("agency", working.change().agency());
            node.put("beforeFen", working.change().beforeFen())
                    .put("afterFen", working.change().afterFen());
            node.set("working", JSON.valueToTree(working.lines()));
        }
        return nodes;
    }
}
