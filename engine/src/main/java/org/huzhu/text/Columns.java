package org.huzhu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huzhu.text.Table.Row;
import org.jspecify.annotations.Nullable;

/** Declares the keys of a table; {@link #reads} makes the table. */
final class Columns {

    private final List<Column<?>> keys = new ArrayList<>();
    private Backing backing = Backing.NONE;

    <V> Column<V> required(String word, Shape<V> shape, String says) {
        return add(new Column<>(word, shape, null, says));
    }

    <V> Column<Optional<V>> optional(String word, Shape<V> shape, String says) {
        return add(new Column<>(word, shape.map(Optional::of), Optional.empty(), says));
    }

    private <V> Column<V> add(Column<V> key) {
        keys.add(key);
        return key;
    }

    /** Says how the figures of the table are backed by 依据 and 示意. */
    Columns backed(Backing how) {
        backing = how;
        return this;
    }

    <T> Table<T> reads(Function<Row, T> make) {
        return new Table<>(keys, backing, make);
    }

    /**
     * A key of a table.
     *
     * @param absent what is read where the key is missing; null when it must not be
     * @param says what the key says, in Chinese, for editors
     */
    record Column<V>(String word, Shape<V> shape, @Nullable V absent, String says) {}

    /** How the figures of a table are backed. */
    enum Backing {
        /** The table has no 依据 and no 示意 of its own; what encloses it backs its figures. */
        NONE,
        /** The table must say 依据 or 示意, and keeps them. */
        OWN,
        /** The table may say 依据 or 示意, and hands them to what encloses it. */
        HANDED_UP,
        /** The table may say 依据, which it hands up, and 示意, which it keeps for itself. */
        ROW,
        /** The figures are facts, which need no source. */
        FACTS;

        /** Whether the keys 依据 and 示意 may stand in the table. */
        boolean says() {
            return this == OWN || this == HANDED_UP || this == ROW;
        }
    }
}
