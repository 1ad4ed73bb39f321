package org.huzhu.database;

import java.util.function.Supplier;

/**
 * Does a part of a transaction beyond the reach of whoever asked for it, still in his name: where a unit pays, the fund
 * of its office, which the unit does not reach, is posted to within the same transaction. What runs here has decided
 * itself that what it does is right, and shows nothing of what it saw but the answer.
 */
public interface BeyondReach {

    /**
     * Does the work with all in reach. Whatever it throws, the transaction comes to nothing.
     *
     * @throws IllegalStateException if there is no scope
     * @throws RuntimeException if there is no transaction
     */
    <T> T call(Supplier<T> work);

    /** The same, without an answer. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
