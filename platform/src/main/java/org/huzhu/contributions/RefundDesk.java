package org.huzhu.contributions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * Where money is given back: one asks, another releases it. What is released is owed to the payer; paying it out is not
 * the work of this room.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link ContributionRefused} if it
 * cannot be.
 */
public interface RefundDesk {

    /** Asks to give back what is left of a deposit, or a part of that; until it is decided nobody else has it. */
    Refund ask(Caller caller, UUID deposit, Money money, String reason);

    /** Asks to give back what was paid for void second enrolments under a plan that gives such back (重复参保退还). */
    Refund ask(Caller caller, UUID bill, String plan, Money money, String reason);

    /** What nobody decided yet, the oldest first. */
    List<Refund> open(Caller caller);

    /** Releases what somebody else asked for. */
    void release(Caller caller, UUID refund);

    /** Declines it; the money waits again. */
    void decline(Caller caller, UUID refund, String reason);

    /**
     * Money that somebody asked to give back (退费).
     *
     * @param path of the office, or of the unit where it is about a bill
     * @param deposit what it is left of; empty where it is about a bill
     * @param askedBy the id of the account
     */
    record Refund(
            UUID id,
            String path,
            UUID fund,
            Optional<UUID> deposit,
            Optional<UUID> bill,
            Optional<String> plan,
            Money sum,
            State state,
            String reason,
            String askedBy) {}

    /** How far it has come. Names are stored: never rename one. */
    enum State {
        ASKED,
        RELEASED,
        DECLINED
    }
}
