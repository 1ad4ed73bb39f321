package org.huzhu.access;

import java.util.List;
import java.util.Optional;
import org.huzhu.database.Scope;
import org.springframework.stereotype.Component;

/**
 * The first wall: what the program itself checks before the database is asked. In the society it always stands; a test
 * that wants to see whether the second wall, row-level security, holds alone puts one in its place that does not.
 */
@Component
public class AccessWall {

    /** Whether the table is asked. */
    protected boolean stands() {
        return true;
    }

    /** The paths that a query limits itself to, as PostgreSQL reads an array of {@code ltree}. */
    public final String reach() {
        Scope scope = Scope.current().orElseThrow(() -> new IllegalStateException("A query is asked without a scope"));
        return stands() ? scope.reachText() : new Scope(scope.actor(), List.of(""), Optional.empty()).reachText();
    }
}
