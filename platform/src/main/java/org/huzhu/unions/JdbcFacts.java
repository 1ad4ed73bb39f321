package org.huzhu.unions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.CreditCode;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Dated;
import org.huzhu.unions.UnitFacts.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of organisations by date, and whom to call. */
@Repository
class JdbcFacts {

    private static final String ADD = """
            insert into unions.fact (organisation, day, union_code, employer_code, kind, staff, women, hosted_in,
                                     actor, at)
            values (:organisation, :day, cast(:unionCode as text), cast(:employerCode as text), :kind, :staff, :women,
                    cast(:hostedIn as text), :actor, :at)
            """;

    private static final String ON = """
            select union_code, employer_code, kind, staff, women, hosted_in from unions.fact
            where organisation = :organisation and day <= :day
              and exists (select from unions.organisation o where o.id = organisation and""" + Reach.IN + """
            ) order by day desc, number desc limit 1
            """;

    /** Of what was put down for one day only the last counts. */
    private static final String OF = """
            select distinct on (day) day, union_code, employer_code, kind, staff, women, hosted_in from unions.fact
            where organisation = :organisation
              and exists (select from unions.organisation o where o.id = organisation and""" + Reach.IN + """
            ) order by day, number desc
            """;

    private static final String NAME_CONTACT = """
            insert into unions.contact (organisation, name, phone) values (:organisation, :name, :phone)
            on conflict (organisation) do update set name = excluded.name, phone = excluded.phone
            """;

    private static final String CONTACT = """
            select name, phone from unions.contact
            where organisation = :organisation
              and exists (select from unions.organisation o where o.id = organisation and""" + Reach.IN + ")";

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcFacts(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    void add(UUID organisation, UnitFacts facts, LocalDate day, Instant at) {
        database.sql(ADD)
                .param("organisation", organisation)
                .param("day", day)
                .param("unionCode", facts.unionCode().map(Object::toString).orElse(null))
                .param(
                        "employerCode",
                        facts.employerCode().map(Object::toString).orElse(null))
                .param("kind", facts.kind().name())
                .param("staff", facts.staff())
                .param("women", facts.women())
                .param("hostedIn", facts.hostedIn().orElse(null))
                .param("actor", Reach.actor())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was known on the day. */
    Optional<UnitFacts> on(UUID organisation, LocalDate day) {
        return of(ON, organisation).param("day", day).query(JdbcFacts::facts).optional();
    }

    /** All that was known, the oldest first. */
    List<Dated> of(UUID organisation) {
        return of(OF, organisation)
                .query((row, number) -> new Dated(row.getObject("day", LocalDate.class), facts(row, number)))
                .list();
    }

    void nameContact(UUID organisation, Contact contact) {
        database.sql(NAME_CONTACT)
                .param("organisation", organisation)
                .param("name", contact.name())
                .param("phone", secrets.seal(Field.PHONE, organisation, contact.phone()))
                .update();
    }

    Optional<String> contactName(UUID organisation) {
        return of(CONTACT, organisation)
                .query((row, _) -> row.getString("name"))
                .optional();
    }

    Optional<Contact> contact(UUID organisation) {
        return of(CONTACT, organisation)
                .query((row, _) -> new Contact(
                        row.getString("name"), secrets.open(Field.PHONE, organisation, row.getBytes("phone"))))
                .optional();
    }

    private JdbcClient.StatementSpec of(String sql, UUID organisation) {
        return database.sql(sql).param("organisation", organisation).param("reach", Reach.text());
    }

    static UnitFacts facts(ResultSet row, int number) throws SQLException {
        return new UnitFacts(
                Optional.ofNullable(row.getString("union_code")).map(CreditCode::new),
                Optional.ofNullable(row.getString("employer_code")).map(CreditCode::new),
                Kind.valueOf(row.getString("kind")),
                row.getInt("staff"),
                row.getInt("women"),
                Optional.ofNullable(row.getString("hosted_in")));
    }

    /** Their phones are sealed again when keys change. */
    @Bean
    static SealedColumn contactPhones(JdbcClient database) {
        return SealedColumn.of(database, Field.PHONE, "unions.contact", "organisation", "phone");
    }
}
