package org.huzhu.unions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.unions.OrganisationRefused.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations as they stand now. */
@Repository
class JdbcOrganisations {

    static final String COLUMNS = " id, tier, name, path::text as path, parent, opened_on, closed_on ";

    /** Changes of the tree wait for each other: two moves at once could put each below the other. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('unions.organisation'))";

    private static final String FIND = "select" + COLUMNS + "from unions.organisation where id = :id and" + Reach.IN;

    private static final String AT =
            "select" + COLUMNS + "from unions.organisation where path = cast(:path as ltree) and" + Reach.IN;

    private static final String LAST_CHANGE =
            "select changed_on from unions.organisation where id = :id and" + Reach.IN;

    private static final String OPEN_BELOW = "select" + COLUMNS
            + "from unions.organisation where parent = :id and closed_on is null and" + Reach.IN + "order by path";

    private static final String NAMED = """
            select count(*) from unions.organisation
            where parent is not distinct from cast(:parent as uuid)
              and name = :name and closed_on is null and""" + Reach.IN;

    private static final String ADD = """
            insert into unions.organisation (tier, name, path, parent, opened_on, changed_on)
            values (:tier, :name, cast(:above || 'o' || nextval('unions.label') as ltree), cast(:parent as uuid),
                    :on, :on)
            returning""" + COLUMNS;

    private static final String RENAME =
            "update unions.organisation set name = :name, changed_on = :on where id = :id and" + Reach.IN;

    private static final String TOUCH = "update unions.organisation set changed_on = :on where id = :id and" + Reach.IN;

    private static final String CLOSE =
            "update unions.organisation set closed_on = :on, changed_on = :on where id = :id and" + Reach.IN;

    private static final String ACT_FOR = """
            update unions.organisation set province = cast(:province as text), changed_on = :on
            where id = :id and""" + Reach.IN;

    private static final String CODES = """
            update unions.organisation
            set union_code = cast(:unionCode as text), employer_code = cast(:employerCode as text), changed_on = :on
            where id = :id and""" + Reach.IN;

    /** The organisation and all below it in one statement: no moment has half a tree. */
    private static final String RELOCATE = """
            update unions.organisation
            set path = cast(:above as ltree) || subpath(path, nlevel(cast(:from as ltree)) - 1),
                parent = case when id = :id then :parent else parent end,
                changed_on = case when id = :id then :on else changed_on end
            where path <@ cast(:from as ltree) and""" + Reach.IN;

    private final JdbcClient database;

    JdbcOrganisations(JdbcClient database) {
        this.database = database;
    }

    /** Waits until no other transaction changes the tree. */
    void lockTree() {
        database.sql(LOCK).query((row, _) -> true).single();
    }

    Optional<Organisation> find(UUID id) {
        return one(FIND, id).query(JdbcOrganisations::organisation).optional();
    }

    Optional<Organisation> at(String path) {
        return database.sql(AT)
                .param("path", path)
                .param("reach", Reach.text())
                .query(JdbcOrganisations::organisation)
                .optional();
    }

    LocalDate lastChange(UUID id) {
        return one(LAST_CHANGE, id).query(LocalDate.class).single();
    }

    List<Organisation> openBelow(UUID id) {
        return one(OPEN_BELOW, id).query(JdbcOrganisations::organisation).list();
    }

    boolean isTaken(Optional<UUID> parent, String name) {
        return database.sql(NAMED)
                        .param("parent", parent.orElse(null))
                        .param("name", name)
                        .param("reach", Reach.text())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Organisation add(Opening opening, Optional<Organisation> above, LocalDate on) {
        return database.sql(ADD)
                .param("tier", opening.tier().name())
                .param("name", opening.name())
                .param("above", above.map(one -> one.path() + ".").orElse(""))
                .param("parent", opening.parent().orElse(null))
                .param("on", on)
                .query(JdbcOrganisations::organisation)
                .single();
    }

    void rename(UUID id, String name, LocalDate on) {
        changed(one(RENAME, id).param("name", name).param("on", on).update());
    }

    /** Notes a change that is not in the row itself, so that none before it can be entered later. */
    void touch(UUID id, LocalDate on) {
        changed(one(TOUCH, id).param("on", on).update());
    }

    void close(UUID id, LocalDate on) {
        changed(one(CLOSE, id).param("on", on).update());
    }

    void actFor(UUID office, Optional<String> province, LocalDate on) {
        changed(one(ACT_FOR, office)
                .param("province", province.orElse(null))
                .param("on", on)
                .update());
    }

    void code(UUID id, UnitFacts facts, LocalDate on) {
        try {
            changed(one(CODES, id)
                    .param("unionCode", facts.unionCode().map(Object::toString).orElse(null))
                    .param(
                            "employerCode",
                            facts.employerCode().map(Object::toString).orElse(null))
                    .param("on", on)
                    .update());
        } catch (DuplicateKeyException e) {
            OrganisationRefused taken = OrganisationRefused.of(Why.CODE_TAKEN, id);
            taken.initCause(e);
            throw taken;
        }
    }

    void relocate(Organisation moved, Organisation above, LocalDate on) {
        changed(one(RELOCATE, moved.id())
                .param("from", moved.path())
                .param("above", above.path())
                .param("parent", above.id())
                .param("on", on)
                .update());
    }

    private JdbcClient.StatementSpec one(String sql, UUID id) {
        return database.sql(sql).param("id", id).param("reach", Reach.text());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new IllegalStateException("An organisation that was just read is gone");
        }
    }

    static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                Tier.valueOf(row.getString("tier")),
                row.getString("name"),
                row.getString("path"),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                row.getObject("opened_on", LocalDate.class),
                Optional.ofNullable(closed(row)));
    }

    private static @Nullable LocalDate closed(ResultSet row) throws SQLException {
        return row.getObject("closed_on", LocalDate.class);
    }
}
