package org.huzhu.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A group of keys of one of several kinds. */
final class Choice<T> extends Shape<T> {

    private final Map<String, Shape<? extends T>> kinds;
    private final By by;

    private Choice(Map<String, Shape<? extends T>> kinds, By by) {
        this.kinds = new LinkedHashMap<>(kinds);
        this.by = by;
    }

    /** The word at the key 类型 tells the kind. */
    static <T> Choice<T> byType(Map<String, Shape<? extends T>> kinds) {
        return new Choice<>(kinds, By.TYPE);
    }

    /** The first key tells the kind. */
    static <T> Choice<T> byFirstKey(Map<String, Shape<? extends T>> kinds) {
        return new Choice<>(kinds, By.FIRST_KEY);
    }

    /** The key that stands somewhere in the group tells the kind. */
    static <T> Choice<T> byAnyKey(Map<String, Shape<? extends T>> kinds) {
        return new Choice<>(kinds, By.ANY_KEY);
    }

    @Override
    @Nullable T read(Node node, Reading in) {
        if (!(node instanceof Node.Group group)) {
            in.problems().addUnknown(node.line(), node.shown(), "不能写在这里，应是一组“键: 值”", kinds.keySet(), List.of());
            return null;
        }
        Optional<Node.Leaf> word = word(group);
        Shape<? extends T> shape = word.map(it -> kinds.get(it.text())).orElse(null);
        if (shape == null) {
            int line = word.map(Node.Leaf::line).orElse(node.line());
            in.problems().addUnknown(line, word.map(Node.Leaf::text).orElse(""), by.refusal, kinds.keySet());
            return null;
        }
        return shape.read(node, in);
    }

    private Optional<Node.Leaf> word(Node.Group group) {
        return switch (by) {
            case TYPE ->
                group.at("类型").map(it -> new Node.Leaf(it.line(), it.word().orElse(it.shown())));
            case FIRST_KEY -> group.entries().stream().findFirst().map(it -> new Node.Leaf(it.line(), it.key()));
            case ANY_KEY ->
                group.entries().stream()
                        .filter(it -> kinds.containsKey(it.key()))
                        .findFirst()
                        .or(() -> group.entries().stream().findFirst())
                        .map(it -> new Node.Leaf(it.line(), it.key()));
        };
    }

    @Override
    Map<String, Object> schema() {
        List<Map<String, Object>> all =
                kinds.values().stream().<Map<String, Object>>map(Shape::schema).toList();
        return Map.of("anyOf", all);
    }

    /** What tells the kind. */
    private enum By {
        TYPE("不是“类型”的一种"),
        FIRST_KEY("不能作第一个键，第一个键说明这是什么"),
        ANY_KEY("不能说明这是什么，要有下列键之一");

        private final String refusal;

        By(String refusal) {
            this.refusal = refusal;
        }
    }
}
