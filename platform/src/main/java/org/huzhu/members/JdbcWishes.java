package org.huzhu.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.members.MemberDetail.Consent;
import org.huzhu.members.MemberDetail.Correction;
import org.huzhu.members.MemberDetail.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents, and corrections that were asked for. */
@Repository
class JdbcWishes {

    private static final String CONSENTS = """
            select x.purpose, x.version, x.given_at, x.withdrawn_at, x.given_by
            from members.consent x join members.member m on m.id = x.member where x.member in (:members) and
            """ + Reach.WITHIN + " order by x.given_at desc, x.id";

    private static final String HAS_CONSENTED = """
            select exists (select 1 from members.consent where member = :member and purpose = :purpose
                and withdrawn_at is null and\s""" + Reach.OF_ROW + ")";

    private static final String CONSENT = """
            insert into members.consent (id, member, path, purpose, version, digest, given_at, given_by)
            select :id, m.id, m.path, :purpose, :version, :digest, :at, :by from members.member m
            where m.id = :member and
            """ + Reach.WITHIN;

    private static final String WITHDRAW = """
            update members.consent set withdrawn_at = :at
            where member = :member and purpose = :purpose and withdrawn_at is null and
            """ + Reach.OF_ROW;

    private static final String CORRECTION = """
            select x.id, x.member, x.subject, x.asked_at, x.outcome, x.answer
            from members.correction x join members.member m on m.id = x.member
            """;

    private static final String CORRECTIONS =
            CORRECTION + " where x.member in (:members) and " + Reach.WITHIN + " order by x.asked_at desc, x.id";

    private static final String OPEN =
            CORRECTION + " where x.outcome is null and " + Reach.WITHIN + " order by x.asked_at, x.id limit :max";

    private static final String FIND = CORRECTION + " where x.id = :id and " + Reach.WITHIN;

    private static final String WISH = "select wish_sealed from members.correction where id = :id and " + Reach.OF_ROW;

    private static final String ASK = """
            insert into members.correction (id, member, path, subject, wish_sealed, asked_at)
            select :id, m.id, m.path, :subject, :sealed, :at from members.member m where m.id = :member and
            """ + Reach.WITHIN;

    private static final String ANSWER = """
            update members.correction set outcome = :outcome, answer = :answer, answered_at = :at
            where id = :id and outcome is null and
            """ + Reach.OF_ROW;

    private static final String DONE = "DONE";
    private static final String DECLINED = "DECLINED";

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcWishes(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private JdbcClient.StatementSpec limited(String sql) {
        return Reach.limit(database.sql(sql));
    }

    List<Consent> consents(List<UUID> members) {
        return limited(CONSENTS)
                .param("members", members)
                .query((row, _) -> new Consent(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("version"),
                        row.getTimestamp("given_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant),
                        row.getObject("given_by") != null))
                .list();
    }

    boolean hasConsented(UUID member, Purpose purpose) {
        return limited(HAS_CONSENTED)
                .param("member", member)
                .param("purpose", purpose.name())
                .query(Boolean.class)
                .single();
    }

    /** The grant by which somebody agreed in the member's name; empty where he did himself. */
    void consent(UUID id, UUID member, Purpose purpose, Shown shown, Instant at, Optional<UUID> by) {
        limited(CONSENT)
                .param("id", id)
                .param("member", member)
                .param("purpose", purpose.name())
                .param("version", shown.version())
                .param("digest", Digests.sm3(shown.text()))
                .param("at", Timestamp.from(at))
                .param("by", by.orElse(null), Types.OTHER)
                .update();
    }

    /** The text that the member was shown. */
    record Shown(String version, String text) {}

    /** Whether there was one to withdraw. */
    boolean withdraw(UUID member, Purpose purpose, Instant at) {
        return limited(WITHDRAW)
                        .param("member", member)
                        .param("purpose", purpose.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<Correction> corrections(List<UUID> members) {
        return limited(CORRECTIONS)
                .param("members", members)
                .query((row, _) -> correction(row))
                .list();
    }

    List<Correction> open(int max) {
        return limited(OPEN)
                .param("max", max)
                .query((row, _) -> correction(row))
                .list();
    }

    Optional<Correction> find(UUID id) {
        return limited(FIND).param("id", id).query((row, _) -> correction(row)).optional();
    }

    String wish(UUID id) {
        return secrets.open(
                Field.WORDS,
                id,
                limited(WISH).param("id", id).query(byte[].class).single());
    }

    void ask(UUID id, UUID member, String subject, String wish, Instant at) {
        limited(ASK)
                .param("id", id)
                .param("member", member)
                .param("subject", subject)
                .param("sealed", secrets.seal(Field.WORDS, id, wish))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whether it was open until now. */
    boolean answer(UUID id, boolean done, String answer, Instant at) {
        return limited(ANSWER)
                        .param("id", id)
                        .param("outcome", done ? DONE : DECLINED)
                        .param("answer", answer)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getString("subject"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(DONE::equals),
                Optional.ofNullable(row.getString("answer")));
    }
}
