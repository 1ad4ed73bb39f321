package org.huzhu.adjudication;

import java.util.Arrays;
import java.util.List;
import org.huzhu.columns.Words;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;

/**
 * The events that clauses of a plan must answer for: each is covered, not excluded, and waited long enough for at least
 * one unit. Those of one member are found here, or looked at where {@link Matches} keeps them.
 */
final class Claims {

    private final Columns own = new Columns();
    private Columns columns = own;
    private int first;
    private int size;
    private long asked;
    private List<ClauseRules> clauses = List.of();
    private int[] eventDay = new int[8];
    private boolean[] answered = new boolean[8];

    /** Claims on the clauses of one plan, a row for each. */
    static final class Columns {

        private static final int CLAUSE_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(PlanRules.CLAUSES_MAX - 1);
        private static final int COVER_BITS = Integer.SIZE - CLAUSE_BITS;

        private int size;
        private int[] event = new int[8];
        private int[] day = new int[8];
        private int[] clauseAndCover = new int[8];
        private int[] full = new int[8];
        /** Fen for a clause that shares costs; for a sum by disease the class of the list, and the reduced units. */
        private long[] about = new long[8];

        int size() {
            return size;
        }

        private int clause(int row) {
            return clauseAndCover[row] >>> COVER_BITS;
        }

        private int cover(int row) {
            return clauseAndCover[row] & ((1 << COVER_BITS) - 1);
        }

        /** Adds the rows of the other. */
        void addAll(Columns other) {
            int end = size + other.size;
            if (end > event.length) {
                resize(Math.max(end, size * 2));
            }
            for (int row = 0; row < other.size; row++) {
                copy(other, row, size + row);
            }
            size = end;
        }

        private void copy(Columns other, int from, int to) {
            event[to] = other.event[from];
            day[to] = other.day[from];
            clauseAndCover[to] = other.clauseAndCover[from];
            full[to] = other.full[from];
            about[to] = other.about[from];
        }

        /** Gives back the room that was kept for growing. */
        void trim() {
            resize(size);
        }

        private void resize(int rows) {
            event = Arrays.copyOf(event, rows);
            day = Arrays.copyOf(day, rows);
            clauseAndCover = Arrays.copyOf(clauseAndCover, rows);
            full = Arrays.copyOf(full, rows);
            about = Arrays.copyOf(about, rows);
        }
    }

    /** No claims, on the clauses of a plan by their ordinals. */
    void clear(List<ClauseRules> of) {
        clauses = of;
        columns = own;
        own.size = 0;
        first = 0;
        size = 0;
        asked = 0;
    }

    /** Claims of a member that were kept: the rows {@code from} to {@code to}. */
    void look(Columns kept, int from, int to, List<ClauseRules> of) {
        clauses = of;
        columns = kept;
        first = from;
        size = to - from;
        asked = 0;
        for (int row = from; row < to; row++) {
            asked |= 1L << kept.clause(row);
        }
    }

    /** All that were found for the member. */
    Columns found() {
        return own;
    }

    int size() {
        return size;
    }

    /** Whether any claim may have been found on the clause; false only where none was. */
    boolean hasAnyOn(ClauseRules clause) {
        return (asked >>> clause.ordinal() & 1) != 0;
    }

    ClauseRules clause(int claim) {
        return clauses.get(columns.clause(first + claim));
    }

    boolean isOn(int claim, ClauseRules clause) {
        return columns.clause(first + claim) == clause.ordinal();
    }

    int cover(int claim) {
        return columns.cover(first + claim);
    }

    int event(int claim) {
        return columns.event[first + claim];
    }

    /** The day by which the cover holds the event. */
    int day(int claim) {
        return columns.day[first + claim];
    }

    /** The day of the event that counts, up to which units wait; known while the claims of the member are found. */
    int eventDay(int claim) {
        return eventDay[claim];
    }

    /** Units of cover that give all. */
    int fullUnits(int claim) {
        return columns.full[first + claim];
    }

    /** Units of cover in the reduced zone, where the clause knows a reduced amount. */
    int reducedUnits(int claim) {
        return clause(claim).isByDisease() ? (int) columns.about[first + claim] : 0;
    }

    /** The class of the list for a sum by disease, {@link Words#NONE} for all else. */
    int listed(int claim) {
        return clause(claim).isByDisease() ? (int) (columns.about[first + claim] >> Integer.SIZE) : Words.NONE;
    }

    /** The cost of which the clause gives a share, in fen. */
    long costFen(int claim) {
        return columns.about[first + claim];
    }

    /** Adds a claim on a clause that gives a share of the cost, or for which neither cost nor disease matters. */
    void add(ClauseRules of, int by, int what, int on, int onEvent, int units, long costFen) {
        Columns to = own;
        if (size == to.event.length) {
            to.resize(size * 2);
        }
        if (size >= eventDay.length) {
            eventDay = Arrays.copyOf(eventDay, to.event.length);
        }
        asked |= 1L << of.ordinal();
        to.event[size] = what;
        to.day[size] = on;
        to.clauseAndCover[size] = of.ordinal() << Columns.COVER_BITS | by;
        to.full[size] = units;
        to.about[size] = costFen;
        eventDay[size] = onEvent;
        to.size = ++size;
    }

    /** Adds a claim on a sum by disease. */
    void add(ClauseRules of, int by, int what, int on, int onEvent, int fullUnits, int reducedUnits, int listedAs) {
        add(of, by, what, on, onEvent, fullUnits, (long) listedAs << Integer.SIZE | reducedUnits);
    }

    /** Drops, of the claims from the given one on, which are of one event, those that would pay for the same twice. */
    void dropAnswered(Covers covers, int from) {
        if (answered.length < size) {
            answered = new boolean[size * 2];
        }
        for (int claim = from; claim < size; claim++) {
            answered[claim] = isAnswered(covers, from, claim);
        }
        int kept = from;
        for (int claim = from; claim < size; claim++) {
            if (!answered[claim]) {
                own.copy(own, claim, kept);
                eventDay[kept++] = eventDay[claim];
            }
        }
        size = kept;
        own.size = kept;
    }

    private boolean isAnswered(Covers covers, int from, int claim) {
        for (int other = from; other < size; other++) {
            if (answersBefore(covers, other, claim)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the other claim leaves this one nothing to answer for: an earlier version has answered by its own day, or
     * an earlier coverage period pays what does not grow by units of cover.
     */
    private boolean answersBefore(Covers covers, int other, int claim) {
        ClauseRules its = clause(other);
        if (clause(claim).version() == its.version()) {
            return !its.growsByUnits() && isOn(claim, its) && isEarlier(other, claim);
        }
        if (!its.isSameKind(clause(claim))) {
            return false;
        }
        if (!its.growsByUnits()) {
            return isEarlier(other, claim);
        }
        boolean stoodBeside = cover(claim) != cover(other) && covers.contains(cover(claim), day(other));
        return !stoodBeside && !its.paysDaysInTerm() && day(other) < day(claim);
    }

    private boolean isEarlier(int one, int other) {
        return day(one) < day(other) || (day(one) == day(other) && cover(one) < cover(other));
    }
}
