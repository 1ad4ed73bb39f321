package org.huzhu.unions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.unions.Milestone.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The histories of organisations, which only grow. */
@Repository
class JdbcMilestones {

    private static final String ADD = """
            insert into unions.milestone (organisation, day, kind, name, parent, other, province, reason, actor, at)
            values (:organisation, :day, :kind, cast(:name as text), cast(:parent as uuid), cast(:other as uuid),
                    cast(:province as text), :reason, :actor, :at)
            """;

    private static final String OF = """
            select day, kind, name, parent, other, province, reason, actor, at from unions.milestone
            where organisation = :organisation
              and exists (select from unions.organisation o where o.id = organisation and""" + Reach.IN + """
            ) order by day, number
            """;

    private static final String ON = """
            select day, kind, name, parent, other, province, reason, actor, at from unions.milestone
            where organisation = :organisation and day <= :day
              and exists (select from unions.organisation o where o.id = organisation and""" + Reach.IN + """
            ) order by day desc, number desc limit 1
            """;

    /** How long each stood under the parent: until its next milestone. */
    private static final String HELD_AFTER = """
            select exists (
                select from (
                    select parent, lead(day) over (partition by organisation order by day, number) as until
                    from unions.milestone
                    where organisation in (
                        select m.organisation from unions.milestone m
                        join unions.organisation o on o.id = m.organisation
                        where m.parent = :organisation and""" + Reach.IN + """
                    )
                ) standing
                where parent = :organisation and (until is null or until > :day)
            )
            """;

    private final JdbcClient database;

    JdbcMilestones(JdbcClient database) {
        this.database = database;
    }

    void add(UUID organisation, Milestone milestone) {
        database.sql(ADD)
                .param("organisation", organisation)
                .param("day", milestone.day())
                .param("kind", milestone.kind().name())
                .param("name", milestone.name().orElse(null))
                .param("parent", milestone.parent().orElse(null))
                .param("other", milestone.other().orElse(null))
                .param("province", milestone.province().orElse(null))
                .param("reason", milestone.reason())
                .param("actor", milestone.actor())
                .param("at", milestone.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The whole history, the oldest first. */
    List<Milestone> of(UUID organisation) {
        return database.sql(OF)
                .param("organisation", organisation)
                .param("reach", Reach.text())
                .query(JdbcMilestones::milestone)
                .list();
    }

    /** The one that says how it stood on the day. */
    Optional<Milestone> on(UUID organisation, LocalDate day) {
        return dated(ON, organisation, day).query(JdbcMilestones::milestone).optional();
    }

    /** Whether anything stood right below it on the day or later. */
    boolean heldAfter(UUID organisation, LocalDate day) {
        return dated(HELD_AFTER, organisation, day).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec dated(String sql, UUID organisation, LocalDate day) {
        return database.sql(sql)
                .param("organisation", organisation)
                .param("day", day)
                .param("reach", Reach.text());
    }

    private static Milestone milestone(ResultSet row, int number) throws SQLException {
        return new Milestone(
                row.getObject("day", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                Optional.ofNullable(row.getObject("other", UUID.class)),
                Optional.ofNullable(row.getString("province")),
                row.getString("reason"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
