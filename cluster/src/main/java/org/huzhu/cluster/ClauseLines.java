package org.huzhu.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.Rulebook;

/** The clauses of two rulebooks by what they are called: a number for each plan and number of a clause, in order. */
final class ClauseLines {

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::plan).thenComparing(Line::clause);

    private final List<Line> lines;
    private final int[][][] before;
    private final int[][][] after;

    /** A clause through all versions of its plan. */
    record Line(String plan, String clause) {}

    ClauseLines(Rulebook before, Rulebook after) {
        lines = Stream.of(before, after)
                .flatMap(rules -> rules.plans().stream())
                .flatMap(plan -> plan.versions().stream()
                        .flatMap(version -> version.clauses().stream())
                        .map(clause -> line(plan.name(), clause)))
                .distinct()
                .sorted(ORDER)
                .toList();
        this.before = numbers(before);
        this.after = numbers(after);
    }

    private static Line line(String plan, ClauseRules clause) {
        return new Line(plan, clause.clause().number());
    }

    private int[][][] numbers(Rulebook rules) {
        return rules.plans().stream()
                .map(plan -> plan.versions().stream()
                        .map(version -> version.clauses().stream()
                                .mapToInt(clause -> lines.indexOf(line(plan.name(), clause)))
                                .toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    Line line(int number) {
        return lines.get(number);
    }

    /** The number of a clause of the rulebook before. */
    int before(ClauseRules clause) {
        return before[clause.plan()][clause.version()][clause.place()];
    }

    /** The number of a clause of the rulebook after. */
    int after(ClauseRules clause) {
        return after[clause.plan()][clause.version()][clause.place()];
    }
}
