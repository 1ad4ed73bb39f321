package org.huzhu.replay;

import java.util.List;
import org.huzhu.columns.Part;

/** What one library gives: all that was counted, and what each member has in the years that are looked at. */
final class Outcome {

    private final long[][] sums;
    private final Tally tally;

    /** An outcome in which nothing was counted. */
    Outcome(List<Part> parts, Tally tally) {
        this.tally = tally;
        sums = parts.stream().map(part -> new long[part.members().size()]).toArray(long[][]::new);
    }

    /** What each member of the part is given by all plans that are touched, in fen. */
    long[] sums(int part) {
        return sums[part];
    }

    Tally tally() {
        return tally;
    }
}
