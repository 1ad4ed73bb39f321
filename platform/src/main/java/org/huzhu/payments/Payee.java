package org.huzhu.payments;

import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;

/** Who is paid, and to which card. */
public record Payee(PersonName name, CardNumber card) {

    private static final int SHOWN = 4;

    /** The last four digits, which may be shown. */
    String cardEnd() {
        return card.digits().substring(card.digits().length() - SHOWN);
    }
}
