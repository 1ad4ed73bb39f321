package org.huzhu.ledger;

import org.huzhu.database.Scope;

/** The first of two walls: each query asks only for what the scope reaches; row-level security is the second. */
final class Reach {

    /** What each query on {@code ledger.fund fund} says. */
    static final String IN = " fund.path <@ any(:reach::ltree[]) ";

    private Reach() {}

    /** The value of {@code :reach}. */
    static String text() {
        return Scope.required().reachText();
    }

    static String actor() {
        return Scope.required().actor();
    }
}
