package org.huzhu.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the rooms, as the database itself lists them. */
final class Tables {

    private static final String OWN = """
            select n.nspname, c.relname, c.relrowsecurity and c.relforcerowsecurity,
                   (select string_agg(quote_ident(a.attname), ',' order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relowner = current_user::regrole and n.nspname !~ '^pg_'
              and c.relname <> 'flyway_schema_history'
            order by 1, 2
            """;

    private static final String NEEDS = """
            select distinct conrelid::regclass::text, confrelid::regclass::text
            from pg_constraint where contype = 'f' and conrelid <> confrelid
            """;

    private static final String SEQUENCES = """
            select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and c.relowner = current_user::regrole order by 1, 2
            """;

    private Tables() {}

    /**
     * A table.
     *
     * @param isForced whether row-level security binds its owner too
     * @param columns all that are not worked out from others, quoted, joined by commas
     */
    record Table(String schema, String name, boolean isForced, String columns) {

        /** The name as SQL has it. */
        String quoted() {
            return '"' + schema + "\".\"" + name + '"';
        }

        String file() {
            return "tables/" + schema + "." + name + ".copy.zst";
        }

        /** The name as {@code regclass} writes it. */
        private String plain() {
            return schema + "." + name;
        }
    }

    /** All that the current role owns, each after those that its foreign keys name. */
    static List<Table> inOrder(Connection owner) throws SQLException {
        Map<String, Table> left = new LinkedHashMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(OWN)) {
            while (rows.next()) {
                Table table = new Table(rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getString(4));
                left.put(table.plain(), table);
            }
        }
        Map<String, Set<String>> needs = needs(owner);
        List<Table> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Table> free = left.values().stream()
                    .filter(table ->
                            needs.getOrDefault(table.plain(), Set.of()).stream().noneMatch(left::containsKey))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Tables need each other in a circle: " + left.keySet());
            }
            ordered.addAll(free);
            free.forEach(table -> left.remove(table.plain()));
        }
        return ordered;
    }

    private static Map<String, Set<String>> needs(Connection owner) throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(NEEDS)) {
            while (rows.next()) {
                needs.computeIfAbsent(rows.getString(1), _ -> new LinkedHashSet<>())
                        .add(rows.getString(2));
            }
        }
        return needs;
    }

    /** All sequences that the current role owns, as SQL has their names. */
    static List<String> sequences(Connection owner) throws SQLException {
        List<String> sequences = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                sequences.add('"' + rows.getString(1) + "\".\"" + rows.getString(2) + '"');
            }
        }
        return sequences;
    }
}
