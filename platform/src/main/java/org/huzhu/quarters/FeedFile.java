package org.huzhu.quarters;

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
        REGISTER
    }

    /** What whoever sends a file says of it, to be held against what came; empty where he says nothing. */
    public record Manifest(java.util.Optional<String> sha256, java.util.OptionalLong rows) {

        public static final Manifest NONE = new Manifest(java.util.Optional.empty(), java.util.OptionalLong.empty());
    }
}
