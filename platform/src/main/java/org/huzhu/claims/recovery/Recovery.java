package org.huzhu.claims.recovery;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * A recovery: what is claimed back for a claim, and how much of it has come.
 *
 * @param number of the claim
 * @param recipient the name of the one who was paid in the member's place; empty where it was the member
 * @param until the day by which it is asked for
 * @param wish what is asked to be written off, and not decided yet
 */
public record Recovery(
        UUID id,
        String number,
        Optional<String> recipient,
        String path,
        UUID fund,
        Money asked,
        Money received,
        Money waived,
        LocalDate askedOn,
        LocalDate until,
        Optional<Wish> wish) {

    /** What is still claimed back. */
    public Money open() {
        return asked.minus(received).minus(waived);
    }

    /**
     * What somebody wants written off.
     *
     * @param askedBy the id of the account
     */
    public record Wish(UUID id, Money sum, String reason, String askedBy) {}
}
