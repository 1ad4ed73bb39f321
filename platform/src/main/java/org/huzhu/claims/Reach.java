package org.huzhu.claims;

import java.util.UUID;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The first wall: each query asks only for what is within the scope's reach, its member's own, or what its actor has
 * entered himself; row-level security is the second.
 */
final class Reach {

    /** For a query on one table of this room. */
    static final String IN = " (path <@ any(:reach::ltree[]) or member = :own or entered_by = :actor) ";

    /** For a query on several, of which the one with the claim is called c. */
    static final String OF_CLAIM = " (c.path <@ any(:reach::ltree[]) or c.member = :own or c.entered_by = :actor) ";

    private static final UUID NOBODY = new UUID(0, 0);

    private Reach() {}

    static StatementSpec limited(JdbcClient database, String sql) {
        Scope scope = Scope.required();
        return database.sql(sql)
                .param("reach", scope.reachText())
                .param("own", scope.member().orElse(NOBODY))
                .param("actor", scope.actor());
    }
}
