package org.huzhu.documents;

import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The first wall: each query asks only for what the scope reaches, or is the member's own; policies are the second. */
final class Reach {

    /** For a query on one table of this room. */
    static final String IN = " (path <@ any(:reach::ltree[]) or member = house.member()) ";

    /** The same where the table is called d. */
    static final String IN_D = " (d.path <@ any(:reach::ltree[]) or d.member = house.member()) ";

    private Reach() {}

    static StatementSpec limited(JdbcClient database, String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }
}
