package org.huzhu.members.proxies;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Whose life is over, and the grants that end with it, within the reach at hand. */
@Repository
class JdbcLives {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String IS_OVER = """
            select exists (select from members.category c
                           where c.member = :member and c.kind = 'DECEASED'
                             and (c.until_on is null or c.until_on > :today)
                             and (c.path <@ any(:reach::ltree[]) or c.member = :own))
            """;

    private static final String END = """
            update members.proxy p set ended_at = :at, ended_by = :by
            where p.ended_at is null and (p.path <@ any(:reach::ltree[]) or p.member = :own)
              and (p.member = :member and p.until_on > :from
                   or p.until_on > :today and p.phone_index = (
                        select m.phone_index from members.member m
                        where m.id = :member and (m.path <@ any(:reach::ltree[]) or m.id = :own)))
            returning p.id, p.member, p.path::text as path, p.name_sealed
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcLives(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** A grant that has ended, and who acted by it. */
    record Over(UUID grant, UUID member, String path, PersonName name) {}

    private StatementSpec limited(String sql) {
        Scope scope = Scope.required();
        return database.sql(sql)
                .param("reach", scope.reachText())
                .param("own", scope.member().orElse(NOBODY));
    }

    /** Whether it is entered that the member has died. */
    boolean isOver(UUID member, LocalDate today) {
        return limited(IS_OVER)
                .param("member", member)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** Ends what he gave and what held beyond that day, and what is for his phone and holds. */
    List<Over> endWith(UUID member, LocalDate from, LocalDate today, Instant at) {
        return limited(END)
                .param("member", member)
                .param("from", from)
                .param("today", today)
                .param("by", JdbcProxies.By.DEATH.name())
                .param("at", Timestamp.from(at))
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    String name = secrets.open(Field.WORDS, id, row.getBytes("name_sealed"));
                    return new Over(
                            id, row.getObject("member", UUID.class), row.getString("path"), new PersonName(name));
                })
                .list();
    }
}
