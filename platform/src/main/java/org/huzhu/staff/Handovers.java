package org.huzhu.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/** Changes of a handler (经办人变更): asked for on a form, decided by another, one post ending as the next begins. */
public interface Handovers {

    /**
     * One that waits.
     *
     * @param post of the one who leaves
     * @param incoming the account of the one who comes
     */
    record Handover(UUID id, UUID post, String path, UUID incoming, UUID askedBy, Instant askedAt, String reason) {}

    /**
     * The post that one can be asked for.
     *
     * @throws StaffRefused if it has ended, is out of reach, or is no post of a handler of a unit or a point
     */
    Post post(Caller by, UUID post);

    /** Whether the caller may ask for one of the post. */
    boolean isFor(Caller by, Post post);

    /**
     * Asks for one.
     *
     * @param post of a handler of a unit or a point
     * @throws StaffRefused if the post has ended or another request waits
     */
    UUID ask(Caller by, UUID post, UUID incoming, String reason);

    /**
     * Approves it: the old post ends and the new one begins at one moment.
     *
     * @throws StaffRefused if it was decided, the post has ended, or the caller has a part in it
     */
    void approve(Caller by, UUID handover);

    /**
     * Refuses it; all stays as it is.
     *
     * @throws StaffRefused if it was decided, or the caller has a part in it
     */
    void refuse(Caller by, UUID handover);

    /** Those that wait at the organisation or below, the oldest first. */
    List<Handover> waiting(Caller by, String path);
}
