package org.huzhu.rules;

import java.util.List;
import java.util.Map;
import org.huzhu.kernel.Require;

/**
 * A plan in all its versions.
 *
 * @param place the place of the plan in the rulebook, which is that of its name among the names
 * @param word the number of its short name
 * @param versions oldest first
 * @param clauses those of all versions, by their ordinals
 * @param kinds the kinds of events that any clause may be about, a set of {@link org.huzhu.columns.EventKind#bit}
 * @param isPinned whether the start of a coverage period alone chooses the version
 * @param gapDaysMax the longest gap that a renewal may leave under any version
 * @param bits the bit of each number of a clause, by the number of its word
 */
public record PlanRules(
        int place,
        String name,
        int word,
        List<VersionRules> versions,
        List<ClauseRules> clauses,
        int kinds,
        boolean isPinned,
        int gapDaysMax,
        Map<Integer, Long> bits) {

    /** The answer where no version had begun. */
    public static final int NO_VERSION = -1;

    /** How many clauses all versions of a plan may have together. */
    public static final int CLAUSES_MAX = 1 << 10;

    public PlanRules {
        versions = List.copyOf(versions);
        clauses = List.copyOf(clauses);
        Require.that(clauses.size() <= CLAUSES_MAX, "The plan %s has more than %d clauses", name, CLAUSES_MAX);
        bits = Map.copyOf(bits);
    }

    /**
     * The version that governs an event on the day under cover that started on the day {@code start}, by its place; see
     * {@link org.huzhu.plan.Library#governing}.
     */
    public int governing(int start, int day) {
        int governing = NO_VERSION;
        for (int i = 0; i < versions.size(); i++) {
            VersionRules version = versions.get(i);
            boolean byStart = version.from() <= start;
            boolean byEvent = version.from() <= day && (version.followsEvent() || version.reachesInForce());
            if (version.followsEvent() ? byEvent : byStart || byEvent) {
                governing = i;
            }
        }
        return governing;
    }

    /** Whether an event in the gap before a renewal is covered under any version. */
    public boolean coversGaps() {
        return versions.stream()
                .map(VersionRules::waiting)
                .anyMatch(waiting -> waiting != null && waiting.gapCovered());
    }

    /**
     * Whether the clauses of both must answer for the same events under any facts: they differ at most in what clauses
     * give, and in what binds clauses together.
     */
    public boolean matchesAs(PlanRules other) {
        return word == other.word
                && isPinned == other.isPinned
                && versions.stream()
                        .map(Matched::of)
                        .toList()
                        .equals(other.versions.stream().map(Matched::of).toList());
    }

    /** The bit of the clause with the number; zero where no version has it. */
    public long bit(int clauseNumber) {
        return bits.getOrDefault(clauseNumber, 0L);
    }

    /** Whether any version has relations or caps. */
    public boolean isBound() {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).hasCaps() || !versions.get(i).relations().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
