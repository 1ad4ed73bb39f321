package org.huzhu.contributions.payers;

import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;

/** Who pays which part of a cover, as it was billed. It works in the scope at hand. */
public interface Payers {

    /**
     * The payers of a member's own cover: first what subsidies paid for him, then what the others pay of the rest, by
     * the largest remainder in the proportion in which they were billed. Together it is the contribution of the cover;
     * none where it cost nothing or was never billed.
     *
     * @param cover of the member who asks; of another there are none
     * @throws org.huzhu.access.Refused if it is no member who asks
     */
    List<Paid> of(Caller caller, UUID cover);

    /**
     * What somebody pays of a cover.
     *
     * @param name of an organisation or a sponsor, as it stands on the bill
     * @param isOpen whether the bill is not paid in full yet
     */
    record Paid(Payer payer, String name, Money money, boolean isOpen) {}
}
