package org.huzhu.members;

import java.util.UUID;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The first wall: limits a query to the scope of the work at hand, before row-level security does. */
final class Reach {

    /** For a query in which {@code m} is the member. */
    static final String WITHIN = "(m.path <@ any(:reach::ltree[]) or m.id = :own)";

    /** For a query on one table below a member, by its own columns. */
    static final String OF_ROW = "(path <@ any(:reach::ltree[]) or member = :own)";

    private static final UUID NOBODY = new UUID(0, 0);

    private Reach() {}

    /** Names the keys of the paths in reach, from and up to, where they are one range: an index then finds them. */
    static StatementSpec narrow(StatementSpec statement) {
        Scope scope = Scope.required();
        boolean isRange = scope.reach().size() == 1
                && scope.member().isEmpty()
                && !scope.reach().getFirst().isEmpty();
        String path = isRange ? scope.reach().getFirst() : "";
        return statement
                .param("pathFrom", isRange ? path + '.' : "")
                .param("pathEnd", isRange ? path + '/' : Character.toString(Character.MAX_CODE_POINT));
    }

    static StatementSpec limit(StatementSpec statement) {
        Scope scope = Scope.required();
        return statement
                .param("reach", scope.reachText())
                .param("own", scope.member().orElse(NOBODY));
    }
}
