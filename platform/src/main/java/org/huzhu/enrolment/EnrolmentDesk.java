package org.huzhu.enrolment;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.roster.Column;

/**
 * Where rosters are brought, looked at, confirmed, reviewed and taken back.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link EnrolmentRefused} if it
 * cannot be.
 */
public interface EnrolmentDesk {

    /** What the unit can be enrolled in today, with the first days on which cover can start. */
    List<Choice> choices(Caller caller, UUID unit);

    /**
     * Takes a roster in. It is kept, sealed, before this returns; then it is read, which goes on by itself, and again
     * after a crash: {@link #look} says how far it is. Nobody is enrolled yet.
     *
     * @param name what the user calls the file
     * @return the batch
     */
    UUID bring(Caller caller, Order order, String name, InputStream file);

    /**
     * Begins the next term of those whose cover by the plans ends, as the register knows them: who has left, retired or
     * died is left out, who came to the unit since is added. {@link #look} shows the differences; a file with other
     * changes can be brought by {@link #correct}. Nobody is enrolled yet.
     *
     * @return the batch
     */
    UUID renew(Caller caller, Order order);

    /**
     * Puts members of the unit forward, without a file; those of other units are passed over. Nobody is enrolled yet.
     *
     * @return the batch, which can be looked at
     */
    UUID propose(Caller caller, Order order, List<UUID> members);

    /** Takes one who would take part out of a batch that was looked at, by where his row stands. */
    void leaveOut(Caller caller, UUID batch, int part, int row);

    /**
     * Takes in the corrected rows of a batch: they replace all rows that are wrong. Whom a row says that he leaves is
     * enrolled no longer. Where people renew, a row replaces what the register says of him. Where the batch was given
     * back, the file is the whole roster.
     */
    void correct(Caller caller, UUID batch, String name, InputStream file);

    /** Says what the headers of the unit's own roster mean, for now and later, and reads the file again. */
    void map(Caller caller, UUID batch, Map<String, Column> columns);

    /** The headers of the last file of the batch, from the left; empty where it has none. */
    List<String> headers(Caller caller, UUID batch);

    Look look(Caller caller, UUID batch);

    /** Waits until the last file of the batch is read, then looks: for whoever does not watch a page. */
    Look await(Caller caller, UUID batch);

    /**
     * Rows of the kind, in the order of the roster.
     *
     * @param after how many to pass over
     * @param max how many at most
     */
    List<Look.Row> rows(Caller caller, UUID batch, Look.Kind kind, int after, int max);

    /**
     * Writes the rows of the last file that are wrong as the user's own workbook, with what is wrong and what to do.
     *
     * @throws EnrolmentRefused if no file was brought
     */
    void writeErrors(Caller caller, UUID batch, OutputStream out);

    /**
     * Enrols all people of the batch who can be, or nobody. Where it goes through the tiers above, it is the turn of
     * the next one then; else it is agreed.
     *
     * @throws EnrolmentRefused if something holds the batch back, or has changed since it was looked at
     */
    void confirm(Caller caller, UUID batch);

    /** Lets the batch pass, at the tier whose turn it is. */
    void approve(Caller caller, UUID batch);

    /** Gives the batch back to the unit, whose cover is void then. */
    void giveBack(Caller caller, UUID batch, String reason);

    /** Takes all of the batch back, unless money or a decision depends on it. */
    void takeBack(Caller caller, UUID batch, String reason);

    /** Gives up a batch that was not confirmed. */
    void drop(Caller caller, UUID batch);

    /** The batches within reach, the newest first; of one unit, or of all. */
    List<Batch> batches(Caller caller, Optional<UUID> unit, int max);

    /** The batches that the caller is to review now, the oldest first. */
    List<Batch> toReview(Caller caller, int max);

    /**
     * A plan that can be chosen.
     *
     * @param title as printed
     * @param tiers of which one is chosen; empty where the plan has none
     * @param startsOn the first day on which cover can start if the money comes in time
     * @param enrolled people of the unit under cover by the plan today
     * @param ending of them, those whose cover ends by that day, or ended shortly before: they can renew
     */
    record Choice(String plan, String title, List<String> tiers, LocalDate startsOn, int enrolled, int ending) {

        public Choice {
            tiers = List.copyOf(tiers);
        }
    }
}
