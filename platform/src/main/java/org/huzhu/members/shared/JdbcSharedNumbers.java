package org.huzhu.members.shared;

import java.util.UUID;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSharedNumbers implements SharedNumbers {

    /** Another person m, who is not of the family of s. */
    private static final String OF_ANOTHER_FAMILY = """
              m.merged_into is null and m.paper_index <> s.paper_index
              and s.path <@ any(:reach::ltree[]) and m.path <@ any(:reach::ltree[])
              and not exists (select from members.relative r
                              where r.member = m.id and r.paper_index = s.paper_index and r.removed_on is null
                                and r.path <@ any(:reach::ltree[]))
              and not exists (select from members.relative r
                              where r.member = s.id and r.removed_on is null and r.path <@ any(:reach::ltree[])
                                and (r.paper_index = m.paper_index
                                     or exists (select from members.relative o
                                                where o.member = m.id and o.paper_index = r.paper_index
                                                  and o.removed_on is null and o.path <@ any(:reach::ltree[]))))
            """;

    private static final String CARDS = """
            select count(distinct m.paper_index) from members.member s
            join members.card mine on mine.member = s.id and mine.replaced_at is null
              and mine.path <@ any(:reach::ltree[])
            join members.card c on c.index = mine.index and c.member <> s.id and c.replaced_at is null
              and c.path <@ any(:reach::ltree[])
            join members.member m on m.id = c.member
            where s.id = :member and
            """ + OF_ANOTHER_FAMILY;

    private static final String PHONES = """
            select count(distinct m.paper_index) from members.member s
            join members.member m on m.phone_index = s.phone_index and m.id <> s.id
            where s.id = :member and
            """ + OF_ANOTHER_FAMILY;

    private final JdbcClient database;

    JdbcSharedNumbers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public int cards(UUID member) {
        return count(CARDS, member);
    }

    @Override
    public int phones(UUID member) {
        return count(PHONES, member);
    }

    private int count(String sql, UUID member) {
        return database.sql(sql)
                .param("member", member)
                .param("reach", Scope.required().reachText())
                .query(Integer.class)
                .single();
    }
}
