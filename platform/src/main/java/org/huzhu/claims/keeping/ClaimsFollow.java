package org.huzhu.claims.keeping;

import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets claims follow the organisation that they stand at, within the transaction that moves it; the rest by its keys.
 */
@Component
class ClaimsFollow {

    private static final String FOLLOW = """
            update claims.%1$s
            set %2$s = house.moved(%2$s, :old::ltree, :new::ltree)
            where %2$s <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String TURNS = FOLLOW.formatted("claim", "turn");
    private static final String CLAIMS = FOLLOW.formatted("claim", "path");
    private static final String LINES = FOLLOW.formatted("line", "path");
    private static final String SPENT = FOLLOW.formatted("spent", "path");
    private static final String SAMPLES = FOLLOW.formatted("sample", "path");
    private static final String REMINDERS = FOLLOW.formatted("reminder", "told");
    private static final String ROUTINGS = FOLLOW.formatted("routing", "path");

    private final JdbcClient database;

    ClaimsFollow(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(OrganisationMoved news) {
        follow(TURNS, news);
        follow(CLAIMS, news);
        follow(LINES, news);
        follow(SPENT, news);
        follow(SAMPLES, news);
        follow(REMINDERS, news);
        follow(ROUTINGS, news);
    }

    private void follow(String sql, OrganisationMoved news) {
        database.sql(sql)
                .param("old", news.from())
                .param("new", news.to())
                .param("reach", Scope.required().reachText())
                .update();
    }
}
