package org.huzhu.unions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.kernel.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked of the tree as a whole. */
@Repository
class JdbcTree {

    private static final String SELECT = "select" + JdbcOrganisations.COLUMNS + "from unions.organisation where ";
    private static final String BY_NAME = "order by name collate \"zh-x-icu\", id";

    private static final String NAMES = SELECT + "id in (:ids) and" + Reach.IN;

    private static final String BELOW = SELECT + "parent = :id and closed_on is null and" + Reach.IN + BY_NAME;

    private static final String CLOSED_BELOW =
            SELECT + "parent = :id and closed_on is not null and" + Reach.IN + BY_NAME;

    private static final String ABOVE = SELECT + """
            path @> (select path from unions.organisation where id = :id)
              and id <> :id and""" + Reach.IN + "order by nlevel(path)";

    private static final String BY_CODE = SELECT + "(union_code = :code or employer_code = :code) and" + Reach.IN
            + "order by closed_on is not null, path limit :max";

    private static final String SEARCH = SELECT + "(name ilike :within or name % :words) and" + Reach.IN + """
            order by closed_on is not null, name = :words desc, name like :beginning desc, name ilike :within desc,
                     similarity(name, :words) desc, name collate "zh-x-icu", id
            limit :max
            """;

    private static final String PROVINCE = "select province from unions.organisation where id = :id and" + Reach.IN;

    /**
     * One pass over all that is below, whatever the number of branches: left to itself PostgreSQL makes one for each.
     */
    private static final String BRANCHES = """
            with tops as (
                select id, tier, name, path, parent, opened_on, closed_on from unions.organisation
                where parent = :id and closed_on is null and""" + Reach.IN + """
            ), counted as materialized (
                select subpath(path, 0, :depth) as top,
                       count(*) filter (where nlevel(path) = :depth + 1) as below,
                       count(*) filter (where tier = 'POINT' and nlevel(path) > :depth) as points,
                       count(*) filter (where tier = 'UNIT' and nlevel(path) > :depth) as units
                from unions.organisation
                where path <@ cast(:path as ltree) and nlevel(path) >= :depth and closed_on is null
                  and""" + Reach.IN + """
                group by top
            )
            select id, tier, name, tops.path::text as path, parent, opened_on, closed_on,
                   coalesce(counted.below, 0) as below, coalesce(points, 0) as points, coalesce(units, 0) as units
            from tops left join counted on counted.top = tops.path
            """ + BY_NAME;

    /** The tops of a scope are few, so that each may be counted by itself. */
    private static final String TOPS = """
            select o.id, o.tier, o.name, o.path::text as path, o.parent, o.opened_on, o.closed_on,
                   count(*) filter (where nlevel(u.path) = nlevel(o.path) + 1) as below,
                   count(*) filter (where u.tier = 'POINT' and u.id <> o.id) as points,
                   count(*) filter (where u.tier = 'UNIT' and u.id <> o.id) as units
            from unions.organisation o join unions.organisation u on u.path <@ o.path and u.closed_on is null
            where o.closed_on is null and o.path <@ any(:reach::ltree[]) and u.path <@ any(:reach::ltree[])
              and (o.path = any(:reach::ltree[]) or o.parent is null)
            group by o.id
            """ + "order by o.name collate \"zh-x-icu\", o.id";

    private final JdbcClient database;

    JdbcTree(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql(NAMES)
                .param("ids", ids)
                .param("reach", Reach.text())
                .query(JdbcOrganisations::organisation)
                .stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    List<Organisation> below(UUID id) {
        return of(BELOW, id).query(JdbcOrganisations::organisation).list();
    }

    List<Organisation> closedBelow(UUID id) {
        return of(CLOSED_BELOW, id).query(JdbcOrganisations::organisation).list();
    }

    List<Organisation> above(UUID id) {
        return of(ABOVE, id).query(JdbcOrganisations::organisation).list();
    }

    Optional<String> province(UUID id) {
        return of(PROVINCE, id)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    List<Branch> branches(Organisation above) {
        return of(BRANCHES, above.id())
                .param("path", above.path())
                .param("depth", above.path().split("\\.", -1).length + 1)
                .query(JdbcTree::branch)
                .list();
    }

    List<Branch> tops() {
        return database.sql(TOPS)
                .param("reach", Reach.text())
                .query(JdbcTree::branch)
                .list();
    }

    List<Organisation> withCode(CreditCode code, int max) {
        return database.sql(BY_CODE)
                .param("code", code.text())
                .param("reach", Reach.text())
                .param("max", max)
                .query(JdbcOrganisations::organisation)
                .list();
    }

    List<Organisation> named(String words, int max) {
        String literally = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return database.sql(SEARCH)
                .param("words", words)
                .param("beginning", literally + "%")
                .param("within", "%" + literally + "%")
                .param("reach", Reach.text())
                .param("max", max)
                .query(JdbcOrganisations::organisation)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, UUID id) {
        return database.sql(sql).param("id", id).param("reach", Reach.text());
    }

    private static Branch branch(ResultSet row, int number) throws SQLException {
        return new Branch(
                JdbcOrganisations.organisation(row, number),
                row.getInt("below"),
                row.getInt("points"),
                row.getInt("units"));
    }
}
