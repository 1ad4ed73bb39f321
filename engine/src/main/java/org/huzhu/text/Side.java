package org.huzhu.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one version has at a place, for {@link PlanDiff}.
 *
 * @param node null where it has nothing
 * @param illustrative whether what encloses it is marked 示意
 */
record Side(@Nullable Node node, boolean illustrative) {

    static Side at(Node group, String key, boolean illustrative) {
        return new Side(group.child(key).orElse(null), illustrative || isMarked(group));
    }

    Side at(String key) {
        return node == null ? this : at(node, key, illustrative);
    }

    /** Whether a list of groups stands here, or nothing. */
    boolean isTable() {
        return node instanceof Node.Items list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(Node.Group.class::isInstance);
    }

    List<Node> items() {
        return node instanceof Node.Items list ? list.items() : List.of();
    }

    /** As written, on one line. */
    String text() {
        return node == null ? PlanDiff.NOTHING : written(node);
    }

    /** As written, with the mark of an illustrative figure. */
    String shown() {
        boolean figure = text().chars().anyMatch(Character::isDigit);
        boolean itself = node != null && isMarked(node);
        return figure && (illustrative || itself) ? text() + "（示意）" : text();
    }

    private static boolean isMarked(Node node) {
        return node.child("示意").isPresent();
    }

    static String written(Node node) {
        return switch (node) {
            case Node.Leaf leaf -> plain(leaf.text());
            case Node.Items list ->
                list.items().isEmpty()
                        ? "无"
                        : list.items().stream().map(Side::written).collect(Collectors.joining("、"));
            case Node.Group group ->
                group.entries().stream()
                        .filter(pair -> !pair.key().equals("依据") && !pair.key().equals("示意"))
                        .map(pair -> pair.key() + " " + written(pair.value()))
                        .collect(Collectors.joining("，"));
        };
    }

    static String plain(String text) {
        return text.strip()
                .replaceAll("(?<=[^\\x00-\\x7F])\\s+(?=[^\\x00-\\x7F])", "")
                .replaceAll("\\s+", " ");
    }
}
