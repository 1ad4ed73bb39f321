package org.huzhu.claims.recipients;

import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;

/** Where whoever serves people enters another card for one who is paid in a member's place. */
public interface RecipientDesk {

    /**
     * Refuses who may not, before what he typed is read.
     *
     * @throws org.huzhu.claims.ClaimRefused if nobody is paid at the place
     */
    void require(Caller caller, UUID claim, int place);

    /**
     * Has him paid on another card from now on. What the bank gave back waits for a second person, and is then paid on
     * this one.
     *
     * @throws org.huzhu.claims.ClaimRefused if nobody is paid at the place
     */
    void changeCard(Caller caller, UUID claim, int place, CardNumber card);
}
