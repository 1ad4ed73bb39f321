package org.huzhu.quarters;

import java.util.Optional;

/** Something that cannot be done with a quarter, and why. */
public final class QuarterRefused extends RuntimeException {

    /** Why. The sentences that people read are the pages'. */
    public enum Reason {
        ABSENT,
        /** No plan of the name has a yearly share over what the members pay themselves for the whole year. */
        NO_SUCH_PLAN,
        /** The plan, year and quarter have a run already. */
        OPEN_ALREADY,
        /** The quarter is not over. */
        NOT_OVER,
        /** Quarters of a year are confirmed one after the other. */
        EARLIER_FIRST,
        /** It is not at the step at which this can be done. */
        OTHER_STATE,
        /** The first line does not name the columns that are expected. */
        COLUMNS,
        /** What came is not what its sender says that he sent. */
        NOT_AS_SAID,
        /** A feed and a register are needed. */
        FILES_MISSING,
        /** Another trial was made since. */
        LOOK_AGAIN,
        /** Something that stands out was not looked at. */
        WARNINGS,
        /** Somebody who was drawn is not looked at yet, or was found not to be entitled since the trial. */
        CHECKS,
        /** Nobody confirms what he himself proposed. */
        BY_THE_SAME,
        /** The file came as a whole before; nothing was changed. */
        KNOWN_FILE,
        /** The plan is settled by the files of another, which are not brought twice. */
        DRAWS,
        /** The quarter whose files it is settled by is not confirmed. */
        BASE_FIRST,
        /** Nobody is designated, or has filed. */
        NOBODY,
        /** What lies above the ceiling was begun: quarters of the year come before it. */
        YEAR_BEGUN
    }

    /**
     * What was found where something else was expected; nothing of what stands in a file.
     *
     * @param thing such as {@code rows}
     * @param value such as the count of them
     */
    public record Found(String thing, String value) {}

    private final Reason reason;
    private final transient Optional<Found> found;
    private final transient Optional<String> file;

    QuarterRefused(Reason reason) {
        this(reason, Optional.empty());
    }

    private QuarterRefused(Reason reason, Optional<Found> found) {
        super("A quarter was refused: " + reason);
        this.reason = reason;
        this.found = found;
        this.file = Optional.empty();
    }

    /** The same, of one of several files. */
    QuarterRefused(QuarterRefused refused, String file) {
        super("A quarter was refused: " + refused.reason, refused);
        this.reason = refused.reason;
        this.found = refused.found;
        this.file = Optional.of(file);
    }

    QuarterRefused(Reason reason, Throwable cause) {
        super("A quarter was refused: " + reason, cause);
        this.reason = reason;
        this.found = Optional.empty();
        this.file = Optional.empty();
    }

    public Reason reason() {
        return reason;
    }

    /** What came instead of what was wanted, where that can be said in a word. */
    public Optional<Found> found() {
        return found;
    }

    /** Of several files that came together the one that it is about; empty where it is about all, or there was one. */
    public Optional<String> file() {
        return file;
    }

    static void require(boolean holds, Reason reason, Found otherwise) {
        if (!holds) {
            throw new QuarterRefused(reason, Optional.of(otherwise));
        }
    }

    static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new QuarterRefused(reason);
        }
    }
}
