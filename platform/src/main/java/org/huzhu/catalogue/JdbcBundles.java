package org.huzhu.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.catalogue.BundleDesk.Bundle;
import org.huzhu.catalogue.BundleDesk.Named;
import org.huzhu.catalogue.BundleDesk.Part;
import org.huzhu.catalogue.PlanRefused.Reason;
import org.huzhu.catalogue.Version.Step;
import org.huzhu.database.Scope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The rows of bundles. */
@Repository
class JdbcBundles {

    private static final String WITHIN = "path <@ any(cast(:reach as ltree[]))";

    private static final String ADD = """
            insert into catalogue.bundle (id, name, path, plans, tiers, made_by, made_at)
            values (:id, :name, cast(:path as ltree), :plans, :tiers, :by, :at)
            """;

    private static final String PATH =
            "select path::text from catalogue.bundle where id = :id and dropped_at is null and " + WITHIN;

    private static final String DROP =
            "update catalogue.bundle set dropped_at = :at where id = :id and dropped_at is null and " + WITHIN;

    private static final String COLUMNS =
            "select id, name, path::text as path, plans, tiers from catalogue.bundle where dropped_at is null and ";

    /** What is offered to an organisation is offered by one above it: that is public, and no reach limits it. */
    private static final String AT = COLUMNS + "path @> cast(:path as ltree) order by name, nlevel(path) desc";

    private static final String ALL = COLUMNS + WITHIN + " order by name, path";

    private static final String MOVE = """
            update catalogue.bundle
            set path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree)
            """;

    private final JdbcClient database;

    JdbcBundles(JdbcClient database) {
        this.database = database;
    }

    void add(UUID id, Bundle bundle, Step made) {
        try {
            database.sql(ADD)
                    .param("id", id)
                    .param("name", bundle.name())
                    .param("path", bundle.path())
                    .param(
                            "plans",
                            texts(bundle.parts().stream().map(Part::plan).toList()))
                    .param(
                            "tiers",
                            texts(bundle.parts().stream()
                                    .map(part -> part.tier().orElse(""))
                                    .toList()))
                    .param("by", made.by())
                    .param("at", made.at().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new PlanRefused(Reason.OFFERED_ALREADY, e);
        }
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    Optional<String> path(UUID id) {
        return database.sql(PATH)
                .param("id", id)
                .param("reach", Scope.required().reachText())
                .query(String.class)
                .optional();
    }

    boolean drop(UUID id, Instant now) {
        return database.sql(DROP)
                        .param("id", id)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("reach", Scope.required().reachText())
                        .update()
                == 1;
    }

    List<Named> at(String path) {
        return database.sql(AT).param("path", path).query(JdbcBundles::named).list();
    }

    List<Named> all() {
        return database.sql(ALL)
                .param("reach", Scope.required().reachText())
                .query(JdbcBundles::named)
                .list();
    }

    void move(String from, String to) {
        database.sql(MOVE).param("from", from).param("to", to).update();
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        Object[] plans = (Object[]) row.getArray("plans").getArray();
        Object[] tiers = (Object[]) row.getArray("tiers").getArray();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < plans.length; i++) {
            parts.add(new Part(
                    plans[i].toString(), Optional.of(tiers[i].toString()).filter(tier -> !tier.isEmpty())));
        }
        return new Named(
                row.getObject("id", UUID.class), new Bundle(row.getString("name"), row.getString("path"), parts));
    }
}
