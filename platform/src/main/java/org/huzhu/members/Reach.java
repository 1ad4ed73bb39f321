package org.huzhu.members;

import java.util.UUID;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The first wall: limits a query to the scope of the work at hand, before row-level security does. */
final class Reach {

    /** For a query in which {@code m} is the member. */
    static final String WITHIN = "(m.path <@ any(:reach::ltree[]) or m.id = :own)";

    private static final UUID NOBODY = new UUID(0, 0);

    private Reach() {}

    static StatementSpec limit(StatementSpec statement) {
        Scope scope = Scope.current().orElseThrow(() -> new IllegalStateException("Nobody has said a scope"));
        return statement
                .param("reach", scope.reachText())
                .param("own", scope.member().orElse(NOBODY));
    }
}
