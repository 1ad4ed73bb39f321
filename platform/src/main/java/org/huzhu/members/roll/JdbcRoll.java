package org.huzhu.members.roll;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.members.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoll implements Roll {

    private static final String NAMED = """
            select m.id, m.name, m.paper_kind, m.paper_sealed from members.member m
            where m.id = any(:ids::uuid[]) and m.path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcRoll(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Map<UUID, Named> named(Collection<UUID> members) {
        Map<UUID, Named> named = new HashMap<>();
        database.sql(NAMED)
                .param("ids", new SqlArrayValue("uuid", members.toArray()))
                .param("reach", Scope.required().reachText())
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Paper.Kind kind = Paper.Kind.valueOf(row.getString("paper_kind"));
                    String number = secrets.open(Field.ID_NUMBER, id, row.getBytes("paper_sealed"));
                    named.put(id, new Named(row.getString("name"), Paper.masked(kind, number)));
                });
        return named;
    }
}
