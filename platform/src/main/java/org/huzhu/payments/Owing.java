package org.huzhu.payments;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/**
 * A benefit that is to be owed.
 *
 * @param key what it is known by in the business that owes it; the same thing has the same key however often it is
 *     tried
 * @param kind a word of that business, such as {@code claim}
 * @param reference the id of what it is for
 * @param path the organisation whose staff sees it
 * @param member whose it is, where it is a member's
 * @param day on which it is posted
 */
public record Owing(
        String key,
        String kind,
        UUID reference,
        UUID fund,
        String path,
        Optional<UUID> member,
        Payee payee,
        Money sum,
        LocalDate day) {

    private static final int KEY_MAX = 200;
    private static final int KIND_MAX = 60;

    public Owing {
        Require.that(!key.isBlank() && key.length() <= KEY_MAX, "A key has 1 to 200 signs, not '%s'", key);
        Require.that(!kind.isBlank() && kind.length() <= KIND_MAX, "A kind has 1 to 60 signs, not '%s'", kind);
        Require.that(sum.isPositive(), "What is owed for %s is above zero, not %s", key, sum);
    }
}
