package org.huzhu.quarter.table;

/** Items by groups that are numbered from 0, those of one group side by side in the order in which they came. */
public final class Groups {

    private final int[] ends;
    private final int[] items;

    /** Takes what belongs to a group; see {@link Walk}. */
    @FunctionalInterface
    public interface Taker {
        void take(int group, int item);
    }

    /** Hands in all items, the same ones each time: once to be counted, once to be put into place. */
    @FunctionalInterface
    public interface Walk {
        void handTo(Taker taker);
    }

    /** Sorts the items of a walk into so many groups. */
    public Groups(int groups, Walk walk) {
        ends = new int[groups];
        walk.handTo((group, _) -> ends[group]++);
        int total = 0;
        for (int group = 0; group < groups; group++) {
            int count = ends[group];
            ends[group] = total;
            total += count;
        }
        items = new int[total];
        walk.handTo((group, item) -> items[ends[group]++] = item);
    }

    /** Where the items of a group begin. */
    public int from(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    /** Where the items of a group end, exclusive. */
    public int to(int group) {
        return ends[group];
    }

    /** The item at a place between those of {@link #from} and {@link #to}. */
    public int item(int at) {
        return items[at];
    }
}
