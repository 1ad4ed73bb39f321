package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.quarter.Feed.RecordNumbers;
import org.huzhu.quarter.FeedPart.Cancellation;
import org.huzhu.quarter.FeedPart.State;
import org.huzhu.quarter.Part.Reject;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.NumberKey;
import org.huzhu.quarter.table.Row;

/** All rows that take another one back, in the order of the input, and what they name. */
final class Cancellations {

    private final Feed feed;
    private final List<FeedPart> parts = new ArrayList<>();
    private final List<Cancellation> all = new ArrayList<>();
    private final Drawers byTarget;
    private final int[] targets;

    Cancellations(Feed feed) {
        this.feed = feed;
        for (int p = 0; p < feed.partCount(); p++) {
            for (Cancellation cancellation : feed.part(p).cancellations()) {
                parts.add(feed.part(p));
                all.add(cancellation);
            }
        }
        byTarget = new Drawers(all.size(), i -> NumberKey.of(bytes(i), 0, bytes(i).length));
        targets = new int[all.size()];
        Arrays.fill(targets, RecordNumbers.NONE);
    }

    /** Finds what is named by those whose target lies in a drawer of record numbers. */
    void find(int drawer, RecordNumbers numbers) {
        for (int at = byTarget.from(drawer); at < byTarget.to(drawer); at++) {
            int i = byTarget.row(at);
            targets[i] = numbers.find(bytes(i));
        }
    }

    /** Takes back what is named, once all other rows are judged; adds the refused, and counts what was taken back. */
    long takeBack(List<Reject> rejects) {
        long taken = 0;
        for (int i = 0; i < targets.length; i++) {
            FeedPart part = parts.get(i);
            Cancellation cancellation = all.get(i);
            if (part.state(cancellation.row()) == State.CANCELLING) {
                int target = targets[i];
                byte found = target == RecordNumbers.NONE
                        ? State.REJECTED
                        : feed.partOf(target).state(Feed.place(target));
                if (found <= State.INPATIENT) {
                    feed.partOf(target).become(Feed.place(target), State.CANCELLED);
                    taken++;
                } else {
                    rejects.add(refuse(part, cancellation, found));
                }
            }
        }
        return taken;
    }

    private static Reject refuse(FeedPart part, Cancellation cancellation, byte found) {
        String named = "要撤销的记录" + Row.safe(cancellation.target());
        return switch (found) {
            case State.CANCELLED -> part.refuse(cancellation.row(), Reason.CANCELLED_TWICE, named + "已被先前的记录撤销");
            case State.CANCELLING -> part.refuse(cancellation.row(), Reason.CANCELS_UNKNOWN, named + "本身是一条撤销记录");
            default -> part.refuse(cancellation.row(), Reason.CANCELS_UNKNOWN, named + "不在已接受的记录之中");
        };
    }

    private byte[] bytes(int i) {
        return all.get(i).target().getBytes(StandardCharsets.UTF_8);
    }
}
