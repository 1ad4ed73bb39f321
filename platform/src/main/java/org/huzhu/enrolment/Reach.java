package org.huzhu.enrolment;

import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The first wall: each query asks only for what the scope reaches; row-level security is the second. */
final class Reach {

    /** For a query on one table of this room. */
    static final String IN = " path <@ any(:reach::ltree[]) ";

    private Reach() {}

    static StatementSpec limited(JdbcClient database, String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }
}
