package org.huzhu.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huzhu.kernel.Require;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The figures of a plan file with their places in its text, so that one can be changed and all else stays as it was
 * written. Sources and worked examples are passed over.
 */
public final class PlanFigures {

    private static final Pattern FIGURE = Pattern.compile("第?\\d+(\\.\\d+)?(元|%|日|年|小时|份|周岁|人|次|级)");
    private static final Set<String> PASSED_OVER = Set.of("计划", "名称", "版本", "来源", "算例", "依据", "原文", "编号");

    private final String text;
    private final List<Figure> figures = new ArrayList<>();

    private PlanFigures(String text) {
        this.text = text;
    }

    /**
     * One figure.
     *
     * @param item the section, or the number of the clause
     * @param key the keys that lead to it
     * @param value as written, with its unit
     * @param from where it begins in the text
     */
    public record Figure(String item, String key, String value, int from) {

        /** The text with another value in this place. */
        public String replaced(String text, String other) {
            Require.that(text.startsWith(value, from), "The figure %s does not stand at %d", value, from);
            return text.substring(0, from) + other + text.substring(from + value.length());
        }
    }

    /**
     * The figures of a text, in its order.
     *
     * @param text a plan file that {@link org.huzhu.text.PlanReader} accepts
     */
    public static List<Figure> of(String text) {
        PlanFigures found = new PlanFigures(text);
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(text.length()).build();
        new Compose(settings).composeString(text).ifPresent(root -> found.sections(pairs(root)));
        return List.copyOf(found.figures);
    }

    private void sections(List<NodeTuple> sections) {
        for (NodeTuple section : sections) {
            String name = word(section.getKeyNode()).orElse("");
            if (PASSED_OVER.contains(name)) {
                continue;
            }
            if (section.getValueNode() instanceof SequenceNode entries) {
                entries.getValue().forEach(entry -> walk(number(entry).orElse(name), "", entry));
            } else {
                walk(
                        number(section.getValueNode())
                                .map(number -> name + number)
                                .orElse(name),
                        "",
                        section.getValueNode());
            }
        }
    }

    private void walk(String item, String path, Node node) {
        switch (node) {
            case MappingNode group -> {
                for (NodeTuple pair : group.getValue()) {
                    String key = word(pair.getKeyNode()).orElse("");
                    if (!PASSED_OVER.contains(key)) {
                        walk(item, path.isEmpty() ? key : path + " " + key, pair.getValueNode());
                    }
                }
            }
            case SequenceNode list -> {
                for (int i = 0; i < list.getValue().size(); i++) {
                    walk(
                            item,
                            path + label(list.getValue().get(i), i + 1),
                            list.getValue().get(i));
                }
            }
            case ScalarNode leaf -> leaf(item, path, leaf);
            default -> throw new IllegalArgumentException("A plan file has no " + node.getNodeType());
        }
    }

    /** What tells an entry of a list from the others: what its first key says, or its ordinal. */
    private static String label(Node entry, int ordinal) {
        List<NodeTuple> pairs = pairs(entry);
        return pairs.size() < 2
                ? "（" + ordinal + "）"
                : word(pairs.getFirst().getValueNode())
                        .map(word -> "（" + word + "）")
                        .orElse("（" + ordinal + "）");
    }

    private void leaf(String item, String path, ScalarNode leaf) {
        String value = leaf.getValue();
        Optional<Integer> start = leaf.getStartMark().map(Mark::getIndex);
        if (start.isEmpty() || !FIGURE.matcher(value).matches()) {
            return;
        }
        int from = text.indexOf(value, text.offsetByCodePoints(0, start.get()));
        if (from >= 0) {
            figures.add(new Figure(item, path, value, from));
        }
    }

    private static Optional<String> number(Node entry) {
        return pairs(entry).stream()
                .filter(pair -> word(pair.getKeyNode()).filter("编号"::equals).isPresent())
                .findFirst()
                .flatMap(pair -> word(pair.getValueNode()));
    }

    private static List<NodeTuple> pairs(Node node) {
        return node instanceof MappingNode group ? group.getValue() : List.of();
    }

    private static Optional<String> word(Node node) {
        return node instanceof ScalarNode leaf ? Optional.of(leaf.getValue()) : Optional.empty();
    }
}
