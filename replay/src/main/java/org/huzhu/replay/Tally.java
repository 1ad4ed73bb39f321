package org.huzhu.replay;

import java.util.ArrayList;
import java.util.List;

/** What one worker counts: primitives only, so that an award makes no object. */
final class Tally {

    private final List<CrossTable> tables = new ArrayList<>();
    private final long[] payments = new long[2];
    private final long[] persons = new long[2];
    private final long[] fen = new long[2];
    private final int[] seen = new int[2];
    private final long[] stepPayments = new long[Ladder.PAYMENTS.steps()];
    private final long[] stepFen = new long[Ladder.PAYMENTS.steps()];
    private long terms;
    private long units;
    private long contributionFen;
    private long unpricedTerms;
    private long holders;

    Tally(List<List<Dimension>> groupings, Axes axes) {
        groupings.forEach(by -> tables.add(new CrossTable(by, axes)));
    }

    List<CrossTable> tables() {
        return tables;
    }

    /**
     * Counts an award, but not in the tables.
     *
     * @param member a number from 1 that no member before had
     */
    void add(int member, long amountFen, boolean isOfPlan) {
        add(0, member, amountFen);
        if (isOfPlan) {
            add(1, member, amountFen);
            int step = Ladder.PAYMENTS.step(amountFen);
            stepPayments[step]++;
            stepFen[step] += amountFen;
        }
    }

    private void add(int which, int member, long amountFen) {
        payments[which]++;
        fen[which] += amountFen;
        if (seen[which] != member) {
            seen[which] = member;
            persons[which]++;
        }
    }

    void addHolder() {
        holders++;
    }

    /** Counts an enrolment in the plan; {@code contribution} is {@link Prices#UNKNOWN} where nobody knows it. */
    void addTerm(int unitsOfCover, long contribution) {
        terms++;
        units += unitsOfCover;
        if (contribution == Prices.UNKNOWN) {
            unpricedTerms++;
        } else {
            contributionFen += contribution;
        }
    }

    /** Takes over what another worker counted. */
    void add(Tally other) {
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).add(other.tables.get(i));
        }
        for (int which = 0; which < fen.length; which++) {
            payments[which] += other.payments[which];
            persons[which] += other.persons[which];
            fen[which] += other.fen[which];
        }
        for (int step = 0; step < stepFen.length; step++) {
            stepPayments[step] += other.stepPayments[step];
            stepFen[step] += other.stepFen[step];
        }
        terms += other.terms;
        units += other.units;
        contributionFen += other.contributionFen;
        unpricedTerms += other.unpricedTerms;
        holders += other.holders;
    }

    /** Of all plans that are touched. */
    Figures all() {
        return new Figures(payments[0], persons[0], fen[0]);
    }

    /** Of the plan that is changed. */
    Figures ofPlan() {
        return new Figures(payments[1], persons[1], fen[1]);
    }

    Enrolments enrolments() {
        return new Enrolments(terms, units, contributionFen, unpricedTerms);
    }

    /** Members who hold a plan that is touched. */
    long holders() {
        return holders;
    }

    /** The payments of the plan in the step of {@link Ladder#PAYMENTS}; persons are not counted. */
    Figures step(int step) {
        return new Figures(stepPayments[step], 0, stepFen[step]);
    }
}
