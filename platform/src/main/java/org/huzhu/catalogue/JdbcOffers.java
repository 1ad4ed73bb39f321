package org.huzhu.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.catalogue.PlanDesk.Offer;
import org.huzhu.catalogue.PlanDesk.Standing;
import org.huzhu.catalogue.PlanRefused.Reason;
import org.huzhu.catalogue.StartRule.Kind;
import org.huzhu.catalogue.Version.Step;
import org.huzhu.database.Scope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of offers. */
@Repository
class JdbcOffers {

    private static final String WITHIN = "path <@ any(cast(:reach as ltree[]))";

    private static final String ADD = """
            insert into catalogue.offer (id, plan, path, from_on, until_on, starts, starts_on, opened_by, opened_at)
            values (:id, :plan, cast(:path as ltree), :from, :until, :starts, :startsOn, :by, :at)
            """;

    private static final String PATH = "select path::text from catalogue.offer where id = :id and " + WITHIN;

    private static final String END = """
            update catalogue.offer set until_on = :until
            where id = :id and from_on < :until and (until_on is null or until_on > :until) and
            """ + WITHIN;

    private static final String COLUMNS = """
            select id, plan, path::text as path, from_on, until_on, starts, starts_on from catalogue.offer
            where
            """;

    private static final String STANDING = COLUMNS + """
             (until_on is null or until_on > :day) and
            """ + WITHIN + " order by plan, path, from_on";

    /** What is offered to an organisation is offered by one above it: that is public, and no reach limits it. */
    private static final String OFFERED = """
            select distinct plan from catalogue.offer
            where path @> cast(:path as ltree) and from_on <= :day and (until_on is null or until_on > :day)
            order by plan
            """;

    private static final String OFFERED_ANYWHERE = """
            select distinct plan from catalogue.offer
            where from_on <= :day and (until_on is null or until_on > :day)
            order by plan
            """;

    /** That an organisation above it made is no secret either. */
    private static final String INNERMOST = COLUMNS + """
             plan = :plan and path @> cast(:path as ltree)
                and from_on <= :day and (until_on is null or until_on > :day)
            order by nlevel(path) desc
            limit 1
            """;

    private static final String MOVE = """
            update catalogue.offer
            set path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree)
            """;

    private final JdbcClient database;

    JdbcOffers(JdbcClient database) {
        this.database = database;
    }

    void add(UUID id, Offer offer, Step opened) {
        try {
            database.sql(ADD)
                    .param("id", id)
                    .param("plan", offer.plan())
                    .param("path", offer.path())
                    .param("from", offer.fromOn())
                    .param("until", offer.untilOn().orElse(null), Types.DATE)
                    .param("starts", offer.starts().kind().name())
                    .param("startsOn", offer.starts().agreedOn().orElse(null), Types.DATE)
                    .param("by", opened.by())
                    .param("at", opened.at().atOffset(java.time.ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new PlanRefused(Reason.OFFERED_ALREADY, e);
        }
    }

    Optional<String> path(UUID id) {
        return database.sql(PATH)
                .param("id", id)
                .param("reach", Scope.required().reachText())
                .query(String.class)
                .optional();
    }

    boolean end(UUID id, LocalDate until) {
        return database.sql(END)
                        .param("id", id)
                        .param("until", until)
                        .param("reach", Scope.required().reachText())
                        .update()
                == 1;
    }

    List<Standing> standing(LocalDate day) {
        return database.sql(STANDING)
                .param("day", day)
                .param("reach", Scope.required().reachText())
                .query((row, _) -> new Standing(row.getObject("id", UUID.class), offer(row)))
                .list();
    }

    Optional<Offer> innermost(String plan, String path, LocalDate day) {
        return database.sql(INNERMOST)
                .param("plan", plan)
                .param("path", path)
                .param("day", day)
                .query((row, _) -> offer(row))
                .optional();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("starts"));
        return new Offer(
                row.getString("plan"),
                row.getString("path"),
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("until_on", LocalDate.class)),
                StartRule.of(kind, Optional.ofNullable(row.getObject("starts_on", LocalDate.class)))
                        .orElseThrow());
    }

    List<String> offered(LocalDate day) {
        return database.sql(OFFERED_ANYWHERE)
                .param("day", day)
                .query((row, _) -> row.getString("plan"))
                .list();
    }

    List<String> offered(String path, LocalDate day) {
        return database.sql(OFFERED)
                .param("path", path)
                .param("day", day)
                .query((row, _) -> row.getString("plan"))
                .list();
    }

    void move(String from, String to) {
        database.sql(MOVE).param("from", from).param("to", to).update();
    }
}
