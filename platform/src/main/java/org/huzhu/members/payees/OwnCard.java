package org.huzhu.members.payees;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;

/** Where a member says himself on which card he is paid. */
public interface OwnCard {

    /**
     * Keeps the card as the member's bank card, in place of the one before; the one that he has already stays as it is.
     *
     * @return under which id it is kept; empty where he had it already
     * @throws org.huzhu.members.MemberRefused if he has not agreed that his bank account is kept
     */
    Optional<UUID> give(Caller member, CardNumber card);
}
