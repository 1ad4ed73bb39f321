package org.huzhu.quarters;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * How a quarter of a plan is dealt with at an office.
 *
 * @param path of the office
 * @param trial the number of the last trial; 0 where there was none
 * @param proposedBy the id of the account that found it right
 * @param confirmedBy the id of the account that confirmed it
 * @param confirmedOn the day on which it was confirmed, on which all of it is posted
 */
public record Run(
        UUID id,
        String path,
        Quarter quarter,
        State state,
        int trial,
        Optional<String> proposedBy,
        Optional<String> confirmedBy,
        Optional<LocalDate> confirmedOn) {

    /** How far it has come. Names are stored: never rename one. */
    public enum State {
        /** Files are brought. */
        OPEN,
        /** All files are there. */
        STAGED,
        /** A trial says what it comes to. */
        TRIED,
        /** Somebody has compared it with earlier quarters and found it right. */
        COMPARED,
        /** Another has confirmed it: its figures stand, and are owed. */
        CONFIRMED,
        /** All of it has reached its cards. */
        PAID,
        /** Nothing is left to be done. */
        CLOSED;

        /** Whether its figures stand for good. */
        public boolean isSettled() {
            return compareTo(CONFIRMED) >= 0;
        }
    }
}
