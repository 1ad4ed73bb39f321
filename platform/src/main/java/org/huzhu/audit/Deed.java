package org.huzhu.audit;

import java.util.Optional;

/**
 * Something that was done, or that was refused.
 *
 * @param action the operation, such as {@code member.reveal}
 * @param kind the kind of object, such as {@code member}
 * @param object its id; never a name or a number of a person
 * @param outcome how it ended
 * @param reason what the actor gave as his reason, without personal data
 * @param before the digest of the object before, empty where there was none
 * @param after the digest of the object after, empty where there is none
 * @param path the organisation that the object belongs to; where it is not said, that of the actor
 */
public record Deed(
        String action,
        String kind,
        String object,
        Outcome outcome,
        Optional<String> reason,
        Optional<String> before,
        Optional<String> after,
        Optional<String> path) {

    /** A deed at the organisation of the actor. */
    public Deed(
            String action,
            String kind,
            String object,
            Outcome outcome,
            Optional<String> reason,
            Optional<String> before,
            Optional<String> after) {
        this(action, kind, object, outcome, reason, before, after, Optional.empty());
    }

    /** How a deed ended. Names are stored: never rename one. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    /** A deed that was done, of which no reason and no content matter. */
    public static Deed done(String action, String kind, String object) {
        return new Deed(action, kind, object, Outcome.DONE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A deed that was refused, and why. */
    public static Deed refused(String action, String kind, String object, String reason) {
        return new Deed(action, kind, object, Outcome.REFUSED, Optional.of(reason), Optional.empty(), Optional.empty());
    }

    /** The same, done for a reason. */
    public Deed because(String given) {
        return new Deed(action, kind, object, outcome, Optional.of(given), before, after, path);
    }

    /** The same, with the digests of the object before and after. */
    public Deed changing(Optional<String> from, Optional<String> to) {
        return new Deed(action, kind, object, outcome, reason, from, to, path);
    }

    /** The same, to an object of the organisation with the path. */
    public Deed at(String organisation) {
        return new Deed(action, kind, object, outcome, reason, before, after, Optional.of(organisation));
    }
}
