package org.huzhu.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/** What members were told, for themselves and for whoever answers their questions. */
public interface NoticeDesk {

    /** How many notices a member is shown. */
    int SHOWN_MAX = 100;

    /** What the member was told, the newest first, as he sees it now; from now on he has read it. */
    List<Told> open(Caller member);

    /** How many notices he has not read. */
    int unread(Caller member);

    /** What the member was told by organisations within reach, the newest first. */
    List<Told> of(Caller caller, UUID member, int max);

    /**
     * The messages that did not reach their members however often they were sent, and that these have not read on their
     * pages either; the newest first.
     */
    List<Undelivered> undelivered(Caller caller, int max);

    /**
     * A message that did not reach its member.
     *
     * @param trouble what it failed for, the last time
     */
    record Undelivered(UUID member, String text, MessageChannel.Way way, Trouble trouble, Instant at) {}

    /** Why a message did not reach its member. Names are stored. */
    enum Trouble {
        FAILED,
        SLOW,
        BUSY,
        REFUSED
    }
}
