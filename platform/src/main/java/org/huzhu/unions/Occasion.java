package org.huzhu.unions;

import java.time.LocalDate;
import org.huzhu.kernel.Require;

/**
 * From which day a change holds, and why it is made.
 *
 * @param on the first day on which it holds; today or before
 * @param reason for the record, without personal data
 */
public record Occasion(LocalDate on, String reason) {

    public Occasion {
        Require.that(!reason.isBlank(), "A change of %s wants a reason", on);
    }
}
