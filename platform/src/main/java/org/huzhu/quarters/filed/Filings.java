package org.huzhu.quarters.filed;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * Where unions file for members whose costs of a year passed the ceiling of the insurance, and where agency and office
 * hold it against the papers.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not.
 */
public interface Filings {

    /** Those within reach of the year, the latest first. */
    List<Filing> all(Caller caller, int year, int max);

    /**
     * Enters what a list says: all of it, or nothing where a line is wrong. What is entered for somebody again with
     * other figures goes its way again; until it is accepted, the former figures stand.
     */
    Taken enter(Caller caller, String plan, int year, InputStream list);

    /**
     * Lets it pass to the office, or accepts it there: by another than who entered it, and than who let it pass.
     *
     * @return whether it waited for him, in that version
     */
    boolean pass(Caller caller, UUID filing, int version);

    /**
     * Returns it to whoever files.
     *
     * @return whether it waited for him, in that version
     */
    boolean giveBack(Caller caller, UUID filing, int version, String why);

    /**
     * What came of a list.
     *
     * @param entered how many are new, or have other figures
     * @param same how many said what was there
     * @param wrong what is wrong with lines; nothing was entered then
     */
    record Taken(int entered, int same, List<Wrong> wrong) {

        public Taken {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * A line that cannot be entered.
     *
     * @param line from 1 on, that of the header
     */
    record Wrong(long line, Reason reason) {

        /** Why. */
        public enum Reason {
            /** The first line does not name the columns, or nothing follows. */
            COLUMNS,
            /** The identity number is none, or stands there twice. */
            NUMBER,
            /** A sum is none, or others paid more than there is. */
            SUMS,
            /** He is no member within reach. */
            NOT_MEMBER,
            /** The plan gives nothing for it in that year, or the year is not over. */
            YEAR,
            /** Another union has entered him, whom it reaches. */
            ELSEWHERE,
            /** It is no table, or not text, or too long. */
            NO_TABLE
        }
    }
}
