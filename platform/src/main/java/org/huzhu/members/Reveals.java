package org.huzhu.members;

import java.util.UUID;
import org.huzhu.access.Caller;

/** Shows one sealed field of a member in clear: for a reason, recorded, fifty times a day and account. */
public interface Reveals {

    /** How many fields an account may have shown on a day. */
    int DAILY_MAX = 50;

    /**
     * The field in clear.
     *
     * @param row the id of the member for his paper, phone or address; of the card, the relative or the correction for
     *     theirs
     * @param reason why it must be seen, without personal data; recorded
     * @throws MemberRefused if it is not within reach, empty, without a reason, or one too many; each is recorded
     */
    String reveal(Caller caller, UUID member, Part part, UUID row, String reason);

    /** What can be revealed. */
    enum Part {
        PAPER,
        PHONE,
        ADDRESS,
        CARD,
        RELATIVE_PAPER
    }
}
