package org.huzhu.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.DateSpan;
import org.huzhu.members.MemberDetail.Card;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.Category;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberDetail.Employment;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberDetail.Relative;
import org.huzhu.members.MemberFile.Relation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Employments, cards, categories and families of members. */
@Repository
class JdbcFile {

    private static final String OF = " join members.member m on m.id = x.member where x.member in (:members) and ";

    private static final String EMPLOYMENTS = "select x.unit, x.from_on, x.until_on from members.employment x" + OF
            + Reach.WITHIN + " order by x.from_on desc";

    private static final String EMPLOY = """
            update members.member m set employed_from = :from where m.id = :member and
            """ + Reach.WITHIN;

    private static final String END_EMPLOYMENT = """
            with present as (
                select m.id, m.path, m.unit, m.employed_from from members.member m
                where m.id = :member and m.employed_from is not null and""" + Reach.WITHIN + """
                for update
            ), ended as (
                update members.member m set employed_from = null from present p where m.id = p.id returning m.id
            )
            insert into members.past_employment (id, member, path, unit, from_on, until_on)
            select :id, p.id, p.path, p.unit, p.employed_from, :until from present p join ended e on e.id = p.id
            """;

    private static final String CARDS = "select x.id, x.kind, x.sealed, x.given_at, x.replaced_at from members.card x"
            + OF + Reach.WITHIN + " order by x.replaced_at is null desc, x.given_at desc, x.id";

    private static final String GIVE_CARD = """
            insert into members.card (id, member, path, kind, sealed, index, given_at)
            select :id, m.id, m.path, :kind, :sealed, :index, :at from members.member m where m.id = :member and
            """ + Reach.WITHIN;

    private static final String REPLACE_CARD = """
            update members.card set replaced_at = :at
            where member = :member and kind = :kind and replaced_at is null and
            """ + Reach.OF_ROW;

    private static final String CATEGORIES = "select x.kind, x.from_on, x.until_on from members.category x" + OF
            + Reach.WITHIN + " order by x.from_on desc, x.kind";

    private static final String CATEGORISE = """
            insert into members.category (id, member, path, kind, from_on, until_on)
            select :id, m.id, m.path, :kind, :from, :until from members.member m where m.id = :member and
            """ + Reach.WITHIN;

    private static final String END_CATEGORY = """
            update members.category set until_on = :until
            where member = :member and kind = :kind and until_on is null and
            """ + Reach.OF_ROW;

    private static final String RELATIVES =
            "select x.id, x.kin, x.name, x.birth_on, x.paper_kind, x.paper_sealed, x.guardian from members.relative x"
                    + OF + Reach.WITHIN + " and x.removed_on is null order by x.birth_on, x.id";

    private static final String ADD_RELATIVE = """
            insert into members.relative
                (id, member, path, kin, name, birth_on, paper_kind, paper_sealed, paper_index, guardian)
            select :id, m.id, m.path, :kin, :name, :birthOn, :paperKind, :sealed, :index, :guardian
            from members.member m where m.id = :member and
            """ + Reach.WITHIN;

    private static final String REMOVE_RELATIVE = """
            update members.relative set removed_on = :on
            where member = :member and id = :id and removed_on is null and
            """ + Reach.OF_ROW;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcFile(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private StatementSpec limited(String sql) {
        return Reach.limit(database.sql(sql));
    }

    private StatementSpec of(String sql, List<UUID> members) {
        return limited(sql).param("members", members);
    }

    List<Employment> employments(List<UUID> members) {
        return of(EMPLOYMENTS, members)
                .query((row, _) -> new Employment(row.getObject("unit", UUID.class), span(row)))
                .list();
    }

    /** From the day on the member works at his unit. */
    void employ(UUID member, LocalDate from) {
        limited(EMPLOY).param("member", member).param("from", from).update();
    }

    /** Whether there was one to end; it is past from then on, under the id. */
    boolean endEmployment(UUID id, UUID member, LocalDate until) {
        return limited(END_EMPLOYMENT)
                        .param("id", id)
                        .param("member", member)
                        .param("until", until)
                        .update()
                == 1;
    }

    List<Card> cards(List<UUID> members) {
        return of(CARDS, members).query((row, _) -> card(row)).list();
    }

    private Card card(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Card(
                id,
                CardKind.valueOf(row.getString("kind")),
                new CardNumber(secrets.open(Field.CARD, id, row.getBytes("sealed"))).toString(),
                row.getTimestamp("given_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("replaced_at")).map(Timestamp::toInstant));
    }

    void giveCard(UUID id, UUID member, CardKind kind, CardNumber card, Instant at) {
        limited(REPLACE_CARD)
                .param("member", member)
                .param("kind", kind.name())
                .param("at", Timestamp.from(at))
                .update();
        limited(GIVE_CARD)
                .param("id", id)
                .param("member", member)
                .param("kind", kind.name())
                .param("sealed", secrets.seal(Field.CARD, id, card.digits()))
                .param("index", secrets.index(Field.CARD, card.digits()))
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Category> categories(List<UUID> members) {
        return of(CATEGORIES, members)
                .query((row, _) -> new Category(CategoryKind.valueOf(row.getString("kind")), span(row)))
                .list();
    }

    void categorise(UUID id, UUID member, CategoryKind kind, LocalDate from, Optional<LocalDate> until) {
        limited(CATEGORISE)
                .param("id", id)
                .param("member", member)
                .param("kind", kind.name())
                .param("from", from)
                .param("until", until.orElse(null), Types.DATE)
                .update();
    }

    /** Whether there was one to end. */
    boolean endCategory(UUID member, CategoryKind kind, LocalDate until) {
        return limited(END_CATEGORY)
                        .param("member", member)
                        .param("kind", kind.name())
                        .param("until", until)
                        .update()
                == 1;
    }

    List<Relative> relatives(List<UUID> members) {
        return of(RELATIVES, members).query((row, _) -> relative(row)).list();
    }

    private Relative relative(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Paper.Kind kind = Paper.Kind.valueOf(row.getString("paper_kind"));
        return new Relative(
                id,
                Kin.valueOf(row.getString("kin")),
                row.getString("name"),
                row.getObject("birth_on", LocalDate.class),
                Paper.masked(kind, secrets.open(Field.ID_NUMBER, id, row.getBytes("paper_sealed"))),
                Optional.ofNullable(row.getObject("guardian", UUID.class)));
    }

    void addRelative(UUID id, UUID member, Relation relation, Optional<UUID> guardian) {
        Paper paper = relation.paper();
        limited(ADD_RELATIVE)
                .param("id", id)
                .param("member", member)
                .param("kin", relation.kin().name())
                .param("name", relation.name().text())
                .param("birthOn", relation.birthOn())
                .param("paperKind", paper.kind().name())
                .param("sealed", secrets.seal(Field.ID_NUMBER, id, paper.number()))
                .param("index", secrets.index(Field.ID_NUMBER, paper.indexed()))
                .param("guardian", guardian.orElse(null), Types.OTHER)
                .update();
    }

    /** Whether there was one to remove. */
    boolean removeRelative(UUID member, UUID id, LocalDate on) {
        return limited(REMOVE_RELATIVE)
                        .param("member", member)
                        .param("id", id)
                        .param("on", on)
                        .update()
                == 1;
    }

    private static DateSpan span(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("until_on", LocalDate.class);
        return new DateSpan(row.getObject("from_on", LocalDate.class), until == null ? LocalDate.MAX : until);
    }
}
