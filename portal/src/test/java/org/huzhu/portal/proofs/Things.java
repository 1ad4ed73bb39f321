package org.huzhu.portal.proofs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;

/** What the society keeps, as its database has it: what can be asked for, and where it belongs. */
final class Things {

    private static final Map<String, String> QUERIES = Map.of(
            "organisation",
            "select id::text, path::text from unions.organisation order by path",
            "member",
            "select distinct on (path) id::text, path::text from members.member order by path",
            "registration",
            "select id::text, path::text from unions.registration where state = 'ASKED'",
            "correction",
            "select id::text, path::text from members.correction where outcome is null",
            "account",
            "select id::text, home::text as path from staff.account order by made_at",
            "login",
            "select a.login, p.path::text from staff.post p join staff.account a on a.id = p.account"
                    + " where p.until is null",
            "post",
            "select id::text, path::text from staff.post where until is null"
                    + " and role in ('UNIT_HANDLER', 'POINT_HANDLER') order by since",
            "handover",
            "select id::text, path::text from staff.handover where decided_at is null");

    /** All that a request of the table could change. */
    private static final String STATE = """
            select md5(concat(
                (select string_agg(r::text, ';' order by id) from unions.organisation r),
                (select string_agg(r::text, ';' order by id) from unions.registration r),
                (select string_agg(r::text, ';' order by id) from members.member r),
                (select string_agg(r::text, ';' order by id) from members.correction r),
                (select string_agg(concat(id, password, disabled_at), ';' order by id) from staff.account),
                (select string_agg(r::text, ';' order by id) from staff.post r),
                (select string_agg(r::text, ';' order by id) from staff.handover r)))
            """;

    private final Server server;

    Things(Server server) {
        this.server = server;
    }

    /** Something of a kind, at the organisation with the path. */
    record Thing(String id, String path) {}

    /** How an organisation stands to the caller's, in the order of the table's columns. */
    enum Stands {
        OWN,
        BELOW,
        ABOVE,
        SIBLING,
        OTHER;

        static Stands of(String caller, String object) {
            if (caller.equals(object)) {
                return OWN;
            }
            if (caller.isEmpty() || object.startsWith(caller + ".")) {
                return BELOW;
            }
            if (caller.startsWith(object + ".")) {
                return ABOVE;
            }
            return caller.split("\\.", 2)[0].equals(object.split("\\.", 2)[0]) ? SIBLING : OTHER;
        }
    }

    List<Thing> all(String kind) throws SQLException {
        List<Thing> found = new ArrayList<>();
        String query = Optional.ofNullable(QUERIES.get(kind)).orElseThrow(() -> new IllegalStateException(kind));
        try (Connection owner = open();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(new Thing(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    /** Equal as long as nothing is changed. */
    String state() throws SQLException {
        try (Connection owner = open();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(STATE)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection open() throws SQLException {
        Connection owner = server.connectOwner();
        owner.setAutoCommit(false);
        Scope.ofSystem().tell(owner);
        return owner;
    }
}
