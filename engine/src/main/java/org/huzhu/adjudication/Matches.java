package org.huzhu.adjudication;

import java.util.Arrays;
import java.util.List;
import org.huzhu.columns.FactColumns;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;

/**
 * Which events the clauses of one plan must answer for, for all members of a part: the half of judging that does not
 * ask what a clause gives. A plan that differs only in what its clauses give has the same; see
 * {@link PlanRules#matchesAs}. Once made, for any number of threads.
 */
public final class Matches {

    private static final int CLAUSE_BITS = 6;
    private static final int COVER_BITS = 10;
    private static final int UNITS_BITS = 8;

    private final int[] ends;
    private final int[] firstTerms;
    private int[] event = new int[1_024];
    private int[] day = new int[1_024];
    private int[] packed = new int[1_024];
    private int[] listed = new int[1_024];
    private int size;

    Matches(FactColumns facts) {
        ends = new int[facts.members()];
        firstTerms = new int[facts.members()];
    }

    /** Whether the member has any. */
    boolean hasAny(int member) {
        return ends[member] > from(member);
    }

    private int from(int member) {
        return member == 0 ? 0 : ends[member - 1];
    }

    int firstTerm(int member) {
        return firstTerms[member];
    }

    /** Keeps the claims of the member, who comes after the one before. */
    void keep(int member, int firstTerm, Claims claims) {
        firstTerms[member] = firstTerm;
        for (int claim = 0; claim < claims.size(); claim++) {
            if (size == event.length) {
                grow(size * 2);
            }
            event[size] = claims.event(claim);
            day[size] = claims.day(claim);
            listed[size] = claims.listed(claim);
            packed[size] = pack(claims, claim);
            size++;
        }
        ends[member] = size;
    }

    private static int pack(Claims claims, int claim) {
        int packed = fit(claims.clause(claim).ordinal(), CLAUSE_BITS);
        packed |= fit(claims.cover(claim), COVER_BITS) << CLAUSE_BITS;
        packed |= fit(claims.fullUnits(claim), UNITS_BITS) << (CLAUSE_BITS + COVER_BITS);
        return packed | fit(claims.reducedUnits(claim), UNITS_BITS) << (CLAUSE_BITS + COVER_BITS + UNITS_BITS);
    }

    private static int fit(int number, int bits) {
        if (number >>> bits != 0) {
            throw new ArithmeticException("A member has more clauses, covers or units than fit: " + number);
        }
        return number;
    }

    /** No more will be kept. */
    void finish() {
        grow(size);
    }

    private void grow(int rows) {
        event = Arrays.copyOf(event, rows);
        day = Arrays.copyOf(day, rows);
        packed = Arrays.copyOf(packed, rows);
        listed = Arrays.copyOf(listed, rows);
    }

    /** Fills the claims of the member, on the clauses by their ordinals. */
    void fill(int member, List<ClauseRules> clauses, Claims claims) {
        claims.clear();
        for (int at = from(member); at < ends[member]; at++) {
            int rest = packed[at];
            ClauseRules clause = clauses.get(rest & ((1 << CLAUSE_BITS) - 1));
            rest >>>= CLAUSE_BITS;
            int cover = rest & ((1 << COVER_BITS) - 1);
            rest >>>= COVER_BITS;
            int full = rest & ((1 << UNITS_BITS) - 1);
            claims.add(clause, cover, event[at], day[at], day[at], full, rest >>> UNITS_BITS, listed[at]);
        }
    }
}
