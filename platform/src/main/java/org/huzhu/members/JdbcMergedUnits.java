package org.huzhu.members;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of the members of a unit that became part of another: they work there from that day on. */
@Repository
class JdbcMergedUnits {

    /** Who stands at both already is one person: the entry at the unit that closes is given up. */
    private static final String JOIN = """
            update members.member m set merged_into = other.id
            from members.member other
            where m.unit = :unit and other.unit = :into and other.paper_index = m.paper_index
              and m.merged_into is null and other.merged_into is null
              and other.path <@ any(:reach::ltree[]) and
            """ + Reach.WITHIN;

    private static final String END = """
            update members.employment set until_on = :on
            where unit = :unit and until_on is null and from_on < :on and
            """ + Reach.OF_ROW;

    private static final String BEGIN = """
            insert into members.employment (id, member, path, unit, from_on)
            select gen_random_uuid(), e.member, e.path, :into, :on from members.employment e
            where e.unit = :unit and e.until_on = :on
              and not exists (select from members.employment later
                              where later.member = e.member and later.from_on >= :on)
              and e.path <@ any(:reach::ltree[])
            """;

    private static final String LATER = """
            update members.employment set unit = :into where unit = :unit and from_on >= :on and
            """ + Reach.OF_ROW;

    private static final String MOVE = """
            update members.member m set unit = :into, path = :path::ltree where m.unit = :unit and
            """ + Reach.WITHIN;

    private final JdbcClient database;

    JdbcMergedUnits(JdbcClient database) {
        this.database = database;
    }

    /** Moves them all. */
    void follow(UUID unit, UUID into, String path, LocalDate on) {
        for (String statement : List.of(JOIN, END, BEGIN, LATER, MOVE)) {
            Reach.limit(database.sql(statement))
                    .param("unit", unit)
                    .param("into", into)
                    .param("path", path)
                    .param("on", on)
                    .update();
        }
    }
}
