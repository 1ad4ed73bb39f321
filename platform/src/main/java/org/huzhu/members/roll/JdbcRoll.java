package org.huzhu.members.roll;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    private static final String RESIDENTS = """
            select distinct on (m.paper_index) m.paper_index, m.id, m.path::text as path from members.member m
            where m.paper_index = any(:indexes::bytea[]) and m.merged_into is null and m.path <@ any(:reach::ltree[])
            order by m.paper_index, m.admitted_on desc, m.id desc
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcRoll(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Map<String, Place> residents(Collection<String> numbers) {
        Map<ByteBuffer, String> byIndex = new HashMap<>();
        for (String number : numbers) {
            byte[] index = secrets.index(
                    Field.ID_NUMBER, Paper.parse(Paper.Kind.RESIDENT, number).indexed());
            byIndex.put(ByteBuffer.wrap(index), number);
        }
        Map<String, Place> places = new HashMap<>();
        database.sql(RESIDENTS)
                .param("reach", Scope.required().reachText())
                .param("indexes", new SqlArrayValue("bytea", (Object[])
                        byIndex.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new)))
                .query(row -> {
                    String number = byIndex.get(ByteBuffer.wrap(row.getBytes("paper_index")));
                    places.put(
                            Objects.requireNonNull(number),
                            new Place(row.getObject("id", UUID.class), row.getString("path")));
                });
        return places;
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
