package org.huzhu.staff.persons;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Phone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPersons implements Persons {

    private static final String OF = """
            select name, phone_sealed from staff.account where id = :id and home <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcPersons(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Optional<Person> of(UUID account) {
        return database.sql(OF)
                .param("id", account)
                .param("reach", Scope.required().reachText())
                .query((row, _) -> new Person(
                        row.getString("name"),
                        Phone.parse(secrets.open(Field.PHONE, account, row.getBytes("phone_sealed")))))
                .optional();
    }
}
