package org.huzhu.text;

import java.util.Collection;
import java.util.Map;
import org.huzhu.plan.Basis;
import org.huzhu.text.Columns.Column;

/** The values of one group of keys that was read by a {@link Table}. */
final class Row {

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
