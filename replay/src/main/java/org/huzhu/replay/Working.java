package org.huzhu.replay;

import java.util.List;

/**
 * How the change for one member comes about.
 *
 * @param lines what differs, by plan and clause
 */
public record Working(Comparison.MemberChange change, List<Line> lines) {

    public Working {
        lines = List.copyOf(lines);
    }

    /**
     * What one clause gives for the same events before and after, in fen.
     *
     * @param clause the plan, the number of the clause and its title
     * @param events what is paid for, by kind, ordinal among the member's and year
     * @param before how the amount before comes about, or why there is none
     * @param after how the amount after comes about, or why there is none
     */
    public record Line(
            String clause, String events, long beforeFen, long afterFen, List<String> before, List<String> after) {
        public Line {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
