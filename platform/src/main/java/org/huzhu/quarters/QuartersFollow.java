package org.huzhu.quarters;

import org.huzhu.database.BeyondReach;
import org.huzhu.database.Scope;
import org.huzhu.members.merges.EntriesMerged;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets quarters follow the organisation that moves, within the transaction that moves it, and the lines of a member his
 * entry in the register, where that is joined to another.
 */
@Component
class QuartersFollow {

    private static final String FOLLOW = """
            update quarters.%1$s set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String RUNS = FOLLOW.formatted("run");
    private static final String LINES = FOLLOW.formatted("line");
    private static final String CHECKS = FOLLOW.formatted("verification");

    private static final String JOINED = """
            update quarters.line set member = :kept, member_before = member
            where member = :given and path <@ any(:reach::ltree[])
            """;

    private static final String UNDONE = """
            update quarters.line set member = member_before, member_before = null
            where member = :kept and member_before = :given and path <@ any(:reach::ltree[])
            """;
    private static final String FILINGS = FOLLOW.formatted("filing");

    /** The office stands in it besides. */
    private static final String OFFICES = """
            update quarters.filing set office = house.moved(office, :old::ltree, :new::ltree)
            where office <@ :old::ltree and path <@ any(:reach::ltree[])
            """;

    private static final String DESIGNATIONS = FOLLOW.formatted("designation");

    private final JdbcClient database;
    private final BeyondReach beyond;

    QuartersFollow(JdbcClient database, BeyondReach beyond) {
        this.database = database;
        this.beyond = beyond;
    }

    /** Some may lie where he was before, out of the reach of who joins the entries. */
    @EventListener
    void on(EntriesMerged news) {
        beyond.run(() -> database.sql(news.isUndone() ? UNDONE : JOINED)
                .param("kept", news.kept())
                .param("given", news.given())
                .param("reach", Scope.required().reachText())
                .update());
    }

    @EventListener
    void on(OrganisationMoved news) {
        follow(RUNS, news);
        follow(LINES, news);
        follow(CHECKS, news);
        follow(DESIGNATIONS, news);
        follow(OFFICES, news);
        follow(FILINGS, news);
    }

    private void follow(String sql, OrganisationMoved news) {
        database.sql(sql)
                .param("old", news.from())
                .param("new", news.to())
                .param("reach", Scope.required().reachText())
                .update();
    }
}
