package org.huzhu.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.notices.MessageChannel.Way;
import org.huzhu.notices.NoticeDesk.Trouble;
import org.huzhu.notices.NoticeDesk.Undelivered;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Notices, as they are told and read. */
@Repository
class JdbcNotices {

    private static final String TELL = """
            insert into notices.notice (event, member, path, template, words, link, told_at)
            values (:event, :member, :path::ltree, :template, :words::text[], :link, :at)
            on conflict (event) do nothing
            """;

    private static final String TELL_MANY = """
            insert into notices.notice (event, member, path, template, words, link, told_at)
            select told.event, told.member, told.path, :template, told.words, told.link, :at
            from (
            """;

    private static final String EACH_ONCE = """
            ) told (event, member, path, words, link)
            on conflict (event) do nothing
            """;

    private static final String SEEN = """
            select template, words, link, told_at, read_at is not null as is_read from notices.notice
            where member = :member and (member = :own or path <@ any(:reach::ltree[]))
            order by number desc limit :max
            """;

    private static final String READ = """
            update notices.notice set read_at = :at
            where member = :own and read_at is null and (member = :own or path <@ any(:reach::ltree[]))
            """;

    private static final String UNREAD = """
            select count(*)::int from notices.notice
            where member = :own and read_at is null and (member = :own or path <@ any(:reach::ltree[]))
            """;

    private static final String UNDELIVERED = """
            select d.member, d.channel, d.trouble, d.done_at, n.template, n.words
            from notices.delivery d join notices.notice n on n.number = d.notice
            where d.state = 'GIVEN_UP' and n.read_at is null and d.path <@ any(:reach::ltree[])
            order by d.done_at desc limit :max
            """;

    private final JdbcClient database;
    private final NamedParameterJdbcOperations many;
    private final Wordings wordings;

    JdbcNotices(JdbcClient database, NamedParameterJdbcOperations many, Wordings wordings) {
        this.database = database;
        this.many = many;
        this.wordings = wordings;
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    void tell(Collection<Notice> notices, Instant now) {
        many.batchUpdate(
                TELL, notices.stream().map(notice -> blanks(notice, now)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource blanks(Notice notice, Instant now) {
        return new MapSqlParameterSource()
                .addValue("event", notice.event())
                .addValue("member", notice.member())
                .addValue("path", notice.path())
                .addValue("template", notice.template().name())
                .addValue(
                        "words", new SqlArrayValue("text", notice.wordsInOrder().toArray()))
                .addValue("link", notice.link().orElse(null))
                .addValue("at", at(now));
    }

    int tell(Template template, String query, Map<String, ?> blanks, Instant now) {
        return database.sql(TELL_MANY + query + EACH_ONCE)
                .params(blanks)
                .param("template", template.name())
                .param("at", at(now))
                .param("reach", Scope.required().reachText())
                .update();
    }

    List<Told> seen(UUID member, UUID own, int max) {
        return database.sql(SEEN)
                .param("member", member)
                .param("own", own)
                .param("reach", Scope.required().reachText())
                .param("max", max)
                .query((row, _) -> new Told(
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        text(row),
                        Optional.ofNullable(row.getString("link")),
                        row.getBoolean("is_read")))
                .list();
    }

    void read(UUID own, Instant now) {
        database.sql(READ)
                .param("own", own)
                .param("reach", Scope.required().reachText())
                .param("at", at(now))
                .update();
    }

    int unread(UUID own) {
        return database.sql(UNREAD)
                .param("own", own)
                .param("reach", Scope.required().reachText())
                .query(Integer.class)
                .single();
    }

    List<Undelivered> undelivered(int max) {
        return database.sql(UNDELIVERED)
                .param("reach", Scope.required().reachText())
                .param("max", max)
                .query((row, _) -> new Undelivered(
                        row.getObject("member", UUID.class),
                        text(row),
                        Way.valueOf(row.getString("channel")),
                        Trouble.valueOf(row.getString("trouble")),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private String text(ResultSet row) throws SQLException {
        return wordings.say(Template.valueOf(row.getString("template")), words(row));
    }

    static List<String> words(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("words").getArray());
    }
}
