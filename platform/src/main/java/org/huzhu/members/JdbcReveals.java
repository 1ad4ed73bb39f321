package org.huzhu.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.members.Reveals.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sealed fields, opened; and how many an account has had opened. */
@Repository
class JdbcReveals {

    private static final String OF_PERSON = " (m.id = :member or m.merged_into = :member) and " + Reach.WITHIN;

    private static final String PAPER = "select m.paper_sealed from members.member m where m.id = :row and" + OF_PERSON;

    private static final String PHONE =
            "select m.phone_sealed from members.member m where m.id = :row and m.phone_sealed is not null and"
                    + OF_PERSON;

    private static final String ADDRESS =
            "select m.address_sealed from members.member m where m.id = :row and m.address_sealed is not null and"
                    + OF_PERSON;

    private static final String CARD =
            "select x.sealed from members.card x join members.member m on m.id = x.member where x.id = :row and"
                    + OF_PERSON;

    private static final String RELATIVE_PAPER =
            "select x.paper_sealed from members.relative x join members.member m on m.id = x.member"
                    + " where x.id = :row and"
                    + OF_PERSON;

    /** One statement, so that of many at once no more get through than may. */
    private static final String COUNT = """
            insert into members.shown as s (actor, day, count) values (current_setting('huzhu.actor'), :day, 1)
            on conflict (actor, day) do update set count = s.count + 1 where s.count < :max
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcReveals(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** The field in clear; empty where there is none within reach. */
    Optional<String> open(UUID member, Part part, UUID row) {
        return Reach.limit(database.sql(query(part)))
                .param("member", member)
                .param("row", row)
                .query(byte[].class)
                .optional()
                .map(bytes -> secrets.open(field(part), row, bytes));
    }

    private static String query(Part part) {
        return switch (part) {
            case PAPER -> PAPER;
            case PHONE -> PHONE;
            case ADDRESS -> ADDRESS;
            case CARD -> CARD;
            case RELATIVE_PAPER -> RELATIVE_PAPER;
        };
    }

    private static Field field(Part part) {
        return switch (part) {
            case PAPER, RELATIVE_PAPER -> Field.ID_NUMBER;
            case PHONE -> Field.PHONE;
            case ADDRESS -> Field.ADDRESS;
            case CARD -> Field.CARD;
        };
    }

    /** Counts one more for the actor of the scope; not, where he has had as many as he may. */
    boolean count(LocalDate day, int max) {
        return database.sql(COUNT).param("day", day).param("max", max).update() == 1;
    }
}
