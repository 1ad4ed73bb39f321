package org.huzhu.claims.recipients;

import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.Paper;

/** Somebody of whom it is said that he is to be paid in the member's place. */
public record Named(PersonName name, Tie tie, Paper paper, CardNumber card, Share share) {

    String cardEnd() {
        return card.digits().substring(card.digits().length() - 4);
    }
}
