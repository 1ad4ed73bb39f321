package org.huzhu.crypto;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.huzhu.crypto.FieldKey.Label;
import org.huzhu.crypto.FieldKey.Purpose;
import org.huzhu.crypto.FieldKey.Wrapped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wrapped keys in the database. */
@Repository
class JdbcKeys {

    private static final String ALL = """
            select id, suite, purpose, field, wrapped, made_at, retired_at from crypto.data_key order by id
            """;

    private static final String NEXT = """
            select nextval('crypto.data_key_id_seq')
            """;

    /** Where another process was quicker to make the first key of a field, its key stands. */
    private static final String ADD = """
            insert into crypto.data_key (id, suite, purpose, field, wrapped, made_at)
            values (:id, :suite, :purpose, :field, :wrapped, :madeAt)
            on conflict do nothing
            """;

    private static final String RETIRE = """
            update crypto.data_key set retired_at = :at
            where purpose = :purpose and field = :field and retired_at is null
            """;

    private final JdbcClient database;

    JdbcKeys(JdbcClient database) {
        this.database = database;
    }

    List<Wrapped> all() {
        return database.sql(ALL).query((row, _) -> wrapped(row)).list();
    }

    int nextId() {
        return database.sql(NEXT).query(Integer.class).single();
    }

    /** Whether it was added; not, where the field has such a key already. */
    boolean add(Wrapped key) {
        return database.sql(ADD)
                        .param("id", key.label().id())
                        .param("suite", key.label().suite().name())
                        .param("purpose", key.label().purpose().name())
                        .param("field", key.label().field().name())
                        .param("wrapped", HexFormat.of().parseHex(key.sealed()))
                        .param("madeAt", Timestamp.from(key.madeAt()))
                        .update()
                == 1;
    }

    void retire(Purpose purpose, Field field, Instant at) {
        database.sql(RETIRE)
                .param("purpose", purpose.name())
                .param("field", field.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        Label label = new Label(
                row.getInt("id"),
                Suite.valueOf(row.getString("suite")),
                Purpose.valueOf(row.getString("purpose")),
                Field.valueOf(row.getString("field")));
        return new Wrapped(
                label,
                Digests.hex(row.getBytes("wrapped")),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("retired_at")).map(Timestamp::toInstant));
    }
}
