package org.huzhu.members;

import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * Finds and joins several entries of one person. Merging moves nothing: the entry that is given up points to the one
 * that stays, which is why it can be undone whole.
 */
public interface Duplicates {

    /** Other entries within reach with the same paper, or the same name and birth date. */
    List<MemberLine> of(Caller caller, UUID member);

    /** Pairs within reach that are likely one person, those with the same paper first. */
    List<Pair> find(Caller caller, int max);

    /**
     * Joins two entries.
     *
     * @param kept the entry that stays
     * @param given the entry that is given up; must be alike, and neither may have been merged into another
     */
    void merge(Caller caller, UUID kept, UUID given, String reason);

    /** Takes a merge back: the entry that was given up stands by itself again. */
    void undo(Caller caller, UUID given, String reason);

    /** Entries within reach that were given up for another, the newest entries first. */
    List<Merge> merged(Caller caller, int max);

    /** Two entries of which one was given up. */
    record Merge(MemberLine kept, MemberLine given) {}

    /** Two entries that are alike. */
    record Pair(MemberLine one, MemberLine other, Likeness likeness) {}

    /** What two entries have in common. */
    enum Likeness {
        PAPER,
        NAME_AND_BIRTH
    }
}
