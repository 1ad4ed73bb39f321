package org.huzhu.members.intake;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.ManyRows;
import org.huzhu.database.Scope;
import org.huzhu.members.Intake.Awaited;
import org.huzhu.members.Intake.Known;
import org.huzhu.members.Intake.Sighting;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.Paper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** People who wait with a roster, and those of them who are known. */
@Repository
class JdbcIntake {

    private static final String OF_ROSTER = "w.roster = :roster and w.path <@ any(:reach::ltree[])";

    private static final String KNOWN = """
            select m.paper_index, m.id, m.name,
                   array(select k.kind from members.category k where k.member = m.id
                         and k.from_on <= :day and (k.until_on is null or k.until_on > :day)) as kinds
            from members.member m
            where m.paper_index = any(:indexes::bytea[]) and m.unit = :unit and m.merged_into is null
              and m.path <@ any(:reach::ltree[])
            """;

    private static final String ADMIT = """
            insert into members.member (id, unit, path, name, birth_on, sex, paper_kind, paper_sealed, paper_index,
                phone_sealed, phone_index, employed_from, admitted_on)
            select w.id, w.unit, :path::ltree, w.name, w.birth_on, w.sex, w.paper_kind, w.paper_sealed, w.paper_index,
                   w.phone_sealed, w.phone_index, w.employed_from, :today
            from members.waiting w where
            """ + OF_ROSTER;

    private static final String GIVE_CARDS = """
            insert into members.card (id, member, path, kind, sealed, index, given_at)
            select w.card, w.id, :path::ltree, 'UNION', w.card_sealed, w.card_index, :at
            from members.waiting w where w.card is not null and
            """ + OF_ROSTER;

    private static final String CATEGORISE = """
            insert into members.category (id, member, path, kind, from_on)
            select gen_random_uuid(), w.id, :path::ltree, w.category, w.employed_from
            from members.waiting w where w.category is not null and
            """ + OF_ROSTER;

    private static final String FORGET =
            "delete from members.waiting w where w.roster = :roster and w.path <@ any(:reach::ltree[])";

    private static final String FORGET_SOME = FORGET + " and w.id = any(:people::uuid[])";

    private static final String FOLLOW = """
            update members.waiting w set path = house.moved(w.path, :old::ltree, :new::ltree)
            where w.path <@ :old::ltree and w.path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;
    private final JdbcOperations rows;
    private final Secrets secrets;

    JdbcIntake(JdbcClient database, JdbcOperations rows, Secrets secrets) {
        this.database = database;
        this.rows = rows;
        this.secrets = secrets;
    }

    List<Sighting> recognise(UUID unit, List<Paper> papers, LocalDate day) {
        byte[][] indexes = papers.stream().map(this::index).toArray(byte[][]::new);
        Map<UUID, Known> known = new HashMap<>();
        database.sql(KNOWN)
                .param("reach", Scope.required().reachText())
                .param("indexes", new SqlArrayValue("bytea", (Object[]) indexes))
                .param("unit", unit)
                .param("day", day)
                .query(row -> {
                    known.put(
                            person(row.getBytes("paper_index")),
                            new Known(
                                    row.getObject("id", UUID.class),
                                    row.getString("name"),
                                    kinds(row.getArray("kinds"))));
                });
        return Arrays.stream(indexes)
                .map(JdbcIntake::person)
                .map(person -> new Sighting(person, Optional.ofNullable(known.get(person))))
                .toList();
    }

    private static Set<CategoryKind> kinds(Array kinds) throws SQLException {
        return Arrays.stream((Object[]) kinds.getArray())
                .map(kind -> CategoryKind.valueOf(kind.toString()))
                .collect(Collectors.toSet());
    }

    private byte[] index(Paper paper) {
        return secrets.index(Field.ID_NUMBER, paper.indexed());
    }

    /** The first half of the keyed digest: no two people of a nation share it. */
    private static UUID person(byte[] index) {
        ByteBuffer bytes = ByteBuffer.wrap(index);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private record Row(Awaited who, @Nullable UUID card) {}

    void add(UUID roster, UUID unit, String path, List<Awaited> people) {
        List<Row> all = people.stream()
                .map(who -> new Row(who, who.card().map(_ -> UUID.randomUUID()).orElse(null)))
                .toList();
        rows.execute((ConnectionCallback<@Nullable Void>) connection -> {
            table(roster, unit, path).add(connection, all);
            return null;
        });
    }

    private ManyRows<Row> table(UUID roster, UUID unit, String path) {
        return ManyRows.<Row>of("members.waiting")
                .column("id", "uuid", row -> row.who().id())
                .column("roster", "uuid", _ -> roster)
                .column("unit", "uuid", _ -> unit)
                .column("path", "ltree", _ -> path)
                .column("name", "text", row -> row.who().name().text())
                .column("birth_on", "date", row -> row.who().birthOn())
                .column("sex", "text", row -> row.who().sex().name())
                .column("paper_kind", "text", row -> row.who().paper().kind().name())
                .column("paper_sealed", "bytea", row -> sealedPaper(row.who()))
                .column("paper_index", "bytea", row -> index(row.who().paper()))
                .column("phone_sealed", "bytea", row -> sealedPhone(row.who()))
                .column("phone_index", "bytea", row -> phoneIndex(row.who()))
                .column("card", "uuid", Row::card)
                .column("card_sealed", "bytea", this::sealedCard)
                .column("card_index", "bytea", row -> cardIndex(row.who()))
                .column("category", "text", row -> listed(row.who().category()))
                .column("employed_from", "date", row -> row.who().employedFrom());
    }

    /** That he is in service, his work says already. */
    private static @Nullable String listed(CategoryKind kind) {
        return kind == CategoryKind.EMPLOYED ? null : kind.name();
    }

    private byte[] sealedPaper(Awaited who) {
        return sealed(Field.ID_NUMBER, who.id(), who.paper().number());
    }

    private byte @Nullable [] sealedPhone(Awaited who) {
        return who.phone()
                .map(phone -> sealed(Field.PHONE, who.id(), phone.digits()))
                .orElse(null);
    }

    private byte @Nullable [] phoneIndex(Awaited who) {
        return who.phone()
                .map(phone -> secrets.index(Field.PHONE, phone.digits()))
                .orElse(null);
    }

    private byte @Nullable [] cardIndex(Awaited who) {
        return who.card().map(card -> secrets.index(Field.CARD, card.digits())).orElse(null);
    }

    private byte[] sealed(Field field, UUID row, String clear) {
        return secrets.seal(field, row, clear);
    }

    private byte @Nullable [] sealedCard(Row row) {
        UUID card = row.card();
        return card == null
                ? null
                : sealed(Field.CARD, card, row.who().card().orElseThrow().digits());
    }

    /** Makes members of all who wait with the roster. */
    int admit(UUID roster, String path, LocalDate today, Instant now) {
        int admitted =
                of(ADMIT, roster).param("path", path).param("today", today).update();
        of(GIVE_CARDS, roster)
                .param("path", path)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        of(CATEGORISE, roster).param("path", path).update();
        return admitted;
    }

    void forget(UUID roster) {
        of(FORGET, roster).update();
    }

    void forget(UUID roster, List<UUID> people) {
        of(FORGET_SOME, roster)
                .param("people", new SqlArrayValue("uuid", people.toArray()))
                .update();
    }

    void follow(String oldPath, String newPath) {
        database.sql(FOLLOW)
                .param("old", oldPath)
                .param("new", newPath)
                .param("reach", Scope.required().reachText())
                .update();
    }

    private StatementSpec of(String sql, UUID roster) {
        return database.sql(sql)
                .param("roster", roster)
                .param("reach", Scope.required().reachText());
    }
}
