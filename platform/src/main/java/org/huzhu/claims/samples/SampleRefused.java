package org.huzhu.claims.samples;

/** Something that cannot be done with a sample or a finding, and why. */
public final class SampleRefused extends RuntimeException {

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        ABSENT,
        /** The days end before they begin, or are not over yet. */
        DAYS,
        /** A sample has 1 to 500 claims that are drawn by chance, and a limit above zero. */
        SIZE,
        /** Nothing was approved on these days. */
        NOTHING_THERE,
        /** Two to five hundred signs say what was found, or done. */
        WORDS_MISSING,
        /** A day before today. */
        DAY_PAST,
        /** Only tiers that decide mend what was found. */
        OWNER,
        /** Nobody closes what he has mended. */
        BY_THE_SAME,
        /** Somebody has done it meanwhile. */
        LOOK_AGAIN
    }

    private final Reason reason;

    SampleRefused(Reason reason) {
        super("A sample was refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new SampleRefused(reason);
        }
    }
}
