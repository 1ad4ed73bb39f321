package org.huzhu.portal.register;

import java.util.List;
import org.huzhu.members.Duplicates.Likeness;
import org.huzhu.members.MemberLine;

/**
 * Entries that are likely one person, and those that were joined, as a page shows them.
 *
 * @param mayMerge whether whoever looks may join them
 * @param trouble what was wrong with what he asked for; empty text where nothing was
 */
public record DuplicatesView(List<Pair> pairs, List<Merge> merges, boolean mayMerge, String trouble) {

    public DuplicatesView {
        pairs = List.copyOf(pairs);
        merges = List.copyOf(merges);
    }

    /** An entry, and what its unit is called. */
    public record Entry(MemberLine line, String unit) {}

    /** Two entries that are likely one person. */
    public record Pair(Entry one, Entry other, Likeness likeness) {}

    /** Two entries that were joined. */
    public record Merge(Entry kept, Entry given) {}
}
