package org.huzhu.enrolment.moves;

import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets batches follow their unit, within the transaction that moves it; rows of rosters and cover follow too, the rest
 * by its keys.
 */
@Component
class BatchesFollow {

    private static final String FOLLOW = """
            update enrolment.%1$s
            set %2$s = house.moved(%2$s, :old::ltree, :new::ltree)
            where %2$s <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String TURNS = FOLLOW.formatted("batch", "turn");
    private static final String BATCHES = FOLLOW.formatted("batch", "path");
    private static final String CLASHES = FOLLOW.formatted("clash", "path");
    private static final String MAPPINGS = FOLLOW.formatted("mapping", "path");

    private static final String LINES = FOLLOW.formatted("line", "path");
    private static final String PROPOSALS = FOLLOW.formatted("proposal", "path");

    /** Cover comes by the hundred thousand and has no key to its batch. */
    private static final String COVERS = """
            update enrolment.cover c
            set filed_path = b.path
            from enrolment.batch b
            where b.path <@ :new::ltree and b.path <@ any(:reach::ltree[])
              and c.batch = b.id and c.filed_path <@ :old::ltree
            """;

    /** Whose turn it was is above the unit no more: it is that of whatever it stands under now. */
    private static final String NEW_TURN = """
            update enrolment.batch
            set turn = subpath(path, 0, -1)
            where path <@ :new::ltree and not turn @> path and path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    BatchesFollow(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(OrganisationMoved news) {
        follow(TURNS, news);
        follow(BATCHES, news);
        follow(NEW_TURN, news);
        follow(COVERS, news);
        follow(LINES, news);
        follow(PROPOSALS, news);
        follow(CLASHES, news);
        follow(MAPPINGS, news);
    }

    private void follow(String sql, OrganisationMoved news) {
        database.sql(sql)
                .param("old", news.from())
                .param("new", news.to())
                .param("reach", Scope.required().reachText())
                .update();
    }
}
