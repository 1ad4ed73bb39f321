package org.huzhu.enrolment.export;

import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * Where the people of a batch are listed (参保名册), numbers masked.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and
 * {@link org.huzhu.enrolment.EnrolmentRefused} if there is no such thing within reach.
 */
public interface RosterDesk {

    /**
     * The first covers of a batch, in the order of its roster; void ones are left out.
     *
     * @param max how many at most
     */
    List<Listed> first(Caller caller, UUID batch, int max);

    /** One cover. */
    Listed one(Caller caller, UUID cover);

    /** Writes all covers of a batch, however many, and closes the stream. That it was done is recorded. */
    void write(Caller caller, UUID batch, Form form, OutputStream out);

    /** What a roster is written as. */
    enum Form {
        /** .xlsx; where one sheet is full, the rows go on in the next. */
        WORKBOOK,
        /** .csv, in UTF-8 with its mark. */
        TEXT
    }
}
