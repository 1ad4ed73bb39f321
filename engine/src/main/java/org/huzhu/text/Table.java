package org.huzhu.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.huzhu.plan.Basis;
import org.huzhu.plan.Source;
import org.huzhu.text.Columns.Backing;
import org.huzhu.text.Columns.Column;
import org.jspecify.annotations.Nullable;

/** A group of keys, all of them declared: an unknown, missing or doubled key is a problem. */
final class Table<T> extends Shape<T> {

    private static final String FROM = "依据";
    private static final String ILLUSTRATIVE = "示意";
    private static final Shape<String> SOURCE = Shapes.reference("来源", Reading::sourceNames);
    private static final Shape<List<String>> SOURCES = Shapes.either(SOURCE.map(List::of), Shapes.listOf(SOURCE));
    private static final Shape<Boolean> YES = Scalar.word("是", true);

    private final List<Column<?>> keys;
    private final Backing backing;
    private final Function<Row, T> make;

    Table(List<Column<?>> keys, Backing backing, Function<Row, T> make) {
        this.keys = List.copyOf(keys);
        this.backing = backing;
        this.make = make;
    }

    @Override
    @Nullable T read(Node node, Reading in) {
        if (!(node instanceof Node.Group group)) {
            in.problems()
                    .add(
                            node.line(),
                            node.shown(),
                            "这里应是一组“键: 值”（键：" + Problems.listed(words()) + "），不能是"
                                    + (node instanceof Node.Leaf
                                            ? "“" + Problem.shown(node.shown()) + "”"
                                            : node.shown()));
            return null;
        }
        checkKeys(group, in.problems());
        Reading.Citation outer = in.citation();
        Reading.Citation citation = citation(group, in);
        Maybe<T> read = in.citing(citation, () -> new Maybe<>(values(group, in, citation)));
        if (backing == Backing.HANDED_UP || backing == Backing.NONE) {
            outer.add(citation.from(), citation.illustrative());
        } else if (backing == Backing.ROW) {
            outer.add(citation.from(), false);
        }
        return read.value();
    }

    private @Nullable T values(Node.Group group, Reading in, Reading.Citation citation) {
        Map<Column<?>, Object> values = new HashMap<>();
        for (Column<?> key : keys) {
            Node at = group.at(key.word()).orElse(null);
            Object value = at == null ? key.absent() : key.shape().read(at, in);
            if (at == null && value == null) {
                in.problems().add(group.line(), "", "缺少“" + key.word() + "”（" + key.says() + "）");
            }
            if (value != null) {
                values.put(key, value);
            }
        }
        if (values.size() < keys.size()) {
            return null;
        }
        return in.trying(group, () -> make.apply(new Row(group, in, values, citation)));
    }

    private void checkKeys(Node.Group group, Problems problems) {
        List<String> allowed = words();
        Set<String> seen = new HashSet<>();
        for (Node.Pair entry : group.entries()) {
            if (!allowed.contains(entry.key())) {
                List<String> absent =
                        allowed.stream().filter(it -> group.at(it).isEmpty()).toList();
                problems.addUnknown(entry.line(), entry.key(), "不是这里的键", allowed, absent);
            } else if (!seen.add(entry.key())) {
                problems.add(entry.line(), entry.key(), "“" + entry.key() + "”写了两次");
            }
        }
    }

    private Reading.Citation citation(Node.Group group, Reading in) {
        Node from = backing.says() ? group.at(FROM).orElse(null) : null;
        Node illustrative = backing.says() ? group.at(ILLUSTRATIVE).orElse(null) : null;
        boolean said = from != null || illustrative != null;
        if (backing == Backing.OWN && !said) {
            in.problems().add(group.line(), "", "缺少“依据”（可写：" + Problems.listed(in.sourceNames()) + "）；没有文件依据的写“示意: 是”");
        }
        boolean backs = said
                || backing == Backing.OWN
                || backing == Backing.FACTS
                || in.citation().backs();
        Reading.Citation citation = new Reading.Citation(backs);
        if (from != null) {
            List<String> names = SOURCES.read(from, in);
            citation.add(sources(names == null ? List.of() : names, in), false);
        }
        if (illustrative != null) {
            YES.read(illustrative, in);
            citation.add(List.of(), true);
        }
        return citation;
    }

    private static List<Source> sources(List<String> names, Reading in) {
        return names.stream()
                .map(in.sources()::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(keys.stream().map(Column::word).toList());
        if (backing.says()) {
            words.addAll(List.of(FROM, ILLUSTRATIVE));
        }
        return words;
    }

    @Override
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Column<?> key : keys) {
            Map<String, Object> property = new LinkedHashMap<>(key.shape().schema());
            property.put("description", key.says());
            properties.put(key.word(), property);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                keys.stream()
                        .filter(key -> key.absent() == null)
                        .map(Column::word)
                        .toList());
        schema.put("additionalProperties", false);
        if (backing.says()) {
            properties.put(FROM, described(SOURCES, "数字出自哪份文件：“来源”里的键，可以是几个"));
            properties.put(ILLUSTRATIVE, described(YES, "没有文件给出这个数字，只作示意"));
        }
        if (backing == Backing.OWN) {
            schema.put("anyOf", List.of(Map.of("required", List.of(FROM)), Map.of("required", List.of(ILLUSTRATIVE))));
        }
        return schema;
    }

    private static Map<String, Object> described(Shape<?> shape, String says) {
        Map<String, Object> schema = new LinkedHashMap<>(shape.schema());
        schema.put("description", says);
        return schema;
    }

    /** A value that may be missing because a problem was recorded. */
    private record Maybe<V>(@Nullable V value) {}

    /** The values of one group of keys that was read by a {@link Table}. */
    static final class Row {

        private final Node.Group group;
        private final Reading in;
        private final Map<Column<?>, Object> values;
        private final Reading.Citation citation;

        Row(Node.Group group, Reading in, Map<Column<?>, Object> values, Reading.Citation citation) {
            this.group = group;
            this.in = in;
            this.values = values;
            this.citation = citation;
        }

        @SuppressWarnings("unchecked") // the table read the value by the key's own shape
        <V> V get(Column<V> key) {
            return (V) java.util.Objects.requireNonNull(values.get(key));
        }

        Node.Group group() {
            return group;
        }

        Reading in() {
            return in;
        }

        /** What backs the figures of this row and of the parts below it. */
        Basis basis() {
            return new Basis(
                    citation.from(), citation.illustrative() || citation.from().isEmpty());
        }

        boolean illustrative() {
            return citation.illustrative();
        }

        /** The node at the key, or this row's where the key is absent. */
        Node at(Column<?> key) {
            return group.at(key.word()).orElse(group);
        }

        /** Refuses the row at the key unless the condition holds. */
        void require(boolean condition, Column<?> key, String refusal) {
            if (!condition) {
                throw new Reading.Refusal(at(key).line(), refusal);
            }
        }

        /** Checks a name against those allowed; a name that is not known is recorded as a problem. */
        void refer(Column<?> key, String word, String what, Collection<String> allowed) {
            Object unused = in.refer(at(key), word, what, allowed);
        }
    }
}
