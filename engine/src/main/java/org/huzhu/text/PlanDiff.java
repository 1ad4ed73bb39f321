package org.huzhu.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.huzhu.text.Node.Group;
import org.jspecify.annotations.Nullable;

/**
 * The table of what changed between two versions of a plan: 调整项目, 调整内容, 调整前, 调整后.
 *
 * <p>It compares what people wrote, not what was read from it, so that it shows their words. Worked examples and
 * sources are passed over. A clause that moved to another number and kept its title is the same clause; so is one that
 * promises the same kind of benefit where no better partner is left. The wording of a clause is shown only where
 * nothing else tells of the change.
 */
public final class PlanDiff {

    /** What stands where there was nothing, or is nothing any more. */
    static final String NOTHING = "—";

    private static final Set<String> PASSED_OVER = Set.of("计划", "版本", "来源", "算例", "依据", "示意", "原文", "类型");
    private static final Set<String> NUMBERED = Set.of("条款", "除外", "合计限额", "各条关系");

    private final List<Change> changes = new ArrayList<>();
    private final String plan;

    private PlanDiff(String plan) {
        this.plan = plan;
    }

    /**
     * One row of the table.
     *
     * @param item the plan, with the clause or section (调整项目)
     * @param content what of it (调整内容)
     * @param before as written in the earlier version, or a dash
     * @param after as written in the later version, or a dash
     */
    public record Change(String item, String content, String before, String after) {}

    /**
     * Compares two plan files.
     *
     * @throws PlanUnreadable if one of the texts is not well-formed or is no plan version
     */
    public static List<Change> between(String fileBefore, String before, String fileAfter, String after) {
        Group earlier = plan(fileBefore, before);
        Group later = plan(fileAfter, after);
        PlanDiff diff = new PlanDiff(later.text("名称").orElse(fileAfter));
        for (String key : Aligned.keys(earlier, later)) {
            diff.section(key, earlier, later);
        }
        return List.copyOf(diff.changes);
    }

    private static Group plan(String file, String text) {
        Problems problems = new Problems(file);
        Node root = Tree.of(text, problems);
        if (root != null && !Names.isPlan(root)) {
            problems.addUnknown(root.line(), root.shown(), "不是计划文件，不能对比", List.of("计划"));
        }
        if (!(root instanceof Group group) || !problems.isEmpty()) {
            throw new PlanUnreadable(problems.sorted());
        }
        return group;
    }

    private void section(String key, Group before, Group after) {
        if (PASSED_OVER.contains(key)) {
            return;
        }
        if (NUMBERED.contains(key)) {
            numbered(key, before.items(key), after.items(key));
        } else if (key.equals("名称")) {
            part(plan, key, Side.at(before, key, false), Side.at(after, key, false));
        } else {
            part(plan + " " + key, "", Side.at(before, key, false), Side.at(after, key, false));
        }
    }

    /** Clauses and what else has a number of its own. */
    private void numbered(String section, List<Node> before, List<Node> after) {
        List<BiPredicate<Node, Node>> same = new ArrayList<>();
        same.add((one, other) -> equal(one, other, "编号") && equal(one, other, "名称"));
        if (section.equals("条款")) {
            same.add((one, other) -> equal(one, other, "名称") && equal(one, other, "被保障人"));
        }
        same.add((one, other) -> equal(one, other, "编号"));
        if (section.equals("条款")) {
            same.add((one, other) -> equal(one, other, "被保障人") && kind(one).equals(kind(other)));
        } else {
            same.add((one, other) -> wording(one).equals(wording(other)));
        }
        for (Aligned pair : Aligned.of(before, after, same)) {
            entry(section, pair);
        }
    }

    private static Optional<String> kind(Node clause) {
        return clause.child("给付").flatMap(it -> it.text("类型"));
    }

    private static boolean equal(Node one, Node other, String key) {
        return one.text(key).equals(other.text(key));
    }

    private void entry(String section, Aligned pair) {
        Node before = pair.before();
        Node after = pair.after();
        String item = plan + " " + label(section, pair.shown());
        if (before == null || after == null) {
            String what = before == null ? "新增" : "取消";
            changes.add(new Change(item, what, wording(before), wording(after)));
            return;
        }
        int found = changes.size();
        part(item, "", new Side(before, false), new Side(after, false));
        if (changes.size() == found && !wording(before).equals(wording(after))) {
            changes.add(new Change(item, "原文", wording(before), wording(after)));
        }
    }

    private static String label(String section, Node entry) {
        return entry.text("名称").orElseGet(() -> section + " " + entry.text("编号").orElse(""));
    }

    private static String wording(@Nullable Node entry) {
        return entry == null ? NOTHING : entry.text("原文").map(Side::plain).orElseGet(() -> Side.written(entry));
    }

    /** Compares what stands at one place in both versions. */
    private void part(String item, String path, Side before, Side after) {
        if (before.node() instanceof Group one && after.node() instanceof Group other) {
            for (String key : Aligned.keys(one, other)) {
                if (!PASSED_OVER.contains(key)) {
                    part(item, join(path, key), before.at(key), after.at(key));
                }
            }
        } else if (before.isTable() && after.isTable()) {
            rows(item, path, before, after);
        } else if (!before.text().equals(after.text())) {
            changes.add(new Change(item, path.isEmpty() ? "全部" : path, before.shown(), after.shown()));
        }
    }

    /** Compares the rows of two lists of groups, by the keys that name a row, else by their place. */
    private void rows(String item, String path, Side before, Side after) {
        List<Node> one = before.items();
        List<Node> other = after.items();
        List<BiPredicate<Node, Node>> same = List.of(
                (its, others) -> Aligned.name(its).equals(Aligned.name(others)),
                (its, others) -> Aligned.name(its).isEmpty());
        for (Aligned pair : Aligned.of(one, other, same)) {
            String name = Aligned.name(pair.shown());
            String label = name.isEmpty() ? place(pair, one, other) : "（" + name + "）";
            part(
                    item,
                    path + label,
                    new Side(pair.before(), before.illustrative()),
                    new Side(pair.after(), after.illustrative()));
        }
    }

    private static String place(Aligned pair, List<Node> one, List<Node> other) {
        int place = (pair.after() == null ? one : other).indexOf(pair.shown());
        return one.size() <= 1 && other.size() <= 1 ? "" : "（第" + (place + 1) + "项）";
    }

    /** The key of a tier's amount says no more than the path; 给付 goes without saying in a clause. */
    private static String join(String path, String key) {
        boolean amountOfTier = key.equals("金额") && path.endsWith("）");
        boolean benefitOfClause = key.equals("给付") && path.isEmpty();
        if (amountOfTier || benefitOfClause) {
            return path;
        }
        return path.isEmpty() ? key : path + " " + key;
    }

    /**
     * An entry of the earlier list with the one of the later list that it became.
     *
     * @param before null where the entry is new
     * @param after null where the entry is gone
     */
    private record Aligned(@Nullable Node before, @Nullable Node after) {

        /** Keys whose values tell the rows of a list apart, in the order in which they are shown. */
        private static final List<String> NAMING = List.of("编号", "档", "职业", "对象", "性别", "每", "第几次", "级别", "伤情", "原因");

        /**
         * Aligns two lists: by the first rule as far as it goes, what is left by the next. In the order of the later
         * list; what is gone comes last.
         */
        static List<Aligned> of(List<Node> before, List<Node> after, List<BiPredicate<Node, Node>> rules) {
            List<@Nullable Node> partners = new ArrayList<>();
            after.forEach(it -> partners.add(null));
            List<Node> left = new ArrayList<>(before);
            for (BiPredicate<Node, Node> same : rules) {
                for (int i = 0; i < after.size(); i++) {
                    Node later = after.get(i);
                    if (partners.get(i) == null) {
                        Optional<Node> partner =
                                left.stream().filter(it -> same.test(it, later)).findFirst();
                        partner.ifPresent(left::remove);
                        partners.set(i, partner.orElse(null));
                    }
                }
            }
            List<Aligned> aligned = new ArrayList<>();
            for (int i = 0; i < after.size(); i++) {
                aligned.add(new Aligned(partners.get(i), after.get(i)));
            }
            left.forEach(it -> aligned.add(new Aligned(it, null)));
            return List.copyOf(aligned);
        }

        /** The later of the two, as far as there is one. */
        Node shown() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        /** The keys of both groups, in the order of the later one. */
        static Set<String> keys(Node before, Node after) {
            Set<String> keys = new LinkedHashSet<>();
            after.pairs().forEach(it -> keys.add(it.key()));
            before.pairs().forEach(it -> keys.add(it.key()));
            return keys;
        }

        /** What tells the row apart from the others, such as the tier; empty when nothing does. */
        static String name(Node row) {
            return String.join(
                    "，", NAMING.stream().flatMap(key -> row.text(key).stream()).toList());
        }
    }
}
