package org.huzhu.quarters.designated;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.quarters.designated.Designation.Kind;

/**
 * The register of who is designated (困难职工、劳模名册), by which the schemes for them are settled.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not.
 */
public interface Designations {

    /** The latest first. */
    List<Designation> all(Caller caller, Kind kind, int max);

    /** How many are designated on a day. */
    int count(Caller caller, Kind kind, LocalDate day);

    /**
     * Takes a list: all of it, or nothing where a line is wrong. Who is there from the same day on is not there twice;
     * the end that the list says stands then.
     */
    Taken bring(Caller caller, Kind kind, InputStream list);

    /** The day is the last one; whether there was such an entry, which began before. */
    boolean end(Caller caller, UUID id, LocalDate lastDay);

    /**
     * What came of a list.
     *
     * @param fresh how many are new
     * @param changed how many have another end than before
     * @param wrong what is wrong with lines; nothing was taken then
     */
    record Taken(int fresh, int changed, List<Wrong> wrong) {

        public Taken {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * A line that cannot be taken.
     *
     * @param line from 1 on, that of the header
     */
    record Wrong(long line, Reason reason) {

        /** Why. */
        public enum Reason {
            /** The first line does not name the columns. */
            COLUMNS,
            NAME,
            NUMBER,
            /** A day is none, or the last one lies before the first. */
            DAYS,
            /** The paper is named with too many words. */
            SOURCE,
            /** It is no table, or not text. */
            NO_TABLE,
            /** More lines than one list may have. */
            TOO_MANY
        }
    }
}
