package org.huzhu.columns;

/**
 * What all events of one kind say of themselves, a row for each, sorted by member and rank. The arrays may be longer
 * than there are rows.
 */
public final class EventRows {

    final int rows;
    final int[] member;
    final int[] rank;
    final int[] person;
    final int[] circumstances;
    final int[] day;

    /**
     * Rows over these arrays, which are read when a {@link FactAssembly} takes them and not kept.
     *
     * @param member the member, from 0 within the part
     * @param rank the place among all events of the member, from 0
     * @param person as in {@link FactColumns#person(int)}
     * @param circumstances a set of {@link FactColumns#bit}
     * @param day as in {@link FactColumns#day}
     */
    public EventRows(int rows, int[] member, int[] rank, int[] person, int[] circumstances, int[] day) {
        this.rows = rows;
        this.member = member;
        this.rank = rank;
        this.person = person;
        this.circumstances = circumstances;
        this.day = day;
    }
}
