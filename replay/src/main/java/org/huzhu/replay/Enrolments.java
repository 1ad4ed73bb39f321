package org.huzhu.replay;

import java.io.Serializable;

/**
 * Coverage periods of the plan that start in the years that are looked at, and what was taken for them.
 *
 * @param terms coverage periods (参保人次)
 * @param units units of cover (份), over all of them
 * @param contributionFen contributions (会费) that the facts state, or else that the plan asks
 * @param unpricedTerms those of which neither knows a contribution; they count as none
 */
public record Enrolments(long terms, long units, long contributionFen, long unpricedTerms) implements Serializable {

    public static final Enrolments NONE = new Enrolments(0, 0, 0, 0);

    public Enrolments plus(Enrolments other) {
        return new Enrolments(
                terms + other.terms,
                units + other.units,
                Math.addExact(contributionFen, other.contributionFen),
                unpricedTerms + other.unpricedTerms);
    }
}
