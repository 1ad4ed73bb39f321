package org.huzhu.claims.money;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimKind;
import org.huzhu.kernel.CardNumber;
import org.huzhu.payments.Standing;

/** What a member was paid for his claims, and the card that he is paid on. */
public interface OwnMoney {

    /** All that was paid to him, or is to be, what changed last first. */
    List<Payment> payments(Caller member);

    /** The last four digits of the card on which he is paid; empty where he has none. */
    Optional<String> cardEnd(Caller member);

    /** Whether this is the card on which he is paid. */
    boolean isPaidOn(Caller member, CardNumber card);

    /**
     * Has him paid on another card from now on. What the bank gave back waits for a second person, and is then paid on
     * this one; so is what waits already with the card before. It takes a proof that he holds his phone.
     *
     * @return whether all that the bank gave back goes to it; not what somebody of the staff asks to take back
     * @throws org.huzhu.members.MemberRefused if he has not agreed that his bank account is kept
     */
    boolean changeCard(Caller member, CardNumber card, OwnPhone.Proof proof);

    /** A sum that one fund pays for a claim. */
    record Payment(UUID claim, String number, ClaimKind kind, Standing standing) {

        /** Whether the bank gave it back, and it waits for another card. */
        public boolean isBack() {
            return standing.state() == Standing.State.RETURNED;
        }
    }
}
