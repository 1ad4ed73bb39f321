package org.huzhu.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

    /** Nobody goes while notices are spread, so that none waits behind one that is just done. */
    private static final String ALL_TURNS = "select channel from notices.turn order by channel for update";

    /**
     * Of each notice that was committed since, a delivery for each way: due at once, or, behind another of the member,
     * when that is done. What is long past rings no phone.
     */
    private static final String SPREAD = """
            with fresh as (
                update notices.notice n set is_spread = true
                from (select number from notices.notice
                      where not is_spread and path <@ any(:reach::ltree[])
                      order by number limit :max) f
                where n.number = f.number and n.path <@ any(:reach::ltree[])
                returning n.number, n.member, n.path, n.told_at)
            insert into notices.delivery (notice, channel, member, path, due_at)
            select f.number, w.way, f.member, f.path,
                   case when row_number() over (partition by f.member, w.way order by f.number) > 1 or exists (
                            select from notices.delivery e
                            where e.member = f.member and e.channel = w.way and e.state = 'WAITING'
                              and e.path <@ any(:reach::ltree[]))
                        then 'infinity' else :now::timestamptz end
            from fresh f cross join unnest(:ways::text[]) w (way)
            where f.told_at > :stale
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

    private static final String DUE = """
            select d.notice, d.member, d.tries, n.event, n.template, n.words, n.link
            from (select notice, member, tries, due_at from notices.delivery
                  where channel = :way and state = 'WAITING' and due_at <= :now and due_at < 'infinity'
                    and path <@ any(:reach::ltree[])
                  order by due_at, notice limit :max for update skip locked) d
            join notices.notice n on n.number = d.notice
            order by d.due_at, d.notice
            """;

    /** Of those whose notice is done, the next one is due. */
    private static final String NEXT = """
            update notices.delivery d set due_at = :now
            from (select min(notice) as notice from notices.delivery
                  where member = any(:members::uuid[]) and channel = :way and state = 'WAITING'
                    and due_at = 'infinity' and path <@ any(:reach::ltree[])
                  group by member) f
            where d.notice = f.notice and d.channel = :way and d.path <@ any(:reach::ltree[])
            """;

    private static final String DONE = """
            update notices.delivery set state = :state, tries = :tries, due_at = :due, done_at = :done,
                   trouble = :trouble
            where notice = :notice and channel = :way and path <@ any(:reach::ltree[])
            """;

    /** As where a society brings over, or plays through, what happened years ago. */
    private static final Duration STALE = Duration.ofDays(30);

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
        ways.forEach(way -> begin(way, now));
        database.sql(ALL_TURNS).query(String.class).list();
        return reaching(SPREAD)
                .param(
                        "ways",
                        new SqlArrayValue("text", ways.stream().map(Way::name).toArray()))
                .param("max", max)
                .param("now", JdbcNotices.at(now))
                .param("stale", JdbcNotices.at(now.minus(STALE)))
                .update();
    }

    /** Whether it is this courier's turn; it then is his alone until the transaction ends. */
    boolean takeTurn(Way way, Instant now, Instant ahead) {
        begin(way, now);
        return database.sql(TAKE_TURN)
                .param("way", way.name())
                .param("now", JdbcNotices.at(now))
                .param("ahead", JdbcNotices.at(ahead))
                .query(String.class)
                .optional()
                .isPresent();
    }

    private void begin(Way way, Instant now) {
        database.sql(BEGIN)
                .param("way", way.name())
                .param("now", JdbcNotices.at(now))
                .update();
    }

    /** Makes due what waited behind what is done now. */
    void next(Collection<UUID> members, Way way, Instant now) {
        reaching(NEXT)
                .param("members", new SqlArrayValue("uuid", members.toArray()))
                .param("way", way.name())
                .param("now", JdbcNotices.at(now))
                .update();
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
