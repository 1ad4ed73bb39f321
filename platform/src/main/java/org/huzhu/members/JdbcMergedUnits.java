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

    private static final String LATER = """
            update members.past_employment set unit = :into where unit = :unit and from_on >= :on and
            """ + Reach.OF_ROW;

    /** Who began there before has worked at both. */
    private static final String MOVE = """
            with former as (
                select m.id, m.employed_from from members.member m where m.unit = :unit and""" + Reach.WITHIN + """
                for update
            ), moved as (
                update members.member m
                set unit = :into, path = :path::ltree,
                    employed_from = case when m.employed_from < :on then :on else m.employed_from end
                from former f where m.id = f.id
                returning m.id, m.path
            )
            insert into members.past_employment (id, member, path, unit, from_on, until_on)
            select gen_random_uuid(), f.id, w.path, :unit, f.employed_from, :on
            from former f join moved w on w.id = f.id where f.employed_from < :on
            """;

    private final JdbcClient database;

    JdbcMergedUnits(JdbcClient database) {
        this.database = database;
    }

    /** Moves them all. */
    void follow(UUID unit, UUID into, String path, LocalDate on) {
        for (String statement : List.of(JOIN, LATER, MOVE)) {
            Reach.limit(database.sql(statement))
                    .param("unit", unit)
                    .param("into", into)
                    .param("path", path)
                    .param("on", on)
                    .update();
        }
    }
}
