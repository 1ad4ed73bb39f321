package org.huzhu.claims.money;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.huzhu.claims.ClaimKind;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is owed to the member who asks. */
@Repository
class JdbcOwed {

    private static final String OWED = """
            select o.key, c.id, c.number, c.kind from claims.owed o join claims.claim c on c.id = o.claim
            where o.member = :own and o.recipient = 0 and o.fen > 0
              and (o.path <@ any(:reach::ltree[]) or c.member = :own)
            order by c.number desc, o.decision desc, o.key
            """;

    private final JdbcClient database;

    JdbcOwed(JdbcClient database) {
        this.database = database;
    }

    /** The claim that something is owed for. */
    record Owed(UUID claim, String number, ClaimKind kind) {}

    /** By the keys of what is owed. */
    SequencedMap<String, Owed> own() {
        Scope scope = Scope.required();
        SequencedMap<String, Owed> owed = new LinkedHashMap<>();
        database.sql(OWED)
                .param("reach", scope.reachText())
                .param("own", scope.member().orElseThrow())
                .query(row -> {
                    owed.put(
                            row.getString("key"),
                            new Owed(
                                    row.getObject("id", UUID.class),
                                    row.getString("number"),
                                    ClaimKind.valueOf(row.getString("kind"))));
                });
        return owed;
    }
}
