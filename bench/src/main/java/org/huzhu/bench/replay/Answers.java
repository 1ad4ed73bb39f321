package org.huzhu.bench.replay;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay answers: for each plan, clause and calendar year how many payments there are, what they give, and a sum
 * over all of them that no two payments of other members, events or amounts are likely to share.
 */
record Answers(Map<Group, Total> groups) {

    private static final int MEMBER_FACTOR = 7_919;
    private static final int EVENT_FACTOR = 104_729;
    private static final int MARK_MODULUS = 1_000_003;
    private static final int FEN_MODULUS = 65_521;

    /** One row of the answer. */
    record Group(String plan, String clause, int year) implements Comparable<Group> {

        @Override
        public int compareTo(Group other) {
            int by = plan.compareTo(other.plan);
            by = by != 0 ? by : clause.compareTo(other.clause);
            return by != 0 ? by : Integer.compare(year, other.year);
        }
    }

    /** Payments, what they give in fen, and the sum of their {@link #mark}. */
    record Total(long payments, long fen, long marks) {

        Total plus(Total other) {
            return new Total(payments + other.payments, fen + other.fen, marks + other.marks);
        }
    }

    /** No groups yet. */
    static Answers none() {
        return new Answers(new TreeMap<>());
    }

    void add(Group group, Total total) {
        if (total.payments() > 0) {
            groups.merge(group, total, Total::plus);
        }
    }

    /**
     * Stands for one payment: the same for the same member, event and amount.
     *
     * @param event the place of the first event among those of the member; zero for a payment by the year
     */
    static long mark(int member, int event, long fen) {
        return ((long) member * MEMBER_FACTOR + (long) event * EVENT_FACTOR + 1) % MARK_MODULUS * (fen % FEN_MODULUS);
    }

    /** The same in SQL, of columns {@code member} and {@code event}, and of the amount. */
    static String markInSql(String fen) {
        return "((member::bigint * %d + event::bigint * %d + 1) %% %d) * (%s %% %d)"
                .formatted(MEMBER_FACTOR, EVENT_FACTOR, MARK_MODULUS, fen, FEN_MODULUS);
    }

    long payments() {
        return groups.values().stream().mapToLong(Total::payments).sum();
    }

    long fen() {
        return groups.values().stream().mapToLong(Total::fen).sum();
    }
}
