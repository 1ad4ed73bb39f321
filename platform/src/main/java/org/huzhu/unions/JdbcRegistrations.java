package org.huzhu.unions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.unions.Registration.Decision;
import org.huzhu.unions.Registration.Form;
import org.huzhu.unions.Registration.State;
import org.huzhu.unions.UnitFacts.Contact;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests of units to be taken in. */
@Repository
class JdbcRegistrations {

    private static final String TAKING = "select" + JdbcOrganisations.COLUMNS + """
            from unions.organisation
            where tier in ('AGENCY', 'STREET', 'POINT') and closed_on is null and""" + Reach.IN;

    private static final String PLACES = TAKING + """
              and (:words = '' and tier = 'AGENCY' or :words <> '' and name ilike '%' || :literally || '%')
            order by name <> :words, array_position(array['AGENCY', 'STREET', 'POINT'], tier),
                     name collate "zh-x-icu", id
            limit :max
            """;

    private static final String PLACE = TAKING + "and id = :id";

    private static final String ADD = """
            insert into unions.registration (id, under, path, name, union_code, employer_code, kind, staff, women,
                                             hosted_in,
                                             contact, phone, state, asked_at)
            values (:id, :under, cast(:path as ltree), :name, cast(:unionCode as text),
                    cast(:employerCode as text), :kind,
                    :staff, :women, cast(:hostedIn as text), :contact, :phone, 'ASKED', :at)
            on conflict (id) do nothing
            """;

    private static final String MEND = """
            update unions.registration
            set name = :name, union_code = cast(:unionCode as text), employer_code = cast(:employerCode as text),
                kind = :kind, staff = :staff, women = :women,
                hosted_in = cast(:hostedIn as text), contact = :contact, phone = :phone,
                state = 'ASKED', asked_at = :at, decided_at = null, decided_by = null, reason = null
            where id = :id and state = 'RETURNED' and""" + Reach.IN;

    private static final String FIND = "select * from unions.registration where id = :id and" + Reach.IN;

    private static final String HOLD =
            "select * from unions.registration where id = :id and state = 'ASKED' and" + Reach.IN + "for update";

    private static final String PATH = "select path::text from unions.registration where id = :id and" + Reach.IN;

    private static final String WAITING =
            "select * from unions.registration where state = 'ASKED' and" + Reach.IN + "order by asked_at, id";

    /** Decides what waits, and nothing else: of two reviewers one finds no row. */
    private static final String DECIDE = """
            update unions.registration
            set state = :state, decided_at = :at, decided_by = :by, reason = cast(:reason as text),
                organisation = cast(:organisation as uuid)
            where id = :id and state = 'ASKED' and""" + Reach.IN;

    private static final String FOLLOW = """
            update unions.registration
            set path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree) and""" + Reach.IN;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcRegistrations(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    List<Organisation> places(String words, int max) {
        return database.sql(PLACES)
                .param("words", words)
                .param(
                        "literally",
                        words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .param("max", max)
                .param("reach", Reach.text())
                .query(JdbcOrganisations::organisation)
                .list();
    }

    /** The organisation, if it is open and takes units in. */
    Optional<Organisation> place(UUID id) {
        return one(PLACE, id).query(JdbcOrganisations::organisation).optional();
    }

    /** Whether it was not there yet. */
    boolean add(UUID id, Organisation under, Form form, Instant at) {
        return filled(ADD, id, form, at)
                        .param("under", under.id())
                        .param("path", under.path())
                        .update()
                == 1;
    }

    /** Whether it was there to be mended. */
    boolean mend(UUID id, Form form, Instant at) {
        return filled(MEND, id, form, at).param("reach", Reach.text()).update() == 1;
    }

    Optional<Registration> find(UUID id) {
        return one(FIND, id).query(this::registration).optional();
    }

    /** The request, if it waits, locked until the transaction ends. */
    Optional<Registration> hold(UUID id) {
        return one(HOLD, id).query(this::registration).optional();
    }

    Optional<String> pathOf(UUID id) {
        return one(PATH, id).query(String.class).optional();
    }

    List<Registration> waiting() {
        return database.sql(WAITING)
                .param("reach", Reach.text())
                .query(this::registration)
                .list();
    }

    /** Whether it waited still, and so is decided now. */
    boolean decide(UUID id, State state, Decision decision) {
        return database.sql(DECIDE)
                        .param("id", id)
                        .param("reach", Reach.text())
                        .param("state", state.name())
                        .param("at", decision.at().atOffset(ZoneOffset.UTC))
                        .param("by", decision.by())
                        .param("reason", decision.reason().orElse(null))
                        .param("organisation", decision.organisation().orElse(null))
                        .update()
                == 1;
    }

    /** Keeps to the organisations that they ask, wherever these move. */
    void follow(String from, String to) {
        database.sql(FOLLOW)
                .param("from", from)
                .param("to", to)
                .param("reach", Reach.text())
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, UUID id) {
        return database.sql(sql).param("id", id).param("reach", Reach.text());
    }

    private JdbcClient.StatementSpec filled(String sql, UUID id, Form form, Instant at) {
        UnitFacts facts = form.facts();
        return database.sql(sql)
                .param("id", id)
                .param("name", form.name())
                .param("unionCode", facts.unionCode().map(Object::toString).orElse(null))
                .param(
                        "employerCode",
                        facts.employerCode().map(Object::toString).orElse(null))
                .param("kind", facts.kind().name())
                .param("staff", facts.staff())
                .param("women", facts.women())
                .param("hostedIn", facts.hostedIn().orElse(null))
                .param("contact", form.contact().name())
                .param("phone", secrets.seal(Field.PHONE, id, form.contact().phone()))
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    private Registration registration(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Contact contact = new Contact(row.getString("contact"), secrets.open(Field.PHONE, id, row.getBytes("phone")));
        return new Registration(
                id,
                row.getObject("under", UUID.class),
                new Form(row.getString("name"), JdbcFacts.facts(row, number), contact),
                State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                decision(row));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
        if (at == null) {
            return Optional.empty();
        }
        return Optional.of(new Decision(
                row.getString("decided_by"),
                at.toInstant(),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("organisation", UUID.class))));
    }

    /** Their phones are sealed again when keys change. */
    @Bean
    static SealedColumn registrationPhones(JdbcClient database) {
        return SealedColumn.of(database, Field.PHONE, "unions.registration", "id", "phone");
    }
}
