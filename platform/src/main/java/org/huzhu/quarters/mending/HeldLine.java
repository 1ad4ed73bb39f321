package org.huzhu.quarters.mending;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Quarter;

/**
 * A line of a confirmed quarter that is not owed, because no bank takes its name or card.
 *
 * @param name as the register of the insurance office has it
 * @param cardEnd the last four signs of the card there
 * @param isName whether the name is such as a bank takes, so that it is the card that is wrong
 * @param asked what somebody says in its stead, and another has to confirm
 */
public record HeldLine(
        UUID id,
        UUID run,
        Quarter quarter,
        String agency,
        String name,
        String cardEnd,
        Money due,
        boolean isName,
        Optional<Asked> asked) {

    /**
     * Another name and card.
     *
     * @param by who says it: the id of an account, or of the member himself
     */
    public record Asked(UUID id, String name, String cardEnd, String by) {}
}
