package org.huzhu.enrolment;

import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets batches follow their unit, within the transaction that moves it; rows of rosters follow too, the rest by its keys. */
@Component
class BatchesFollow {

    private static final String BATCHES = """
            update enrolment.batch
            set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String TURNS = """
            update enrolment.batch
            set turn = house.moved(turn, :old::ltree, :new::ltree)
            where turn <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String CLASHES = """
            update enrolment.clash
            set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String MAPPINGS = """
            update enrolment.mapping
            set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String LINES = """
            update enrolment.line
            set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String PROPOSALS = """
            update enrolment.proposal
            set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    BatchesFollow(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(OrganisationMoved news) {
        follow(TURNS, news);
        follow(BATCHES, news);
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
