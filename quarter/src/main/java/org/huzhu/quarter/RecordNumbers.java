package org.huzhu.quarter;

import java.util.Arrays;
import org.huzhu.quarter.table.NumberIndex;
import org.huzhu.quarter.table.NumberKey;

/** The record numbers of one drawer, each with the first row that has it. */
final class RecordNumbers {

    static final int NONE = NumberIndex.NONE;

    private static final byte[] NO_TEXT = {};

    private final Feed feed;
    private final NumberIndex index;

    /** Reserves room for the rows of the drawer. */
    RecordNumbers(Feed feed, int drawer) {
        this.feed = feed;
        int rows = 0;
        for (int p = 0; p < feed.partCount(); p++) {
            rows += feed.part(p).byNumber().to(drawer) - feed.part(p).byNumber().from(drawer);
        }
        index = new NumberIndex(this::hasNumber, rows);
    }

    /** Takes up a row; the row before it that has its number, or {@link #NONE}. */
    int put(FeedPart part, long number, int place, int row) {
        byte[] text = NumberKey.isDigits(number) ? NO_TEXT : part.numberBytes(place);
        return index.put(number, row, text, 0, text.length);
    }

    /** The first row with the number, or {@link #NONE}. */
    int find(byte[] number) {
        return index.find(NumberKey.of(number, 0, number.length), number, 0, number.length);
    }

    private boolean hasNumber(int row, byte[] bytes, int from, int to) {
        return Arrays.equals(feed.partOf(row).numberBytes(Feed.place(row)), Arrays.copyOfRange(bytes, from, to));
    }
}
