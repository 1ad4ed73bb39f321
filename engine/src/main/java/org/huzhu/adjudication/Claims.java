package org.huzhu.adjudication;

import java.util.Arrays;
import org.huzhu.rules.ClauseRules;

/**
 * The events that clauses of a plan must answer for: each is covered, not excluded, and waited long enough for at least
 * one unit.
 */
final class Claims {

    private int size;
    private long clauses;
    private ClauseRules[] clause = new ClauseRules[8];
    private int[] cover = new int[8];
    private int[] event = new int[8];
    private int[] day = new int[8];
    private int[] eventDay = new int[8];
    private int[] full = new int[8];
    private int[] reduced = new int[8];
    private int[] listed = new int[8];
    private boolean[] answered = new boolean[8];

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        clauses = 0;
    }

    /** Whether any claim was found on the clause; one that was dropped since counts too. */
    boolean hasAnyOn(ClauseRules of) {
        return (clauses >>> of.ordinal() & 1) != 0;
    }

    ClauseRules clause(int claim) {
        return clause[claim];
    }

    int cover(int claim) {
        return cover[claim];
    }

    int event(int claim) {
        return event[claim];
    }

    /** The day by which the cover holds the event. */
    int day(int claim) {
        return day[claim];
    }

    /** The day of the event that counts, up to which units wait. */
    int eventDay(int claim) {
        return eventDay[claim];
    }

    /** Units of cover that give all. */
    int fullUnits(int claim) {
        return full[claim];
    }

    /** Units of cover in the reduced zone, where the clause knows a reduced amount. */
    int reducedUnits(int claim) {
        return reduced[claim];
    }

    /** The class of the list, for sums by disease. */
    int listed(int claim) {
        return listed[claim];
    }

    void add(ClauseRules of, int by, int what, int on, int onEvent, int fullUnits, int reducedUnits, int listedAs) {
        if (size == clause.length) {
            grow(size * 2);
        }
        clauses |= 1L << of.ordinal();
        clause[size] = of;
        cover[size] = by;
        event[size] = what;
        day[size] = on;
        eventDay[size] = onEvent;
        full[size] = fullUnits;
        reduced[size] = reducedUnits;
        listed[size] = listedAs;
        size++;
    }

    private void grow(int rows) {
        clause = Arrays.copyOf(clause, rows);
        cover = Arrays.copyOf(cover, rows);
        event = Arrays.copyOf(event, rows);
        day = Arrays.copyOf(day, rows);
        eventDay = Arrays.copyOf(eventDay, rows);
        full = Arrays.copyOf(full, rows);
        reduced = Arrays.copyOf(reduced, rows);
        listed = Arrays.copyOf(listed, rows);
    }

    /** Drops, of the claims from the given one on, which are of one event, those that would pay for the same twice. */
    void dropAnswered(Covers covers, int from) {
        if (answered.length < size) {
            answered = new boolean[clause.length];
        }
        for (int claim = from; claim < size; claim++) {
            answered[claim] = isAnswered(covers, from, claim);
        }
        int kept = from;
        for (int claim = from; claim < size; claim++) {
            if (!answered[claim]) {
                copy(claim, kept++);
            }
        }
        size = kept;
    }

    private boolean isAnswered(Covers covers, int from, int claim) {
        for (int other = from; other < size; other++) {
            if (answersBefore(covers, other, claim)) {
                return true;
            }
        }
        return false;
    }

    private void copy(int from, int to) {
        clause[to] = clause[from];
        cover[to] = cover[from];
        event[to] = event[from];
        day[to] = day[from];
        eventDay[to] = eventDay[from];
        full[to] = full[from];
        reduced[to] = reduced[from];
        listed[to] = listed[from];
    }

    /**
     * Whether the other claim leaves this one nothing to answer for: an earlier version has answered by its own day, or
     * an earlier coverage period pays what does not grow by units of cover.
     */
    private boolean answersBefore(Covers covers, int other, int claim) {
        ClauseRules its = clause[other];
        if (clause[claim].version() == its.version()) {
            return !its.growsByUnits() && clause[claim].isOne(its) && isEarlier(other, claim);
        }
        if (!its.isSameKind(clause[claim])) {
            return false;
        }
        if (!its.growsByUnits()) {
            return isEarlier(other, claim);
        }
        boolean stoodBeside = cover[claim] != cover[other] && covers.contains(cover[claim], day[other]);
        return !stoodBeside && !its.paysDaysInTerm() && day[other] < day[claim];
    }

    private boolean isEarlier(int one, int other) {
        return day[one] < day[other] || (day[one] == day[other] && cover[one] < cover[other]);
    }
}
