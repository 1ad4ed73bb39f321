package org.huzhu.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.kernel.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The members themselves. */
@Repository
class JdbcMembers {

    private static final String LINE = """
            select m.id, m.name, m.sex, m.birth_on, m.paper_kind, m.paper_sealed, m.phone_sealed, m.unit,
                   m.path::text as path, m.admitted_on, m.merged_into
            """;

    private static final String ADD = """
            insert into members.member (id, unit, path, name, birth_on, sex, paper_kind, paper_sealed, paper_index,
                employed_from, admitted_on)
            values (:id, :unit, :path::ltree, :name, :birthOn, :sex, :paperKind, :paperSealed, :paperIndex,
                :employedFrom, :admittedOn)
            """;

    private static final String FIND = LINE + "from members.member m where m.id = :id and " + Reach.WITHIN;

    private static final String LOCK =
            "select m.path::text from members.member m where m.id = :id and " + Reach.WITHIN + " for update";

    private static final String STATE =
            "select to_jsonb(m)::text from members.member m where m.id = :id and " + Reach.WITHIN;

    private static final String BY_PAPER =
            LINE + "from members.member m where m.paper_index = :index and " + Reach.WITHIN + " order by m.id";

    private static final String BY_PHONE =
            LINE + "from members.member m where m.phone_index = :index and " + Reach.WITHIN + " order by m.id";

    private static final String BY_CARD = LINE + """
            from members.member m
            where m.id in (select c.member from members.card c where c.index = :index) and
            """ + Reach.WITHIN + " order by m.id";

    /** In the order of an index by name: soon done where many are in reach. */
    private static final String BY_BEGINNING = LINE + """
            from members.member m where m.name >= :text and m.name < :end and
            """ + Reach.WITHIN + " order by m.name, m.birth_on limit :max";

    /** By an index that begins with the path: soon done where few are in reach. */
    private static final String BY_BEGINNING_OF_FEW =
            LINE + """
            from members.member m
            where m.name >= :text and m.name < :end and m.path_key >= :pathFrom and m.path_key < :pathEnd and
            """ + Reach.WITHIN + " order by m.name, m.birth_on limit :max";

    private static final String COUNT_TO_FEW = """
            select count(*) from
                (select 1 from members.member m where m.path_key >= :pathFrom and m.path_key < :pathEnd limit :few) met
            """;

    private static final int FEW = 2000;

    private static final String BY_PAIR = LINE + """
            from members.name_pair p join members.member m on m.id = p.member
            where p.pair = :pair and position(:text in m.name) > 0 and
            """ + Reach.WITHIN + " order by m.name, m.birth_on limit :max";

    private static final String OF_UNIT = LINE + """
            from members.member m
            where m.unit = :unit and m.merged_into is null and (m.name, m.id) > (:name, :id) and
            """ + Reach.WITHIN + " order by m.name, m.id limit :max";

    private static final String COUNT =
            "select count(*) from members.member m where m.unit = :unit and m.merged_into is null and " + Reach.WITHIN;

    private static final String MERGED =
            LINE + "from members.member m where m.merged_into = :id and " + Reach.WITHIN + " order by m.id";

    private static final String RENAME =
            "update members.member m set name = :name where m.id = :id and " + Reach.WITHIN;

    private static final String MOVE =
            "update members.member m set unit = :unit, path = :path::ltree where m.id = :id and " + Reach.WITHIN;

    /** All tables below a member follow by their foreign keys. */
    private static final String FOLLOW = """
            update members.member m
            set path = house.moved(m.path, :old::ltree, :new::ltree)
            where m.path <@ :old::ltree and
            """ + Reach.WITHIN;

    private static final String SET_PHONE =
            "update members.member m set phone_sealed = :sealed, phone_index = :index where m.id = :id and "
                    + Reach.WITHIN;

    private static final String SET_ADDRESS =
            "update members.member m set address_sealed = :sealed where m.id = :id and " + Reach.WITHIN;

    private static final String HAS_ADDRESS =
            "select m.address_sealed is not null from members.member m where m.id = :id and " + Reach.WITHIN;

    /** Higher than any sign of a name. */
    private static final String LAST_SIGN = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcMembers(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Adds a member who stands at the unit. */
    void add(UUID id, Place place, Newcomer newcomer, LocalDate admittedOn) {
        Paper paper = newcomer.paper();
        database.sql(ADD)
                .param("id", id)
                .param("unit", place.unit())
                .param("path", place.path())
                .param("name", newcomer.name().text())
                .param("birthOn", newcomer.birth())
                .param("sex", newcomer.sexOf().name())
                .param("paperKind", paper.kind().name())
                .param("paperSealed", secrets.seal(Field.ID_NUMBER, id, paper.number()))
                .param("paperIndex", secrets.index(Field.ID_NUMBER, paper.indexed()))
                .param("employedFrom", newcomer.employedFrom())
                .param("admittedOn", admittedOn)
                .update();
    }

    /** A unit and its path. */
    record Place(UUID unit, String path) {}

    private StatementSpec limited(String sql) {
        return Reach.limit(database.sql(sql));
    }

    Optional<MemberLine> find(UUID id) {
        return limited(FIND).param("id", id).query((row, _) -> line(row)).optional();
    }

    /** The path of the member, whom nobody else changes until the transaction ends. */
    Optional<String> lock(UUID id) {
        return limited(LOCK).param("id", id).query(String.class).optional();
    }

    /** The digest of all that the row of the member holds. */
    Optional<String> digest(UUID id) {
        return limited(STATE).param("id", id).query(String.class).optional().map(Digests::sm3);
    }

    List<MemberLine> byPaper(Paper paper) {
        return lines(limited(BY_PAPER).param("index", secrets.index(Field.ID_NUMBER, paper.indexed())));
    }

    List<MemberLine> byPhone(Phone phone) {
        return lines(limited(BY_PHONE).param("index", secrets.index(Field.PHONE, phone.digits())));
    }

    List<MemberLine> byCard(String digits) {
        return lines(limited(BY_CARD).param("index", secrets.index(Field.CARD, digits)));
    }

    List<MemberLine> byName(String given, int max) {
        String text = PersonName.normal(given);
        int signs = text.codePointCount(0, text.length());
        if (signs == 0) {
            return List.of();
        }
        StatementSpec statement = signs == 1
                ? byBeginning(text)
                : limited(BY_PAIR).param("pair", text.substring(text.offsetByCodePoints(text.length(), -2)));
        return lines(statement.param("text", text).param("max", max));
    }

    private StatementSpec byBeginning(String text) {
        long met = Reach.narrow(database.sql(COUNT_TO_FEW))
                .param("few", FEW)
                .query(Long.class)
                .single();
        StatementSpec statement = met < FEW ? Reach.narrow(limited(BY_BEGINNING_OF_FEW)) : limited(BY_BEGINNING);
        return statement.param("end", text + LAST_SIGN);
    }

    List<MemberLine> ofUnit(UUID unit, String afterName, UUID afterId, int max) {
        return lines(limited(OF_UNIT)
                .param("unit", unit)
                .param("name", afterName)
                .param("id", afterId)
                .param("max", max));
    }

    long count(UUID unit) {
        return limited(COUNT).param("unit", unit).query(Long.class).single();
    }

    List<MemberLine> mergedInto(UUID id) {
        return lines(limited(MERGED).param("id", id));
    }

    void rename(UUID id, PersonName name) {
        limited(RENAME).param("id", id).param("name", name.text()).update();
    }

    void move(UUID id, Place place) {
        limited(MOVE)
                .param("id", id)
                .param("unit", place.unit())
                .param("path", place.path())
                .update();
    }

    int follow(String oldPath, String newPath) {
        return limited(FOLLOW).param("old", oldPath).param("new", newPath).update();
    }

    void setPhone(UUID id, Optional<Phone> phone) {
        limited(SET_PHONE)
                .param("id", id)
                .param(
                        "sealed",
                        phone.map(set -> secrets.seal(Field.PHONE, id, set.digits()))
                                .orElse(null),
                        java.sql.Types.BINARY)
                .param(
                        "index",
                        phone.map(set -> secrets.index(Field.PHONE, set.digits()))
                                .orElse(null),
                        java.sql.Types.BINARY)
                .update();
    }

    void setAddress(UUID id, Optional<String> address) {
        limited(SET_ADDRESS)
                .param("id", id)
                .param(
                        "sealed",
                        address.map(set -> secrets.seal(Field.ADDRESS, id, set)).orElse(null),
                        java.sql.Types.BINARY)
                .update();
    }

    boolean hasAddress(UUID id) {
        return limited(HAS_ADDRESS).param("id", id).query(Boolean.class).single();
    }

    private List<MemberLine> lines(StatementSpec statement) {
        return statement.query((row, _) -> line(row)).list();
    }

    /** Opens the numbers of the row, and lets none of them out but masked. */
    private MemberLine line(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Paper.Kind kind = Paper.Kind.valueOf(row.getString("paper_kind"));
        byte[] phone = row.getBytes("phone_sealed");
        return new MemberLine(
                id,
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_on", LocalDate.class),
                kind,
                Paper.masked(kind, secrets.open(Field.ID_NUMBER, id, row.getBytes("paper_sealed"))),
                phone == null
                        ? Optional.empty()
                        : Optional.of(new Phone(secrets.open(Field.PHONE, id, phone)).toString()),
                row.getObject("unit", UUID.class),
                row.getString("path"),
                row.getObject("admitted_on", LocalDate.class),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)));
    }
}
