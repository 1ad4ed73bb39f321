package org.huzhu.quarters;

import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets quarters follow the organisation that moves, within the transaction that moves it. */
@Component
class QuartersFollow {

    private static final String FOLLOW = """
            update quarters.%1$s set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String RUNS = FOLLOW.formatted("run");
    private static final String LINES = FOLLOW.formatted("line");
    private static final String CHECKS = FOLLOW.formatted("verification");

    private final JdbcClient database;

    QuartersFollow(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(OrganisationMoved news) {
        follow(RUNS, news);
        follow(LINES, news);
        follow(CHECKS, news);
    }

    private void follow(String sql, OrganisationMoved news) {
        database.sql(sql)
                .param("old", news.from())
                .param("new", news.to())
                .param("reach", Scope.required().reachText())
                .update();
    }
}
