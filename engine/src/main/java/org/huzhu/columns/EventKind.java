package org.huzhu.columns;

/** What kind of event a row of the columns is; see {@link org.huzhu.facts.Event}. */
public enum EventKind {
    VISIT,
    STAY,
    DIAGNOSIS,
    ACCIDENT,
    DEATH,
    LOSS,
    MATURITY;

    private static final EventKind[] ALL = values();

    static EventKind at(int ordinal) {
        return ALL[ordinal];
    }

    /** The bit of this kind in a set of kinds. */
    public int bit() {
        return 1 << ordinal();
    }
}
