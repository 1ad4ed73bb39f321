package org.huzhu.members.proxies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.Acting.Offer;
import org.huzhu.members.proxies.Proxies.Grant;
import org.huzhu.staff.Sessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of grants, within the reach at hand; it tells the door who may act for whom. */
@Repository
class JdbcProxies implements Sessions.Grants, ActedFor {

    /** Nobody's: where no member asks. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String REACH = " (p.path <@ any(:reach::ltree[]) or p.member = :own) ";

    private static final String LIVE =
            " p.ended_at is null and p.from_on <= :today and p.until_on > :today and" + REACH;

    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended('proxy/' || :what, 0))";

    private static final String IS_OWN = """
            select exists (select from members.member m where m.id = :member and m.phone_index = :phone
                             and (m.path <@ any(:reach::ltree[]) or m.id = :own))
            """;

    private static final String IS_LET =
            "select exists (select from members.proxy p where p.member = :member and p.phone_index = :phone and" + LIVE
                    + ")";

    private static final String COUNT_OF_MEMBER =
            "select count(*) from members.proxy p where p.member = :member and" + LIVE;

    private static final String COUNT_OF_PHONE =
            "select count(*) from members.proxy p where p.phone_index = :phone and" + LIVE;

    private static final String ADD = """
            insert into members.proxy (id, member, path, name_sealed, phone_sealed, phone_index, from_on, until_on,
                granted_at)
            select :id, m.id, m.path, :name, :sealed, :phone, :from, :until, :at from members.member m
            where m.id = :member and (m.path <@ any(:reach::ltree[]) or m.id = :own)
            """;

    private static final String ACCEPT =
            "update members.proxy p set accepted_at = :at where p.id = :id and p.accepted_at is null and" + REACH;

    private static final String END = """
            update members.proxy p set ended_at = :at, ended_by = :by where p.id = :id and p.member = :member and
            """ + LIVE;

    private static final String OF_MEMBER = """
            select p.id, p.name_sealed, p.phone_sealed, p.from_on, p.until_on, p.accepted_at, p.ended_at
            from members.proxy p where p.member = :member and
            """ + REACH + " order by p.granted_at desc, p.id limit 50";

    private static final String OF_PHONE = """
            select p.id, m.name, p.until_on, p.accepted_at
            from members.proxy p join members.member m on m.id = p.member
            where p.phone_index = :phone and m.merged_into is null and
            """ + LIVE + " order by p.granted_at, p.id";

    private static final String HOLD = """
            select p.member, p.path::text as path, p.name_sealed from members.proxy p
            where p.id = :id and p.phone_index = :phone and
            """ + LIVE + " for update of p";

    /** An entry that was merged into another is nobody's any more: the member, who is that other, says it anew. */
    private static final String MEMBER = """
            select m.id from members.proxy p join members.member m on m.id = p.member
            where p.id = :id and p.accepted_at is not null and m.merged_into is null and
            """ + LIVE;

    private static final String HOLD_MEMBER = MEMBER + " for share of p";

    private static final String NAME = """
            select m.name from members.member m where m.id = :member
              and (m.path <@ any(:reach::ltree[]) or m.id = :own)
            """;

    private static final String ACTED = """
            select p.id, p.name_sealed, p.phone_index from members.proxy p
            where p.member = :member and p.accepted_at is not null and
            """ + REACH;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcProxies(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Who may act. */
    record Person(PersonName name, Phone phone) {}

    /** From a day until the first on which he may no longer. */
    record Days(LocalDate from, LocalDate until) {}

    /** A grant, held until the transaction at hand ends. */
    record Held(UUID member, String path, PersonName name) {}

    /** Who ended it. Names are stored: never rename one. */
    enum By {
        MEMBER,
        PROXY,
        /** That of either. */
        DEATH
    }

    private StatementSpec limited(String sql) {
        Scope scope = Scope.required();
        return database.sql(sql)
                .param("reach", scope.reachText())
                .param("own", scope.member().orElse(NOBODY));
    }

    private byte[] index(Phone phone) {
        return secrets.index(Field.PHONE, phone.digits());
    }

    /** Until the transaction at hand ends, nobody else lets anybody act for this member. */
    void alone(String member) {
        database.sql(ONE_BY_ONE).param("what", member).query((_, _) -> true).list();
    }

    /** Until the transaction at hand ends, nobody else lets this phone act for anybody. */
    void alone(Phone phone) {
        alone(HexFormat.of().formatHex(index(phone)));
    }

    boolean isHisOwn(UUID member, Phone phone) {
        return limited(IS_OWN)
                .param("member", member)
                .param("phone", index(phone))
                .query(Boolean.class)
                .single();
    }

    boolean isLet(UUID member, Phone phone, LocalDate today) {
        return limited(IS_LET)
                .param("member", member)
                .param("phone", index(phone))
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    int countOf(UUID member, LocalDate today) {
        return limited(COUNT_OF_MEMBER)
                .param("member", member)
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    int countOf(Phone phone, LocalDate today) {
        return limited(COUNT_OF_PHONE)
                .param("phone", index(phone))
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    void add(UUID id, UUID member, Person person, Days days, Instant at) {
        limited(ADD)
                .param("id", id)
                .param("member", member)
                .param("name", secrets.seal(Field.WORDS, id, person.name().text()))
                .param("sealed", secrets.seal(Field.PHONE, id, person.phone().digits()))
                .param("phone", index(person.phone()))
                .param("from", days.from())
                .param("until", days.until())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whether it was not accepted until now. */
    boolean accept(UUID id, Instant at) {
        return limited(ACCEPT).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    /** Whether it held until now. */
    boolean end(UUID id, UUID member, By by, LocalDate today, Instant at) {
        return limited(END)
                        .param("id", id)
                        .param("member", member)
                        .param("by", by.name())
                        .param("today", today)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<Grant> of(UUID member) {
        return limited(OF_MEMBER)
                .param("member", member)
                .query((row, _) -> grant(row))
                .list();
    }

    private Grant grant(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Grant(
                id,
                name(id, row).text(),
                Phone.parse(secrets.open(Field.PHONE, id, row.getBytes("phone_sealed")))
                        .toString(),
                new DateSpan(row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)),
                Optional.ofNullable(row.getTimestamp("accepted_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }

    private PersonName name(UUID id, ResultSet row) throws SQLException {
        return new PersonName(secrets.open(Field.WORDS, id, row.getBytes("name_sealed")));
    }

    List<Offer> of(Phone phone, LocalDate today) {
        return limited(OF_PHONE)
                .param("phone", index(phone))
                .param("today", today)
                .query((row, _) -> new Offer(
                        row.getObject("id", UUID.class),
                        new PersonName(row.getString("name")).masked(),
                        row.getObject("until_on", LocalDate.class),
                        row.getTimestamp("accepted_at") != null))
                .list();
    }

    /** The grant, where it is for the phone and holds. */
    Optional<Held> hold(UUID id, Phone phone, LocalDate today) {
        return limited(HOLD)
                .param("id", id)
                .param("phone", index(phone))
                .param("today", today)
                .query((row, _) -> new Held(row.getObject("member", UUID.class), row.getString("path"), name(id, row)))
                .optional();
    }

    @Override
    public Optional<UUID> member(UUID grant, LocalDate day) {
        return member(MEMBER, grant, day);
    }

    @Override
    public boolean holds(UUID grant, LocalDate day) {
        return member(HOLD_MEMBER, grant, day).isPresent();
    }

    private Optional<UUID> member(String sql, UUID grant, LocalDate day) {
        return limited(sql)
                .param("id", grant)
                .param("today", day)
                .query(UUID.class)
                .optional();
    }

    PersonName name(UUID member) {
        return new PersonName(
                limited(NAME).param("member", member).query(String.class).single());
    }

    @Override
    public boolean hasActed(UUID member, String name, Phone phone) {
        byte[] index = index(phone);
        return limited(ACTED)
                .param("member", member)
                .query((row, _) -> Arrays.equals(index, row.getBytes("phone_index"))
                        || name(row.getObject("id", UUID.class), row).text().equals(name))
                .list()
                .contains(true);
    }
}
