package org.huzhu.signon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.signon.SingleSignOn.Arrival;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of those who came back, within a transaction of the system. */
@Repository
class JdbcArrivals {

    private static final String CLAIM = """
            insert into signon.arrival (id, came_at, binds) values (:id, :now, :binds) on conflict do nothing
            """;

    private static final String KEEP = "update signon.arrival set vouched = :vouched where id = :id";

    private static final String FIND = """
            select vouched, binds from signon.arrival
            where id = :id and vouched is not null and finished_at is null and came_at > :since
            """;

    private static final String FINISH = """
            update signon.arrival set finished_at = :now
            where id = :id and vouched is not null and finished_at is null and came_at > :since
            """;

    private static final String PUT_AWAY = "delete from signon.arrival where came_at < :past";

    private final JdbcClient database;

    JdbcArrivals(JdbcClient database) {
        this.database = database;
    }

    /** Takes the way for gone; false where it was gone before. */
    boolean claim(Carried carried, Instant now) {
        return database.sql(CLAIM)
                        .param("id", carried.id())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("binds", carried.binds().orElse(null))
                        .update()
                == 1;
    }

    void keep(UUID way, Vouched vouched) {
        database.sql(KEEP).param("id", way).param("vouched", vouched.digest()).update();
    }

    Optional<Arrival> find(UUID way, Instant since) {
        return database.sql(FIND)
                .param("id", way)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Arrival(
                        new Vouched(row.getBytes("vouched")), Optional.ofNullable(row.getObject("binds", UUID.class))))
                .optional();
    }

    boolean finish(UUID way, Instant since, Instant now) {
        return database.sql(FINISH)
                        .param("id", way)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int putAway(Instant past) {
        return database.sql(PUT_AWAY)
                .param("past", past.atOffset(ZoneOffset.UTC))
                .update();
    }
}
