package org.huzhu.crypto;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huzhu.crypto.FieldKey.Label;
import org.huzhu.crypto.FieldKey.Purpose;
import org.huzhu.crypto.FieldKey.Wrapped;
import org.huzhu.database.Server;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The wrapped keys in the database. */
@Repository
class JdbcKeys {

    private static final String LOCK = "lock table crypto.data_key in exclusive mode";

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

    /**
     * The change of how all keys are wrapped, by the owner of the table: whoever runs the society may not.
     *
     * @param server whose owner does it
     */
    record Rewrapping(Server server) {

        private static final String ALLOW = "select set_config('huzhu.master', 'changes', true)";

        private static final String REWRAP = "update crypto.data_key set wrapped = :wrapped where id = :id";

        /** Wraps all of them anew, or none. */
        void all(UnaryOperator<Wrapped> wrapping) {
            DriverManagerDataSource source = new DriverManagerDataSource(
                    server.url(), server.owner().role(), server.owner().password());
            JdbcClient owner = JdbcClient.create(source);
            new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(_ -> {
                owner.sql(LOCK).update();
                owner.sql(ALLOW).query(String.class).single();
                for (Wrapped key : new JdbcKeys(owner).all()) {
                    owner.sql(REWRAP)
                            .param(
                                    "wrapped",
                                    HexFormat.of().parseHex(wrapping.apply(key).sealed()))
                            .param("id", key.label().id())
                            .update();
                }
            });
        }
    }
}
