package org.huzhu.claims.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * Where money that is claimed back is taken in, and where two people write off what will not come.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link RecoveryRefused} if it
 * cannot be.
 */
public interface RecoveryDesk {

    /** What is still claimed back, the oldest first. */
    List<Recovery> open(Caller caller, int max);

    /**
     * Takes in money: all of it, or an instalment.
     *
     * @param key made by whoever asks, so that asking twice takes it in once
     */
    void receive(Caller caller, UUID recovery, UUID key, Receiving receiving);

    /** Asks to write off all that is still open. */
    void askToWaive(Caller caller, UUID recovery, String reason);

    /** Confirms what somebody else asked to write off. */
    void confirm(Caller caller, UUID wish);

    /** Declines it. */
    void decline(Caller caller, UUID wish);

    /** Money that came. */
    record Receiving(Money sum, LocalDate day, Source source) {}

    /** Where it lies. Names are stored: never rename one. */
    enum Source {
        /** 银行存款: it came on the fund's account. */
        BANK,
        /** 待认领款项: it came before, and nobody knew what for. */
        UNCLAIMED
    }
}
