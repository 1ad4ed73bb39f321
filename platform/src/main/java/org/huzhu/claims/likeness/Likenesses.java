package org.huzhu.claims.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.CaseFile.Paper;
import org.huzhu.claims.CaseFile.Receipt;
import org.huzhu.claims.likeness.Likeness.Why;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds claims that are like one, of whomever, as far as whoever reviews it reaches. */
@Component
@Transactional(readOnly = true)
public class Likenesses {

    private static final String BY_TRAIT = """
            select distinct c.id, c.number, t.kind from claims.trait t join claims.claim c on c.id = t.claim
            where t.value = any(:values::text[]) and t.claim <> :claim and c.state not in ('DRAFT', 'WITHDRAWN')
              and c.path <@ any(:reach::ltree[])
            order by c.number, t.kind limit 20
            """;

    /** Of a paper receipt there is no code: its number alone is what is like. */
    private static final String BY_RECEIPT = """
            select distinct c.id, c.number, 'RECEIPT' as kind
            from claims.receipt r join claims.claim c on c.id = r.claim
            where translate(split_part(r.key, '/', 2), 'BSZGQD', '852600') = any(:values::text[])
              and r.key <> all(:keys::text[]) and r.claim <> :claim and c.state not in ('DRAFT', 'WITHDRAWN')
              and c.path <@ any(:reach::ltree[])
            order by c.number limit 20
            """;

    private final JdbcClient database;
    private final Traits traits;
    private final Access access;

    Likenesses(JdbcClient database, Traits traits, Access access) {
        this.database = database;
        this.traits = traits;
        this.access = access;
    }

    /** All of one claim. */
    public List<Likeness> of(Caller caller, CaseFile file) {
        access.require(caller, Operation.CLAIM_REVIEW, file.claim().path());
        List<String> values = new ArrayList<>(traits.near(file.facts()));
        file.papers().stream().map(Paper::document).forEach(document -> values.addAll(traits.near(document)));
        List<String> keys = file.receipts().stream().map(Receipt::key).toList();
        List<String> numbers = keys.stream().map(Likenesses::lookOfNumber).toList();
        return Stream.concat(
                        found(BY_TRAIT, file, values, keys).stream(), found(BY_RECEIPT, file, numbers, keys).stream())
                .toList();
    }

    /** The number of a receipt with the digits that its letters look like. */
    private static String lookOfNumber(String key) {
        return key.substring(key.indexOf('/') + 1)
                .toUpperCase(Locale.ROOT)
                .replace('B', '8')
                .replace('S', '5')
                .replace('Z', '2')
                .replace('G', '6')
                .replace('Q', '0')
                .replace('D', '0');
    }

    private List<Likeness> found(String sql, CaseFile file, List<String> values, List<String> keys) {
        if (values.isEmpty()) {
            return List.of();
        }
        return database.sql(sql)
                .param("values", values.toArray(String[]::new))
                .param("keys", keys.toArray(String[]::new))
                .param("claim", file.claim().id())
                .param("reach", Scope.required().reachText())
                .query((row, _) -> new Likeness(
                        row.getObject("id", java.util.UUID.class),
                        row.getString("number"),
                        Why.valueOf(row.getString("kind"))))
                .list();
    }
}
