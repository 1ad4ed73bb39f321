package org.huzhu.members;

import java.util.List;
import java.util.UUID;
import org.huzhu.members.Duplicates.Likeness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries that are alike, and entries that were merged. */
@Repository
class JdbcDuplicates {

    private static final String SAME = "(m.paper_index = o.paper_index or m.name = o.name and m.birth_on = o.birth_on)";

    private static final String OF = """
            select m.id, o.id as other, m.paper_index = o.paper_index as same_paper
            from members.member o join members.member m on m.id <> o.id and m.paper_index = o.paper_index
            where o.id = :id and m.merged_into is null and %1$s
            union
            select m.id, o.id as other, m.paper_index = o.paper_index as same_paper
            from members.member o join members.member m on m.id <> o.id and m.name = o.name and m.birth_on = o.birth_on
            where o.id = :id and m.merged_into is null and %1$s
            order by same_paper desc, id
            """.formatted(Reach.WITHIN);

    /** Both of a pair are in reach, or neither is named. */
    private static final String OTHER_WITHIN = "(o.path <@ any(:reach::ltree[]) or o.id = :own)";

    private static final String PAIRS = """
            select m.id, o.id as other, true as same_paper
            from members.member m join members.member o on m.paper_index = o.paper_index and m.id < o.id
            where m.merged_into is null and o.merged_into is null and %1$s and %2$s
            union all
            select m.id, o.id, false
            from members.member m join members.member o
                on m.name = o.name and m.birth_on = o.birth_on and m.id < o.id and m.paper_index <> o.paper_index
            where m.merged_into is null and o.merged_into is null and %1$s and %2$s
            limit :max
            """.formatted(Reach.WITHIN, OTHER_WITHIN);

    private static final String MERGED = """
            select m.id, o.id as kept from members.member m join members.member o on o.id = m.merged_into
            where m.merged_into is not null and %1$s and %2$s
            order by m.id desc limit :max
            """.formatted(Reach.WITHIN, Reach.WITHIN.replace("m.", "o."));

    private static final String ALIKE =
            "select " + SAME + " from members.member m, members.member o where m.id = :one and o.id = :other and "
                    + Reach.WITHIN + " and " + OTHER_WITHIN;

    private static final String HAS_MERGED =
            "select exists (select 1 from members.member m where m.merged_into = :id and " + Reach.WITHIN + ")";

    private static final String MERGE =
            "update members.member m set merged_into = :kept where m.id = :given and m.merged_into is null and "
                    + Reach.WITHIN;

    private static final String UNDO =
            "update members.member m set merged_into = null where m.id = :given and m.merged_into is not null and "
                    + Reach.WITHIN;

    private final JdbcClient database;

    JdbcDuplicates(JdbcClient database) {
        this.database = database;
    }

    private JdbcClient.StatementSpec limited(String sql) {
        return Reach.limit(database.sql(sql));
    }

    /** Two ids that are alike. */
    record Found(UUID one, UUID other, Likeness likeness) {}

    List<Found> of(UUID id) {
        return list(limited(OF).param("id", id));
    }

    List<Found> pairs(int max) {
        return list(limited(PAIRS).param("max", max));
    }

    /** An entry that was given up for another. */
    record Given(UUID kept, UUID given) {}

    List<Given> merged(int max) {
        return limited(MERGED)
                .param("max", max)
                .query((row, _) -> new Given(row.getObject("kept", UUID.class), row.getObject("id", UUID.class)))
                .list();
    }

    private static List<Found> list(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getObject("other", UUID.class),
                        row.getBoolean("same_paper") ? Likeness.PAPER : Likeness.NAME_AND_BIRTH))
                .list();
    }

    boolean alike(UUID one, UUID other) {
        return limited(ALIKE)
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean hasMerged(UUID id) {
        return limited(HAS_MERGED).param("id", id).query(Boolean.class).single();
    }

    void merge(UUID kept, UUID given) {
        limited(MERGE).param("kept", kept).param("given", given).update();
    }

    /** Whether there was a merge to undo. */
    boolean undo(UUID given) {
        return limited(UNDO).param("given", given).update() == 1;
    }
}
