package org.huzhu.text;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place, and the value that it stands for. Reading and the JSON Schema come out of the same shape.
 */
abstract class Shape<T> {

    /** The value; null only after a problem was recorded. */
    abstract @Nullable T read(Node node, Reading in);

    /** The JSON Schema of what is accepted. */
    abstract Map<String, Object> schema();

    /** This shape, read into something else. What the function refuses becomes a problem at the place. */
    <R> Shape<R> map(Function<T, R> function) {
        Shape<T> from = this;
        return new Shape<>() {
            @Override
            @Nullable R read(Node node, Reading in) {
                T value = from.read(node, in);
                return value == null ? null : in.trying(node, () -> function.apply(value));
            }

            @Override
            Map<String, Object> schema() {
                return from.schema();
            }
        };
    }
}
