package org.huzhu.columns;

/** Puts the coverage periods of a member into order, and those that are one together. */
final class TermOrder {

    private final Terms terms;
    private final Words words;

    TermOrder(Terms terms, Words words) {
        this.terms = terms;
        this.words = words;
    }

    /** Orders the terms from the given one to the last. */
    void put(int from) {
        sort(from, false);
        int kept = from;
        for (int term = from + 1; term < terms.plan.size(); term++) {
            if (isSame(kept, term)) {
                add(kept, term);
            } else if (++kept != term) {
                copy(term, kept);
            }
        }
        cutTo(Math.min(terms.plan.size(), kept + 1));
        sort(from, true);
    }

    private void sort(int from, boolean byUnits) {
        for (int next = from + 1; next < terms.plan.size(); next++) {
            for (int at = next; at > from && compare(at, at - 1, byUnits) < 0; at--) {
                swap(at, at - 1);
            }
        }
    }

    private int compare(int one, int other, boolean byUnits) {
        int by = Integer.compare(terms.plan.get(one), terms.plan.get(other));
        by = by != 0 ? by : Integer.compare(terms.from.get(one), terms.from.get(other));
        by = by != 0 ? by : Integer.compare(terms.until.get(one), terms.until.get(other));
        by = by != 0 || !byUnits ? by : Integer.compare(terms.units.get(one), terms.units.get(other));
        by = by != 0 ? by : compareWords(terms.tier.get(one), terms.tier.get(other));
        return by != 0 ? by : compareWords(terms.office.get(one), terms.office.get(other));
    }

    private int compareWords(int one, int other) {
        return one == other ? 0 : words.word(one).compareTo(words.word(other));
    }

    private boolean isSame(int one, int other) {
        return terms.plan.get(one) == terms.plan.get(other)
                && terms.from.get(one) == terms.from.get(other)
                && terms.until.get(one) == terms.until.get(other)
                && terms.tier.get(one) == terms.tier.get(other)
                && terms.office.get(one) == terms.office.get(other);
    }

    private void add(int to, int term) {
        terms.units.set(to, Math.addExact(terms.units.get(to), terms.units.get(term)));
        long paid = terms.contribution.get(to);
        long more = terms.contribution.get(term);
        if (more != Terms.UNKNOWN) {
            terms.contribution.set(to, paid == Terms.UNKNOWN ? more : Math.addExact(paid, more));
        }
    }

    private void swap(int one, int other) {
        for (Ints column : columns()) {
            int kept = column.get(one);
            column.set(one, column.get(other));
            column.set(other, kept);
        }
        long kept = terms.contribution.get(one);
        terms.contribution.set(one, terms.contribution.get(other));
        terms.contribution.set(other, kept);
    }

    private void copy(int from, int to) {
        for (Ints column : columns()) {
            column.set(to, column.get(from));
        }
        terms.contribution.set(to, terms.contribution.get(from));
    }

    private void cutTo(int rows) {
        for (Ints column : columns()) {
            column.cutTo(rows);
        }
        terms.contribution.cutTo(rows);
    }

    private Ints[] columns() {
        return new Ints[] {terms.plan, terms.office, terms.from, terms.until, terms.units, terms.tier};
    }
}
