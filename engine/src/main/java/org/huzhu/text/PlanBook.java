package org.huzhu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huzhu.text.Node.Group;
import org.huzhu.text.Node.Items;
import org.huzhu.text.Node.Leaf;
import org.huzhu.text.Node.Pair;

/**
 * A file of the language of plans as officers read it: chapter by chapter the wording on one side and the rule on the
 * other, then the worked examples.
 *
 * <p>It shows what people wrote, not what was read from it, in their words and their order.
 *
 * @param title the full name as printed; of a file that is no plan version, what its first key says
 */
public record PlanBook(String title, List<Chapter> chapters, List<Chapter> examples) {

    private static final Set<String> HEAD = Set.of("计划", "版本", "名称", "算例", "编号", "原文");
    private static final Set<String> SAID_APART = Set.of("编号", "名称", "原文", "说明");
    private static final Set<String> NUMBERED = Set.of("条款", "除外", "合计限额", "各条关系");

    public PlanBook {
        chapters = List.copyOf(chapters);
        examples = List.copyOf(examples);
    }

    /**
     * A clause, or another part of the plan; of the examples, one.
     *
     * @param wording the text of the document; empty where none is cited
     * @param rules the same for the machine, line by line
     */
    public record Chapter(String heading, String wording, List<Rule> rules) {

        public Chapter {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A line of a rule.
     *
     * @param depth how far it is set in; 0 for the outermost
     * @param key empty for an item of a list
     * @param value empty where what belongs to the key follows, set in further
     */
    public record Rule(int depth, String key, String value) {}

    /**
     * Reads the file.
     *
     * @throws PlanUnreadable if it is not well-formed, or is no group of keys
     */
    public static PlanBook of(String file, String content) {
        Problems problems = new Problems(file);
        Node root = Tree.of(content, problems);
        if (root != null && root.pairs().isEmpty()) {
            problems.add(root.line(), root.shown(), "不是计划文件，应是一组“键: 值”");
        }
        if (root == null || !problems.isEmpty()) {
            throw new PlanUnreadable(problems.sorted());
        }
        Pair first = root.pairs().getFirst();
        boolean isPlan = Names.isPlan(root);
        List<Chapter> chapters = new ArrayList<>();
        if (!isPlan && root.child("原文").isPresent()) {
            chapters.add(new Chapter(root.text("编号").orElse(""), wording(root), List.of()));
        }
        for (Pair pair : root.pairs()) {
            if (NUMBERED.contains(pair.key())) {
                root.items(pair.key()).forEach(item -> chapters.add(chapter(pair.key(), item)));
            } else if (!HEAD.contains(pair.key()) && !pair.equals(first)) {
                chapters.add(chapter(pair.key(), pair.value()));
            }
        }
        return new PlanBook(
                (isPlan ? root.text("名称") : first.value().word()).orElse(first.key()),
                chapters,
                root.items("算例").stream().map(PlanBook::example).toList());
    }

    private static Chapter chapter(String key, Node node) {
        String number = node.text("编号").orElse("");
        String name = node.text("名称").orElse(number.isEmpty() ? key : "");
        String heading = (number + " " + name).strip();
        return new Chapter(heading, wording(node), rules(node));
    }

    private static String wording(Node node) {
        return node.text("原文").map(Side::plain).orElse("");
    }

    private static Chapter example(Node node) {
        return new Chapter(node.text("说明").orElse(""), "", rules(node));
    }

    private static List<Rule> rules(Node node) {
        List<Rule> rules = new ArrayList<>();
        if (node instanceof Group group) {
            group.entries().stream()
                    .filter(pair -> !SAID_APART.contains(pair.key()))
                    .forEach(pair -> add(rules, 0, pair.key(), pair.value()));
        } else {
            add(rules, 0, "", node);
        }
        return rules;
    }

    private static void add(List<Rule> rules, int depth, String key, Node node) {
        if (isShort(node)) {
            rules.add(new Rule(depth, key, line(node)));
            return;
        }
        rules.add(new Rule(depth, key, ""));
        if (node instanceof Items list) {
            list.items().forEach(item -> add(rules, depth + 1, "", item));
        } else {
            node.pairs().forEach(pair -> add(rules, depth + 1, pair.key(), pair.value()));
        }
    }

    /** What fits on one line: a text, a list of texts, or a few keys with texts. */
    private static boolean isShort(Node node) {
        return isFlat(node)
                || (node instanceof Group group
                        && group.entries().stream().map(Pair::value).allMatch(PlanBook::isFlat));
    }

    private static boolean isFlat(Node node) {
        return node instanceof Leaf
                || (node instanceof Items list && list.items().stream().allMatch(Leaf.class::isInstance));
    }

    private static String line(Node node) {
        return switch (node) {
            case Leaf leaf -> leaf.text();
            case Items list -> list.items().stream().map(PlanBook::line).collect(Collectors.joining("、"));
            case Group group ->
                group.entries().stream()
                        .map(pair -> pair.key() + "：" + line(pair.value()))
                        .collect(Collectors.joining("，"));
        };
    }
}
