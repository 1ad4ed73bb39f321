package org.huzhu.members.payees;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;

/**
 * Who is paid, and on which card (收款卡): the door for rooms that pay benefits. It works in the scope at hand and asks no
 * rights; the number of the card leaves it for the room that pays alone.
 */
public interface Payees {

    /** The member and the live card that he was given last; empty where he has none, or is not within reach. */
    Optional<Payee> of(UUID member);

    /** A member, and his card. */
    record Payee(PersonName name, CardNumber card) {

        /** The last four digits, which are all that pages show. */
        public String cardEnd() {
            return card.digits().substring(card.digits().length() - 4);
        }

        @Override
        public String toString() {
            return name.masked() + " ****" + cardEnd();
        }
    }
}
