package org.huzhu.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.notices.MessageChannel.Way;
import org.huzhu.notices.NoticeDesk.Trouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Deliveries: what goes out on which way, when, and what became of it. */
@Repository
class JdbcDeliveries {

    private static final String SPREAD_ALONE = "select pg_try_advisory_xact_lock(hashtext('notices.spread'))";

    /** Of each notice that was committed since, a delivery for each way. */
    private static final String SPREAD = """
            with fresh as (
                update notices.notice n set is_spread = true
                from (select number from notices.notice
                      where not is_spread and path <@ any(:reach::ltree[])
                      order by number limit :max) f
                where n.number = f.number and n.path <@ any(:reach::ltree[])
                returning n.number, n.member, n.path)
            insert into notices.delivery (notice, channel, member, path, due_at)
            select f.number, w.way, f.member, f.path, :now
            from fresh f cross join unnest(:ways::text[]) w (way)
            """;

    private static final String BEGIN = """
            insert into notices.turn (channel, next_at) values (:way, :now) on conflict do nothing
            """;

    /** A moment that lies too far ahead was left by a clock that went wrong. */
    private static final String TAKE_TURN = """
            select channel from notices.turn
            where channel = :way and (next_at <= :now or next_at > :ahead) for update skip locked
            """;

    private static final String END_TURN = "update notices.turn set next_at = :next where channel = :way";

    /** The first of each member that is due. */
    private static final String DUE = """
            select d.notice, d.member, d.tries, n.event, n.template, n.words, n.link
            from notices.delivery d join notices.notice n on n.number = d.notice
            where d.channel = :way and d.state = 'WAITING' and d.due_at <= :now and d.path <@ any(:reach::ltree[])
              and not exists (
                  select from notices.delivery e
                  where e.member = d.member and e.channel = d.channel and e.notice < d.notice
                    and e.state = 'WAITING' and e.path <@ any(:reach::ltree[]))
            order by d.due_at, d.notice limit :max for update of d skip locked
            """;

    private static final String DONE = """
            update notices.delivery set state = :state, tries = :tries, due_at = :due, done_at = :done,
                   trouble = :trouble
            where notice = :notice and channel = :way and path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    JdbcDeliveries(JdbcClient database) {
        this.database = database;
    }

    /** What is to be sent, and how often that was tried. */
    record Due(
            long notice,
            UUID member,
            int tries,
            String event,
            Template template,
            List<String> words,
            Optional<String> link) {}

    /**
     * How a delivery stands after a try.
     *
     * @param state as its column names it
     * @param due when it is tried again, where it waits
     */
    record After(String state, int tries, Instant due, Optional<Instant> done, Optional<Trouble> trouble) {}

    int spread(Collection<Way> ways, int max, Instant now) {
        if (!database.sql(SPREAD_ALONE).query(Boolean.class).single()) {
            return 0;
        }
        return reaching(SPREAD)
                .param(
                        "ways",
                        new SqlArrayValue("text", ways.stream().map(Way::name).toArray()))
                .param("max", max)
                .param("now", JdbcNotices.at(now))
                .update();
    }

    /** Whether it is this courier's turn; it then is his alone until the transaction ends. */
    boolean takeTurn(Way way, Instant now, Instant ahead) {
        database.sql(BEGIN)
                .param("way", way.name())
                .param("now", JdbcNotices.at(now))
                .update();
        return database.sql(TAKE_TURN)
                .param("way", way.name())
                .param("now", JdbcNotices.at(now))
                .param("ahead", JdbcNotices.at(ahead))
                .query(String.class)
                .optional()
                .isPresent();
    }

    void endTurn(Way way, Instant next) {
        database.sql(END_TURN)
                .param("way", way.name())
                .param("next", JdbcNotices.at(next))
                .update();
    }

    List<Due> due(Way way, int max, Instant now) {
        return reaching(DUE)
                .param("way", way.name())
                .param("max", max)
                .param("now", JdbcNotices.at(now))
                .query((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("notice"),
                row.getObject("member", UUID.class),
                row.getInt("tries"),
                row.getString("event"),
                Template.valueOf(row.getString("template")),
                JdbcNotices.words(row),
                Optional.ofNullable(row.getString("link")));
    }

    void done(Due due, Way way, After after) {
        reaching(DONE)
                .param("notice", due.notice())
                .param("way", way.name())
                .param("state", after.state())
                .param("tries", after.tries())
                .param("due", JdbcNotices.at(after.due()))
                .param("done", after.done().map(JdbcNotices::at).orElse(null))
                .param("trouble", after.trouble().map(Enum::name).orElse(null))
                .update();
    }

    private StatementSpec reaching(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }
}
