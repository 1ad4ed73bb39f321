package org.huzhu.portal.proofs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;

/** A sign of its own on each organisation and each person, by which it is known wherever it comes to light. */
final class Canaries {

    /** Ends what people may write as they like; on a page it must never begin an element. */
    static final String ELEMENT = "<Q>";

    /** Appended to the name of a member: a sign that no other has. */
    private static final String PLANT = """
            update members.member m set name = m.name || '·' || c.sign
            from (select id, 'Q' || translate(lpad(to_hex(row_number() over (order by id)), 8, '0'),
                                              '0123456789abcdef', 'ABCDEFGHIJKLMNOP') || 'Q' as sign
                  from members.member) c
            where c.id = m.id and m.name not like '%Q'
            """;

    private static final Map<String, String> FREE = Map.of(
            "unions.organisation", "name",
            "unions.registration", "name",
            "unions.contact", "name",
            "staff.account", "name",
            "contributions.deposit", "remark");

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

    private static final int ID_LENGTH = 36;
    private static final List<Integer> ID_DASHES = List.of(8, 13, 18, 23);
    private static final int MARK_LENGTH = 10;

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
            for (Map.Entry<String, String> text : FREE.entrySet()) {
                statement.executeUpdate(
                        "update %1$s set %2$s = %2$s || '%3$s'".formatted(text.getKey(), text.getValue(), ELEMENT));
            }
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

    /** Those in the text, which is long: an id is looked for at its first dash, the mark of a name at its first Q. */
    List<Canary> in(String text) {
        List<Canary> found = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '-' && isId(text, i - ID_DASHES.getFirst())) {
                add(text.substring(i - ID_DASHES.getFirst(), i - ID_DASHES.getFirst() + ID_LENGTH), found);
            } else if (sign == 'Q' && i + MARK_LENGTH <= text.length()) {
                add(text.substring(i, i + MARK_LENGTH), found);
            }
        }
        return found;
    }

    private static boolean isId(String text, int from) {
        return from >= 0
                && from + ID_LENGTH <= text.length()
                && ID_DASHES.stream().allMatch(dash -> text.charAt(from + dash) == '-');
    }

    private void add(String sign, List<Canary> found) {
        Optional.ofNullable(signs.get(sign)).ifPresent(found::add);
    }

    /** The signs of names in the text. */
    List<String> named(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).toList();
    }
}
