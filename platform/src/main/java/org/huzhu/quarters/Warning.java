package org.huzhu.quarters;

import java.util.List;

/**
 * Something about a trial that stands out.
 *
 * @param words what the sentence of the kind leaves open
 * @param seen whether somebody has seen it
 */
public record Warning(Kind kind, List<String> words, boolean seen) {

    /** What stands out. Names are stored: never rename one. */
    public enum Kind {
        /** An average beyond what quarters have been: 100 to 150 yuan. */
        AVERAGE,
        /** The sum differs by more than a fifth from that of the quarter before. */
        SUM_CHANGED,
        /** An agency differs by more than half. */
        AGENCY_CHANGED,
        /** More than one row in a hundred was rejected. */
        REJECTED,
        /** Persons were paid too much so far. */
        CARRIED,
        /** Persons have no name or no card in the register that a bank would take. */
        UNPAYABLE,
        /** An earlier quarter of the year was not settled here. */
        GAP
    }

    public Warning {
        words = List.copyOf(words);
    }
}
