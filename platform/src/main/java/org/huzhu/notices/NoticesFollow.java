package org.huzhu.notices;

import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets notices follow the organisation that told them, within the transaction that moves it. */
@Component
class NoticesFollow {

    private static final String FOLLOW = """
            update notices.%1$s set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String NOTICES = FOLLOW.formatted("notice");
    private static final String DELIVERIES = FOLLOW.formatted("delivery");

    private final JdbcClient database;

    NoticesFollow(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(OrganisationMoved news) {
        follow(NOTICES, news);
        follow(DELIVERIES, news);
    }

    private void follow(String sql, OrganisationMoved news) {
        database.sql(sql)
                .param("old", news.from())
                .param("new", news.to())
                .param("reach", Scope.required().reachText())
                .update();
    }
}
