package org.huzhu.quarter;

import java.util.Arrays;
import org.huzhu.quarter.FeedPart.State;
import org.huzhu.rules.YearlyShareRule;

/**
 * What the rows that count add up to for each person of a drawer, in fen, and what the year so far entitles each to.
 */
final class Entitlements {

    private final Feed feed;
    private final int drawer;
    private final long[] outpatientFen;
    private final long[] inpatientFen;
    private final long[] entitledFen;
    private final int[] stayEnds;
    private int[] stays = new int[0];

    /** Adds up; throws {@link ArithmeticException} if the amounts of a person do not fit a {@code long} together. */
    Entitlements(Feed feed, int drawer, int persons, YearlyShareRule rule) {
        this.feed = feed;
        this.drawer = drawer;
        outpatientFen = new long[persons];
        inpatientFen = new long[persons];
        entitledFen = new long[persons];
        stayEnds = new int[persons + 1];
        addOutpatient();
        groupStays();
        long[] stayFen = new long[8];
        for (int person = 0; person < persons; person++) {
            int from = person == 0 ? 0 : stayEnds[person - 1];
            int count = stayEnds[person] - from;
            stayFen = count <= stayFen.length ? stayFen : new long[count * 2];
            inpatientFen[person] = order(from, count, stayFen);
            entitledFen[person] = rule.entitledFen(outpatientFen[person], stayFen, count);
        }
    }

    /** The person's outpatient cost of the year so far. */
    long outpatientFen(int person) {
        return outpatientFen[person];
    }

    /** The person's cost of stays of the year so far. */
    long inpatientFen(int person) {
        return inpatientFen[person];
    }

    /** What the year so far entitles the person to, whatever was paid before. */
    long entitledFen(int person) {
        return entitledFen[person];
    }

    private void addOutpatient() {
        for (int p = 0; p < feed.partCount(); p++) {
            FeedPart part = feed.part(p);
            for (int row = part.from(drawer); row < part.to(drawer); row++) {
                int person = feed.person(p, row);
                if (part.state(row) == State.OUTPATIENT) {
                    outpatientFen[person] = Math.addExact(outpatientFen[person], part.selfPayFen(row));
                } else if (part.state(row) == State.INPATIENT) {
                    stayEnds[person]++;
                }
            }
        }
    }

    /** Puts the stays of each person side by side: counts, then ends, then places (a counting sort). */
    private void groupStays() {
        int total = 0;
        for (int person = 0; person < stayEnds.length; person++) {
            int count = stayEnds[person];
            stayEnds[person] = total;
            total += count;
        }
        stays = new int[total];
        for (int p = 0; p < feed.partCount(); p++) {
            FeedPart part = feed.part(p);
            for (int row = part.from(drawer); row < part.to(drawer); row++) {
                if (part.state(row) == State.INPATIENT) {
                    stays[stayEnds[feed.person(p, row)]++] = Feed.row(p, row);
                }
            }
        }
    }

    /** Orders the stays of one person, writes their costs, and gives their sum. */
    private long order(int from, int count, long[] stayFen) {
        if (count > 1) {
            Integer[] sorted = new Integer[count];
            Arrays.setAll(sorted, i -> stays[from + i]);
            Arrays.sort(sorted, feed::compareStays);
            for (int i = 0; i < count; i++) {
                stays[from + i] = sorted[i];
            }
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            stayFen[i] = feed.partOf(stays[from + i]).selfPayFen(Feed.place(stays[from + i]));
            sum = Math.addExact(sum, stayFen[i]);
        }
        return sum;
    }
}
