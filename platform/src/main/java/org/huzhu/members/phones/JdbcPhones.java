package org.huzhu.members.phones;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealBroken;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Phone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPhones implements Phones {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcPhones.class);

    private static final String SEALED = """
            select m.id, k.id as kept, k.phone_sealed
            from members.member m join members.member k on k.id = coalesce(m.merged_into, m.id)
            where m.id = any(:ids::uuid[]) and k.phone_sealed is not null
              and m.path <@ any(:reach::ltree[]) and k.path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcPhones(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Map<UUID, Phone> of(Collection<UUID> members) {
        Map<UUID, Phone> phones = new HashMap<>();
        database.sql(SEALED)
                .param("ids", new SqlArrayValue("uuid", members.toArray()))
                .param("reach", Scope.required().reachText())
                .query(row -> {
                    UUID member = row.getObject("id", UUID.class);
                    open(row.getObject("kept", UUID.class), row.getBytes("phone_sealed"), member, phones);
                });
        return phones;
    }

    /** One that cannot be opened, which {@code huzhu verify} tells of, holds up no other. */
    private void open(UUID kept, byte[] sealed, UUID member, Map<UUID, Phone> phones) {
        try {
            phones.put(member, Phone.parse(secrets.open(Field.PHONE, kept, sealed)));
        } catch (SealBroken e) {
            LOG.error("The phone of member {} cannot be opened", kept, e);
        }
    }
}
