package org.huzhu.claims;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.claims.CaseFile.Receipt;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers of claims, and the receipts that they state. */
@Repository
class JdbcPapers {

    private static final String ADD = """
            insert into claims.paper (id, claim, path, member, entered_by, kind, document, added_at)
            select :id, c.id, c.path, c.member, c.entered_by, :kind, :document, :at
            from claims.claim c where c.id = :claim and
            """ + Reach.OF_CLAIM;

    private static final String REMOVE = """
            update claims.paper set removed_at = :at
            where claim = :claim and id = :id and removed_at is null and
            """ + Reach.IN + " returning document";

    private static final String OF = """
            select id, kind, document, added_at from claims.paper where claim = :claim and removed_at is null and
            """ + Reach.IN + " order by added_at, id";

    private static final String STATE = """
            insert into claims.receipt (claim, path, member, entered_by, key, by_itself)
            select c.id, c.path, c.member, c.entered_by, :key, :itself
            from claims.claim c where c.id = :claim and
            """ + Reach.OF_CLAIM + " on conflict (claim, key) do nothing";

    private static final String UNSTATE = "delete from claims.receipt where claim = :claim and " + Reach.IN;

    private static final String RECEIPTS =
            "select key, by_itself from claims.receipt where claim = :claim and " + Reach.IN + " order by key";

    /** Other claims, of whomever, that state the same receipt: asked beyond reach, and answered by their numbers. */
    private static final String ELSEWHERE = """
            select distinct c.number from claims.receipt r join claims.claim c on c.id = r.claim
            where r.key = :key and r.claim <> :claim and c.state not in ('DRAFT', 'WITHDRAWN') and
            """ + Reach.OF_CLAIM + " order by c.number";

    private static final String SPEND = """
            insert into claims.spent (key, plan, claim, path) values (:key, :plan, :claim, cast(:path as ltree))
            on conflict (key, plan) do nothing
            """;

    private static final String SPENT_BY = """
            select claim from claims.spent where key = :key and plan = :plan and path <@ any(:reach::ltree[])
            """;

    private static final String SPENT_ON = """
            select distinct claim from claims.spent where key = :key and path <@ any(:reach::ltree[]) order by claim
            """;

    private final JdbcClient database;

    JdbcPapers(JdbcClient database) {
        this.database = database;
    }

    /** A paper, and where it is kept. */
    record Kept(UUID id, PaperKind kind, UUID document, Instant addedAt) {}

    void add(UUID id, UUID claim, PaperKind kind, UUID document, Instant at) {
        Reach.limited(database, ADD)
                .param("id", id)
                .param("claim", claim)
                .param("kind", kind.name())
                .param("document", document)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was there to be taken away. */
    boolean remove(UUID claim, UUID id, Instant at) {
        return !Reach.limited(database, REMOVE)
                .param("claim", claim)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    List<Kept> of(UUID claim) {
        return Reach.limited(database, OF)
                .param("claim", claim)
                .query((row, _) -> new Kept(
                        row.getObject("id", UUID.class),
                        PaperKind.valueOf(row.getString("kind")),
                        row.getObject("document", UUID.class),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    Set<PaperKind> kinds(UUID claim) {
        return of(claim).stream().map(Kept::kind).collect(Collectors.toUnmodifiableSet());
    }

    void state(UUID claim, String key, boolean byItself) {
        Reach.limited(database, STATE)
                .param("claim", claim)
                .param("key", key)
                .param("itself", byItself)
                .update();
    }

    void forgetReceipts(UUID claim) {
        Reach.limited(database, UNSTATE).param("claim", claim).update();
    }

    List<Receipt> receipts(UUID claim) {
        return Reach.limited(database, RECEIPTS)
                .param("claim", claim)
                .query((row, _) -> new Receipt(row.getString("key"), row.getBoolean("by_itself"), List.of()))
                .list();
    }

    List<String> elsewhere(UUID claim, String key) {
        return Reach.limited(database, ELSEWHERE)
                .param("claim", claim)
                .param("key", key)
                .query((row, _) -> row.getString("number"))
                .list();
    }

    List<UUID> spentOn(String key) {
        return database.sql(SPENT_ON)
                .param("key", key)
                .param("reach", Scope.required().reachText())
                .query((row, _) -> row.getObject("claim", UUID.class))
                .list();
    }

    /** Whether the receipt is paid on under the plan by this claim, and by no other. */
    boolean spend(String key, String plan, Claim claim) {
        database.sql(SPEND)
                .param("key", key)
                .param("plan", plan)
                .param("claim", claim.id())
                .param("path", claim.path())
                .update();
        return database.sql(SPENT_BY)
                .param("key", key)
                .param("plan", plan)
                .param("reach", Scope.required().reachText())
                .query(UUID.class)
                .optional()
                .filter(claim.id()::equals)
                .isPresent();
    }
}
