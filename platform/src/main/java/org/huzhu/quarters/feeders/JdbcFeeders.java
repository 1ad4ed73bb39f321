package org.huzhu.quarters.feeders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Programs that bring files, and the digests of their keys. */
@Repository
class JdbcFeeders {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String IN = " path <@ any(:reach::ltree[]) ";

    private static final String ADD = """
            insert into quarters.feeder (id, path, name, digest, until, made_by, made_at, since)
            values (:id, cast(:path as ltree), :name, :digest, :until, :actor, :at, :at)
            """;

    private static final String SELECT = """
            select id, path::text as path, name, until, used_at, ended_at from quarters.feeder where
            """ + IN;

    private static final String ALL = SELECT + " order by made_at desc, id limit :max";
    private static final String BY_DIGEST = SELECT + " and digest = :digest";
    private static final String BY_ID = SELECT + " and id = :id";

    private static final String USE = """
            update quarters.feeder
            set used_at = :now, count = case when since <= :cut then 1 else count + 1 end,
                since = case when since <= :cut then :now else since end
            where id = :id and
            """ + IN + " returning count";

    private static final String END = """
            update quarters.feeder set ended_by = :actor, ended_at = :now where id = :id and ended_at is null and
            """ + IN;

    private static final String END_WITHIN = """
            update quarters.feeder set ended_by = :actor, ended_at = :now
            where path <@ cast(:path as ltree) and ended_at is null and
            """ + IN + " returning id";

    private static final String FOLLOW = """
            update quarters.feeder set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and
            """ + IN;

    private final JdbcClient database;

    JdbcFeeders(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    void add(Feeder feeder, byte[] digest, Instant at) {
        database.sql(ADD)
                .param("id", feeder.id())
                .param("path", feeder.path())
                .param("name", feeder.name())
                .param("digest", digest)
                .param("until", feeder.until())
                .param("actor", Scope.required().actor())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Feeder> all(int max) {
        return within(ALL).param("max", max).query(JdbcFeeders::feeder).list();
    }

    Optional<Feeder> withDigest(byte[] digest) {
        return within(BY_DIGEST)
                .param("digest", digest)
                .query(JdbcFeeders::feeder)
                .optional();
    }

    Optional<Feeder> find(UUID id) {
        return within(BY_ID).param("id", id).query(JdbcFeeders::feeder).optional();
    }

    /** Counts one more use; how many there were within the minute at hand, if it is within reach. */
    Optional<Integer> use(UUID id, Instant now) {
        return within(USE)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("cut", Timestamp.from(now.minus(MINUTE)))
                .query(Integer.class)
                .optional();
    }

    /** Whether nobody had ended it. */
    boolean end(UUID id, Instant now) {
        return ending(END, now).param("id", id).update() == 1;
    }

    /** Ends all at the organisation and below. */
    List<UUID> endWithin(String path, Instant now) {
        return ending(END_WITHIN, now)
                .param("path", path)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private StatementSpec ending(String sql, Instant now) {
        return within(sql).param("actor", Scope.required().actor()).param("now", Timestamp.from(now));
    }

    void follow(String from, String to) {
        within(FOLLOW).param("old", from).param("new", to).update();
    }

    private static Feeder feeder(ResultSet row, int number) throws SQLException {
        return new Feeder(
                row.getObject("id", UUID.class),
                row.getString("path"),
                row.getString("name"),
                row.getObject("until", LocalDate.class),
                moment(row, "used_at"),
                moment(row, "ended_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
