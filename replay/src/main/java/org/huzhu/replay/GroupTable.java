package org.huzhu.replay;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is given before and after, by groups.
 *
 * @param by the dimensions of the groups
 * @param rows the groups to which anything is given before or after, in the order of the dimensions
 */
public record GroupTable(List<Dimension> by, List<Row> rows) implements Serializable {

    public GroupTable {
        by = List.copyOf(by);
        rows = List.copyOf(rows);
    }

    /**
     * One group; its persons are in other groups too, if something was given to them there.
     *
     * @param labels one for each dimension, in Chinese
     */
    public record Row(List<String> labels, Figures before, Figures after) implements Serializable {
        public Row {
            labels = List.copyOf(labels);
        }

        public long changeFen() {
            return Math.subtractExact(after.fen(), before.fen());
        }
    }

    static GroupTable of(CrossTable before, CrossTable after, Axes axes) {
        List<Dimension> by = after.by();
        Map<Long, Figures> old = before.cells();
        Map<Long, Figures> now = after.cells();
        Map<Long, Row> rows = new TreeMap<>();
        for (Map<Long, Figures> cells : List.of(old, now)) {
            for (long key : cells.keySet()) {
                List<String> labels = IntStream.range(0, by.size())
                        .mapToObj(i -> axes.label(by.get(i), CrossTable.value(key, i, by.size())))
                        .toList();
                rows.put(
                        key, new Row(labels, old.getOrDefault(key, Figures.ZERO), now.getOrDefault(key, Figures.ZERO)));
            }
        }
        return new GroupTable(by, List.copyOf(rows.values()));
    }
}
