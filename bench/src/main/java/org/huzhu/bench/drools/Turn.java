package org.huzhu.bench.drools;

import java.util.Set;

/** A claim for a sum by disease, which waits for those before it. */
public final class Turn {

    private final Draft draft;
    private final int listed;
    private final Terms terms;
    private boolean isWaiting = true;
    private boolean isPaid;

    /**
     * What holds between claims.
     *
     * @param same the classes that are the same disease
     * @param ended the clauses that a payment of this one ends
     * @param times how often it is paid in a coverage period
     */
    public record Terms(Set<Integer> same, Set<Integer> ended, int times, boolean once) {}

    public Turn(Draft draft, int listed, Terms terms) {
        this.draft = draft;
        this.listed = listed;
        this.terms = terms;
    }

    public Draft getDraft() {
        return draft;
    }

    public int getPlan() {
        return draft.getPlan();
    }

    public int getCover() {
        return draft.getCover();
    }

    public int getEvent() {
        return draft.getEvent();
    }

    public int getNumber() {
        return draft.getNumber();
    }

    public int getTimes() {
        return terms.times();
    }

    public boolean isWaiting() {
        return isWaiting;
    }

    public boolean isPaid() {
        return isPaid;
    }

    public boolean isBefore(Turn other) {
        return draft.isBefore(other.draft);
    }

    /** Whether this one, which was paid, bars the other. */
    public boolean bars(Turn other) {
        if (getEvent() == other.getEvent()) {
            return false;
        }
        boolean ends = getCover() == other.getCover()
                && draft.getDay() <= other.draft.getDay()
                && terms.ended().contains(other.getNumber());
        return ends || (other.terms.once() && other.terms.same().contains(listed));
    }

    public void pay() {
        isPaid = true;
        isWaiting = false;
    }

    public void refuse() {
        isWaiting = false;
    }
}
