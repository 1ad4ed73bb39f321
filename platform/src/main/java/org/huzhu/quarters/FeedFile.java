package org.huzhu.quarters;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A file that was brought for a quarter.
 *
 * @param place from 1 on among those of its kind, in the order in which they came
 * @param rows how many lines it has after the header
 * @param sha256 of what is settled of it, in hexadecimal
 */
public record FeedFile(UUID id, Kind kind, int place, long rows, long bytes, String sha256) {

    /** What is in it. Names are stored: never rename one. */
    public enum Kind {
        /** Bills that the insurance office has settled. */
        FEED,
        /** Who held which card when: that of the last one brought decides. */
        REGISTER,
        /** Who was designated when: laid by ourselves when a trial is asked for, never brought. */
        DESIGNATED,
        /** What was filed for a year, and accepted: laid the same way. */
        FILED;

        /** Whether somebody brings it. */
        public boolean isBrought() {
            return this == FEED || this == REGISTER;
        }

        /** Whether a trial can be made with files of these kinds. */
        static boolean suffice(Collection<Kind> kinds) {
            return kinds.contains(DESIGNATED)
                    || kinds.contains(FILED)
                    || (kinds.contains(FEED) && kinds.contains(REGISTER));
        }
    }

    /**
     * What whoever sends a file says of it.
     *
     * @param sha256 of what he sent, to be held against what came; empty where he says none
     * @param rows how many, the same
     * @param form in which a feed is written, by its name; empty for our own
     */
    public record Manifest(Optional<String> sha256, OptionalLong rows, Optional<String> form) {

        public static final Manifest NONE = new Manifest(Optional.empty(), OptionalLong.empty(), Optional.empty());
    }
}
