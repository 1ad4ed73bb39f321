package org.huzhu.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who has signed in, on one device.
 *
 * @param holder the account or the member; the session's own id where only a phone was proved
 * @param post what the holder has chosen to act in: of staff a post, of anybody else the grant of a member for whom he
 *     acts; empty where he acts for himself
 * @param address that it was opened from
 * @param seenAt when it was last used, give or take a minute
 * @param steppedAt when a second factor was last shown in it
 */
public record Session(
        UUID id,
        Kind kind,
        UUID holder,
        Optional<UUID> post,
        String address,
        Instant madeAt,
        Instant seenAt,
        Optional<Instant> steppedAt) {

    /** Who has signed in. Names are stored: never rename one. */
    public enum Kind {
        STAFF,
        MEMBER,
        /** Somebody who holds a phone that is no member's yet. */
        PHONE
    }

    /**
     * A session that was just opened.
     *
     * @param token what the device keeps; it is shown this once and not stored
     */
    public record Opened(String token, Session session) {}
}
