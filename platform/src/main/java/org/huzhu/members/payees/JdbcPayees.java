package org.huzhu.members.payees;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPayees implements Payees {

    /** Nobody's: where no member asks. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String LIVE = """
            select m.name, c.id, c.sealed from members.card c join members.member m on m.id = c.member
            where c.member = :member and c.replaced_at is null
              and (m.path <@ any(:reach::ltree[]) or m.id = :own)
            order by c.given_at desc, c.kind limit 1
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcPayees(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Optional<Payee> of(UUID member) {
        return database.sql(LIVE)
                .param("member", member)
                .param("reach", Scope.required().reachText())
                .param("own", Scope.required().member().orElse(NOBODY))
                .query((row, _) -> new Payee(
                        new PersonName(row.getString("name")),
                        new CardNumber(
                                secrets.open(Field.CARD, row.getObject("id", UUID.class), row.getBytes("sealed")))))
                .optional();
    }
}
