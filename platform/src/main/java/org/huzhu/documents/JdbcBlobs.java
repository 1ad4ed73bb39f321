package org.huzhu.documents;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rows say of all that lies outside, for the society itself. */
@Repository
class JdbcBlobs {

    private static final String AFTER = """
            select document, place, name from documents.blob where name > :after and
            """ + Reach.IN + " order by name limit :max";

    private static final String KNOWN = """
            select name from documents.blob where name = any(:names) and
            """ + Reach.IN;

    private static final String DROPPED =
            "select name from documents.dropped where name = any(:names) and at >= :since";

    private static final String FORGET_DROPPED = "delete from documents.dropped where at < :until";

    private static final String FORGET_UPLOADS = "delete from documents.upload where at < :until and " + Reach.IN;

    private final JdbcClient database;

    JdbcBlobs(JdbcClient database) {
        this.database = database;
    }

    /** What should lie there. */
    record Row(UUID document, String place, String name) {}

    List<Row> after(String name, int max) {
        return Reach.limited(database, AFTER)
                .param("after", name)
                .param("max", max)
                .query((row, _) ->
                        new Row(row.getObject("document", UUID.class), row.getString("place"), row.getString("name")))
                .list();
    }

    /** Those of the names that a row has, or that were dropped since. */
    Set<String> needed(Collection<String> names, Instant since) {
        String[] asked = names.toArray(String[]::new);
        Set<String> needed = new TreeSet<>(Reach.limited(database, KNOWN)
                .param("names", asked)
                .query(String.class)
                .list());
        needed.addAll(database.sql(DROPPED)
                .param("names", asked)
                .param("since", at(since))
                .query(String.class)
                .list());
        return needed;
    }

    void forget(Instant until) {
        database.sql(FORGET_DROPPED).param("until", at(until)).update();
        Reach.limited(database, FORGET_UPLOADS).param("until", at(until)).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
