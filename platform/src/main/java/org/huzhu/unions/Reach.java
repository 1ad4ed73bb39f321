package org.huzhu.unions;

import org.huzhu.database.Scope;

/** The first of two walls: each query asks only for what the scope reaches; row-level security is the second. */
final class Reach {

    /** What each query on {@code path} says. */
    static final String IN = " path <@ any(:reach::ltree[]) ";

    private Reach() {}

    /** The value of {@code :reach}. */
    static String text() {
        return Scope.required().reachText();
    }

    static String actor() {
        return Scope.required().actor();
    }
}
