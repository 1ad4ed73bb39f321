package org.huzhu.replay;

import org.huzhu.rules.ClauseRules;

/** The number of each clause of a rulebook along the axis of clauses. */
final class ClauseNumbers {

    private final int[][][] numbers;

    /** Takes them by plan, version and place in the version. */
    ClauseNumbers(int[][][] numbers) {
        this.numbers = numbers;
    }

    int of(ClauseRules clause) {
        return numbers[clause.plan()][clause.version()][clause.place()];
    }
}
