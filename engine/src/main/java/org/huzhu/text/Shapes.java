package org.huzhu.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes that are made of other shapes, other than tables. */
final class Shapes {

    private Shapes() {}

    /** A list of at least one item. */
    static <T> Shape<List<T>> listOf(Shape<T> item) {
        return new ListOf<>(item, 1);
    }

    /** A list that may be empty, written {@code []}. */
    static <T> Shape<List<T>> anyListOf(Shape<T> item) {
        return new ListOf<>(item, 0);
    }

    /** A list of different words. */
    static <T> Shape<Set<T>> setOf(Shape<T> item) {
        return listOf(item).map(Shapes::distinct);
    }

    static <T> Shape<Set<T>> anySetOf(Shape<T> item) {
        return anyListOf(item).map(Shapes::distinct);
    }

    private static <T> Set<T> distinct(List<T> items) {
        Set<T> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(item)) {
                throw new IllegalArgumentException("同一项写了两次");
            }
        }
        return Set.copyOf(items);
    }

    /** A group whose keys are names; each may stand once. */
    static <T> Shape<Map<String, T>> mapOf(Shape<String> key, Shape<T> value) {
        return new MapOf<>(key, value);
    }

    /** One of several shapes, told apart by whether a text, a list or a group stands there. */
    static <T> Shape<T> either(Shape<T> text, Shape<T> other) {
        return new Either<>(text, other);
    }

    /** A word that says that the thing is absent, or the thing. */
    static <T> Shape<Optional<T>> orWord(String word, Shape<T> other) {
        return either(Scalar.word(word, Optional.<T>empty()), other.map(Optional::of));
    }

    /** A name that must be known where the file is read. */
    static Shape<String> reference(String what, Function<Reading, ? extends Collection<String>> known) {
        return new Reference(what, known);
    }

    private static final class ListOf<T> extends Shape<List<T>> {

        private static final int ITEMS_MAX = 5_000;

        private final Shape<T> item;
        private final int min;

        ListOf(Shape<T> item, int min) {
            this.item = item;
            this.min = min;
        }

        @Override
        @Nullable List<T> read(Node node, Reading in) {
            if (!(node instanceof Node.Items list)) {
                in.problems().add(node.line(), node.shown(), "这里应是一个列表，不能是" + quoted(node) + "；写成“[…]”，或每项一行、以“- ”开头");
                return null;
            }
            if (list.items().size() < min || list.items().size() > ITEMS_MAX) {
                in.problems().add(node.line(), "", "这个列表应有" + min + "至" + ITEMS_MAX + "项");
                return null;
            }
            List<T> values = new ArrayList<>();
            list.items().forEach(each -> {
                T value = item.read(each, in);
                if (value != null) {
                    values.add(value);
                }
            });
            return values.size() == list.items().size() ? values : null;
        }

        @Override
        Map<String, Object> schema() {
            return new TreeMap<>(Map.of("type", "array", "items", item.schema(), "minItems", min));
        }
    }

    private static final class MapOf<T> extends Shape<Map<String, T>> {

        private final Shape<String> key;
        private final Shape<T> value;

        MapOf(Shape<String> key, Shape<T> value) {
            this.key = key;
            this.value = value;
        }

        @Override
        @Nullable Map<String, T> read(Node node, Reading in) {
            if (!(node instanceof Node.Group group)) {
                in.problems().add(node.line(), node.shown(), "这里应是一组“键: 值”，不能是" + quoted(node));
                return null;
            }
            Map<String, T> values = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            for (Node.Pair entry : group.entries()) {
                if (!seen.add(entry.key())) {
                    in.problems().add(entry.line(), entry.key(), "“" + entry.key() + "”写了两次");
                }
                String name = key.read(new Node.Leaf(entry.line(), entry.key()), in);
                T its = name == null ? null : value.read(entry.value(), in);
                if (its != null) {
                    values.put(entry.key(), its);
                }
            }
            return values.size() == group.entries().size() ? values : null;
        }

        @Override
        Map<String, Object> schema() {
            return new TreeMap<>(
                    Map.of("type", "object", "propertyNames", key.schema(), "additionalProperties", value.schema()));
        }
    }

    private static final class Either<T> extends Shape<T> {

        private final Shape<T> text;
        private final Shape<T> other;

        Either(Shape<T> text, Shape<T> other) {
            this.text = text;
            this.other = other;
        }

        @Override
        @Nullable T read(Node node, Reading in) {
            return node instanceof Node.Leaf ? text.read(node, in) : other.read(node, in);
        }

        @Override
        Map<String, Object> schema() {
            return Map.of("anyOf", List.of(text.schema(), other.schema()));
        }
    }

    private static final class Reference extends Shape<String> {

        private final String what;
        private final Function<Reading, ? extends Collection<String>> known;

        Reference(String what, Function<Reading, ? extends Collection<String>> known) {
            this.what = what;
            this.known = known;
        }

        @Override
        @Nullable String read(Node node, Reading in) {
            if (node instanceof Node.Leaf leaf) {
                return in.refer(node, leaf.text(), what, known.apply(in));
            }
            in.problems().add(node.line(), node.shown(), "这里应写一个" + what + "，不能是" + node.shown());
            return null;
        }

        @Override
        Map<String, Object> schema() {
            return new TreeMap<>(Map.of("type", "string", "minLength", 1, "description", what));
        }
    }

    private static String quoted(Node node) {
        return node instanceof Node.Leaf ? "“" + Problem.shown(node.shown()) + "”" : node.shown();
    }
}
