package org.huzhu.portal.proofs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;

/** A sign of its own on each organisation and each person, by which it is known wherever it comes to light. */
final class Canaries {

    /** Appended to the name of a member: a sign that no other has. */
    private static final String PLANT = """
            update members.member m set name = m.name || '·' || c.sign
            from (select id, 'Q' || translate(lpad(to_hex(row_number() over (order by id)), 8, '0'),
                                              '0123456789abcdef', 'ABCDEFGHIJKLMNOP') || 'Q' as sign
                  from members.member) c
            where c.id = m.id and m.name not like '%Q'
            """;

    private static final String ALL = """
            select id::text as sign, path::text, id::text as thing from unions.organisation
            union all select id::text, path::text, id::text from members.member
            union all select substring(name from 'Q[A-P]{8}Q'), path::text, id::text from members.member
            union all select id::text, path::text, id::text from unions.registration
            union all select id::text, path::text, member::text from members.correction
            union all select id::text, path::text, id::text from staff.post
            union all select id::text, path::text, id::text from staff.handover
            """;

    private static final Pattern NAME = Pattern.compile("Q[A-P]{8}Q");

    private static final Pattern SIGN = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Q[A-P]{8}Q");

    private final Map<String, Canary> signs = new HashMap<>();

    /**
     * A sign and whose it is.
     *
     * @param path of the organisation that it belongs to
     * @param thing the id of what carries it
     */
    record Canary(String sign, String path, String thing) {}

    private Canaries() {}

    /** Plants a sign in the name of each member, and learns all signs. */
    static Canaries planted(Server server) throws SQLException {
        Canaries canaries = new Canaries();
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.executeUpdate(PLANT);
            try (ResultSet rows = statement.executeQuery(ALL)) {
                while (rows.next()) {
                    Canary canary = new Canary(rows.getString(1), rows.getString(2), rows.getString(3));
                    canaries.signs.put(canary.sign(), canary);
                }
            }
            owner.commit();
        }
        return canaries;
    }

    /** Those in the text that are not the reader's to see. */
    List<Canary> escaped(String text, Predicate<Canary> isHis) {
        return SIGN.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(sign -> Optional.ofNullable(signs.get(sign)))
                .flatMap(Optional::stream)
                .filter(isHis.negate())
                .toList();
    }

    /** The signs of names in the text. */
    List<String> named(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).toList();
    }

    /** How many there are in the text. */
    long count(String text) {
        return SIGN.matcher(text)
                .results()
                .filter(found -> signs.containsKey(found.group()))
                .count();
    }
}
