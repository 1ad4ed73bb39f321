package org.huzhu.claims;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim (理赔申请), without what happened.
 *
 * @param number printed and told, such as {@code HZ2026-00000012}
 * @param unit where the member worked when it was entered
 * @param path of the organisation above the unit
 * @param relative whose event it is, where it is not the member himself
 * @param version grows with each change of what is known
 * @param round grows each time that it is taken up again
 * @param filedAt empty for a draft
 * @param flags in how many ways it is unusual
 */
public record Claim(
        UUID id,
        String number,
        UUID member,
        UUID unit,
        String path,
        Channel channel,
        ClaimKind kind,
        Optional<UUID> relative,
        int version,
        int round,
        ClaimState state,
        String enteredBy,
        Instant enteredAt,
        Optional<Instant> filedAt,
        int flags) {

    /** Who brought it. Names are stored: never rename one. */
    public enum Channel {
        /** The member himself, or one of his family with his phone. */
        OWN,
        /** Somebody whom the member let apply for him. */
        PROXY,
        /** A handler, on paper. */
        HANDLER
    }
}
