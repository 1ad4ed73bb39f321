package org.huzhu.quarters.feeders;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * Where an officer gives programs access keys and takes them away, and where a key is shown.
 *
 * <p>Each method for officers throws {@link org.huzhu.access.Refused} if the caller may not, and {@link FeederRefused}
 * if it cannot be.
 */
public interface Feeders {

    /** For how many days a key is taken at most. */
    int DAYS_MAX = 366;

    /** How often a key may be shown within a minute. */
    int A_MINUTE_MAX = 60;

    /** All within reach, the latest first. */
    List<Feeder> all(Caller caller);

    /**
     * Makes a key for a program of the caller's office. The key is told this once: only its digest is kept.
     *
     * @param until the first day on which it is taken no longer
     */
    Made make(Caller caller, String name, LocalDate until);

    /** Takes the key away for good. */
    void end(Caller caller, UUID feeder);

    /**
     * Whose key it is: a caller who may bring files for the office's quarters, and nothing else.
     *
     * @throws FeederRefused if it is nobody's, was ended, or comes too often
     */
    Caller enter(String key);

    /** Records that what a program asked for was refused, and why. */
    void refused(Caller feeder, String why);

    /** A key that was made. */
    record Made(Feeder feeder, String key) {

        @Override
        public String toString() {
            return "Made " + feeder.id();
        }
    }
}
