package org.huzhu.quarters.filed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarters.filed.Filing.Figures;
import org.huzhu.quarters.filed.Filing.State;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was filed, as it is kept. */
@Repository
class JdbcFilings {

    private static final String IN = " path <@ any(:reach::ltree[]) ";

    private static final String SELECT = """
            select id, plan, year, path::text as path, member, name, number, figures, accepted, state, version, said
            from quarters.filing where
            """ + IN;

    private static final String ALL = SELECT + " and year = :year order by entered_at desc, id desc limit :max";
    private static final String ONE = SELECT + " and id = :id for update";
    private static final String OF_PERSON = SELECT
            + " and office = cast(:office as ltree) and plan = :plan and year = :year and person = :person for update";

    /** In an order that follows from what stands in it alone. */
    private static final String ACCEPTED = SELECT
            + " and office = cast(:office as ltree) and plan = :plan and year = :year and accepted is not null"
            + " order by person";

    private static final String ADD = """
            insert into quarters.filing (id, office, path, plan, year, member, person, name, number, figures, state,
                                         entered_by, entered_at)
            values (:id, cast(:office as ltree), cast(:path as ltree), :plan, :year, :member, :person, :name, :number,
                    :figures, 'ENTERED', :actor, :at)
            on conflict do nothing
            """;

    private static final String AGAIN = """
            update quarters.filing set figures = :figures, state = 'ENTERED', version = version + 1, said = '',
                entered_by = :actor, passed_by = null, entered_at = :at
            where id = :id and
            """ + IN;

    private static final String PASS = """
            update quarters.filing set state = 'PASSED', version = version + 1, passed_by = :actor
            where id = :id and version = :version and state = 'ENTERED' and entered_by <> :actor and
            """ + IN;

    private static final String ACCEPT = """
            update quarters.filing set state = 'ACCEPTED', version = version + 1, accepted = figures
            where id = :id and version = :version and state = 'PASSED' and entered_by <> :actor
              and passed_by <> :actor and
            """ + IN;

    private static final String RETURN = """
            update quarters.filing set state = 'RETURNED', version = version + 1, said = :said, passed_by = null
            where id = :id and version = :version and state = :from and
            """ + IN;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcFilings(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Whose identity numbers are sealed again when keys change. */
    @Bean
    static SealedColumn filedNumbers(JdbcClient database) {
        return SealedColumn.of(database, Field.ID_NUMBER, "quarters.filing", "id", "number");
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /**
     * A filing as it is kept.
     *
     * @param number the identity number
     * @param accepted the figures that an office has accepted last
     */
    record Kept(Filing filing, UUID member, IdNumber number, Optional<Figures> accepted) {

        @Override
        public String toString() {
            return "Kept " + filing.id();
        }
    }

    /** What is filed for a member. */
    record Fresh(UUID id, String office, String path, String plan, int year, UUID member, String name) {}

    List<Filing> all(int year, int max) {
        return within(ALL)
                .param("year", year)
                .param("max", max)
                .query((row, _) -> kept(row).filing())
                .list();
    }

    Optional<Filing> one(UUID id) {
        return within(ONE).param("id", id).query((row, _) -> kept(row).filing()).optional();
    }

    Optional<Filing> of(String office, String plan, int year, IdNumber number) {
        return within(OF_PERSON)
                .param("office", office)
                .param("plan", plan)
                .param("year", year)
                .param("person", person(number))
                .query((row, _) -> kept(row).filing())
                .optional();
    }

    /** Those with figures that an office has accepted. */
    List<Kept> accepted(String office, String plan, int year) {
        return within(ACCEPTED)
                .param("office", office)
                .param("plan", plan)
                .param("year", year)
                .query((row, _) -> kept(row))
                .list();
    }

    /** Whether there was none of that person. */
    boolean add(Fresh fresh, IdNumber number, Figures figures, Instant at) {
        return database.sql(ADD)
                        .param("id", fresh.id())
                        .param("office", fresh.office())
                        .param("path", fresh.path())
                        .param("plan", fresh.plan())
                        .param("year", fresh.year())
                        .param("member", fresh.member())
                        .param("person", person(number))
                        .param("name", fresh.name())
                        .param("number", secrets.seal(Field.ID_NUMBER, fresh.id(), number.text()))
                        .param("figures", figures.text())
                        .param("actor", Scope.required().actor())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void again(UUID id, Figures figures, Instant at) {
        within(AGAIN)
                .param("id", id)
                .param("figures", figures.text())
                .param("actor", Scope.required().actor())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean pass(UUID id, int version) {
        return step(PASS, id, version).param("actor", Scope.required().actor()).update() == 1;
    }

    boolean accept(UUID id, int version) {
        return step(ACCEPT, id, version)
                        .param("actor", Scope.required().actor())
                        .update()
                == 1;
    }

    boolean giveBack(UUID id, int version, State from, String said) {
        return step(RETURN, id, version)
                        .param("from", from.name())
                        .param("said", said)
                        .update()
                == 1;
    }

    private StatementSpec step(String sql, UUID id, int version) {
        return within(sql).param("id", id).param("version", version);
    }

    /** The same for the same number, as lines of quarters have it; tells nothing of it. */
    private String person(IdNumber number) {
        return Digests.hex(secrets.index(Field.ID_NUMBER, number.text()));
    }

    private Kept kept(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String number = Objects.requireNonNull(secrets.open(Field.ID_NUMBER, id, row.getBytes("number")));
        return new Kept(
                new Filing(
                        id,
                        row.getString("plan"),
                        row.getInt("year"),
                        row.getString("path"),
                        row.getString("name"),
                        IdNumber.masked(number),
                        Figures.of(row.getString("figures")),
                        State.valueOf(row.getString("state")),
                        row.getInt("version"),
                        row.getString("said")),
                row.getObject("member", UUID.class),
                IdNumber.parse(number),
                Optional.ofNullable(row.getString("accepted")).map(Figures::of));
    }
}
