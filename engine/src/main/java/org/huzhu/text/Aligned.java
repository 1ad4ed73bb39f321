package org.huzhu.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the earlier list with the one of the later list that it became, for {@link PlanDiff}.
 *
 * @param before null where the entry is new
 * @param after null where the entry is gone
 */
record Aligned(@Nullable Node before, @Nullable Node after) {

    /** Keys whose values tell the rows of a list apart, in the order in which they are shown. */
    private static final List<String> NAMING = List.of("编号", "档", "职业", "对象", "性别", "每", "第几次", "级别", "伤情", "原因");

    /**
     * Aligns two lists: by the first rule as far as it goes, what is left by the next. In the order of the later list;
     * what is gone comes last.
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
