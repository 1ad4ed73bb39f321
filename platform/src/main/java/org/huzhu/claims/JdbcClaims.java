package org.huzhu.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huzhu.claims.Claim.Channel;
import org.huzhu.claims.judged.ClaimTexts;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.likeness.Traits;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims, and where they stand. Each change of state names the one that it is a change from. */
@Repository
class JdbcClaims {

    private static final String COLUMNS = """
            select id, number, member, unit, path::text as path, channel, kind, relative, version, round, state, step,
                   turn::text as turn, turn_since, due_on, stopped_on, entered_by, entered_at, filed_at, decided_at,
                   flags
            from claims.claim where
            """;

    private static final String ADD = """
            insert into claims.claim (id, number, member, unit, path, channel, kind, relative, facts, state, entered_by,
                entered_at)
            values (:id, 'HZ' || :year || '-' || lpad(nextval('claims.claim_number')::text, 8, '0'), :member, :unit,
                    cast(:path as ltree), :channel, :kind, :relative, :facts, 'DRAFT', :actor, :at)
            on conflict do nothing
            """;

    private static final String FIND = COLUMNS + Reach.IN + " and id = :id";

    private static final String FIND_ALL = COLUMNS + Reach.IN + " and id in (:ids)";

    private static final String LOCK = FIND + " for update";

    private static final String NUMBERED = COLUMNS + Reach.IN + " and number = :number";

    private static final String FACTS = "select facts from claims.claim where id = :id and " + Reach.IN;

    private static final String OF_MEMBER = COLUMNS + Reach.IN + " and member = :member order by entered_at desc, id";

    private static final String ENTERED = COLUMNS + Reach.IN
            + " and entered_by = :actor and channel = 'HANDLER' order by entered_at desc, id limit :max";

    /** What somebody entered, or has let pass in this round, waits for others. */
    private static final String QUEUE = COLUMNS + Reach.IN + """
             and step = any(:steps::text[]) and turn = cast(:turn as ltree)
             and not exists (select from claims.step s where s.claim = claim.id and s.actor = :actor
                               and (s.what = 'ENTERED'
                                    or s.what in ('PASSED', 'APPROVED') and s.round = claim.round))
            order by due_on > :today, flags desc, due_on, id limit :max
            """;

    private static final String WITHIN =
            COLUMNS + Reach.IN + " and state <> 'DRAFT' order by filed_at desc, id limit :max";

    private static final String TELL = """
            update claims.claim set kind = :kind, relative = :relative, facts = :facts, version = version + 1
            where id = :id and version = :version and state in ('DRAFT', 'RETURNED', 'FILED') and
            """ + Reach.IN;

    private static final String TOUCH = """
            update claims.claim set version = version + 1
            where id = :id and state in ('DRAFT', 'RETURNED', 'FILED') and
            """ + Reach.IN;

    private static final String PROMISED = "select due_on from claims.claim where id = :id and " + Reach.IN;

    /** Whoever decides on what a member is due waits for whoever does so at the same time. */
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended('claims/' || :member, 0))";

    private final JdbcClient database;
    private final Secrets secrets;
    private final ClaimTexts texts;
    private final Traits traits;

    JdbcClaims(JdbcClient database, Secrets secrets, ClaimTexts texts, Traits traits) {
        this.database = database;
        this.secrets = secrets;
        this.texts = texts;
        this.traits = traits;
    }

    /** Begins a claim; one that has the id already stays as it is. */
    void add(Claim claim, Facts facts, int year) {
        boolean isNew = Reach.limited(database, ADD)
                        .param("id", claim.id())
                        .param("year", year)
                        .param("member", claim.member())
                        .param("unit", claim.unit())
                        .param("path", claim.path())
                        .param("channel", claim.channel().name())
                        .param("kind", claim.kind().name())
                        .param("relative", claim.relative().orElse(null), Types.OTHER)
                        .param("facts", seal(claim.id(), facts))
                        .param("at", claim.enteredAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (isNew) {
            traits.note(claim.id(), facts);
        }
    }

    private byte[] seal(UUID claim, Facts facts) {
        return secrets.seal(Field.DIAGNOSIS, claim, texts.write(facts));
    }

    Optional<Claim> find(UUID id) {
        return Reach.limited(database, FIND)
                .param("id", id)
                .query(JdbcClaims::claim)
                .optional();
    }

    /** Those of the ids that there are, by their ids. */
    Map<UUID, Claim> all(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Reach.limited(database, FIND_ALL).param("ids", ids).query(JdbcClaims::claim).stream()
                        .collect(Collectors.toMap(Claim::id, Function.identity()));
    }

    Optional<Claim> lock(UUID id) {
        return Reach.limited(database, LOCK)
                .param("id", id)
                .query(JdbcClaims::claim)
                .optional();
    }

    Optional<Claim> numbered(String number) {
        return Reach.limited(database, NUMBERED)
                .param("number", number)
                .query(JdbcClaims::claim)
                .optional();
    }

    Facts facts(UUID id) {
        return Reach.limited(database, FACTS)
                .param("id", id)
                .query((row, _) -> texts.read(secrets.open(Field.DIAGNOSIS, id, row.getBytes("facts")), Facts.class))
                .single();
    }

    List<Claim> of(UUID member) {
        return Reach.limited(database, OF_MEMBER)
                .param("member", member)
                .query(JdbcClaims::claim)
                .list();
    }

    /** What the actor has entered for members, the newest first. */
    List<Claim> entered(int max) {
        return Reach.limited(database, ENTERED)
                .param("max", max)
                .query(JdbcClaims::claim)
                .list();
    }

    /**
     * What waits for the actor at the organisation on one of the steps: what is due, then what is unusual, then what is
     * due next.
     */
    List<Claim> queue(List<ReviewStep> steps, String turn, LocalDate today, int max) {
        return Reach.limited(database, QUEUE)
                .param("steps", steps.stream().map(Enum::name).toArray(String[]::new))
                .param("turn", turn)
                .param("today", today)
                .param("max", max)
                .query(JdbcClaims::claim)
                .list();
    }

    /** What was handed in, the newest first. */
    List<Claim> within(int max) {
        return Reach.limited(database, WITHIN)
                .param("max", max)
                .query(JdbcClaims::claim)
                .list();
    }

    boolean tell(UUID id, int version, ClaimKind kind, Optional<UUID> relative, Facts facts) {
        boolean isTold = Reach.limited(database, TELL)
                        .param("id", id)
                        .param("version", version)
                        .param("kind", kind.name())
                        .param("relative", relative.orElse(null), Types.OTHER)
                        .param("facts", seal(id, facts))
                        .update()
                == 1;
        if (isTold) {
            traits.note(id, facts);
        }
        return isTold;
    }

    /** Something that belongs to the claim was changed. */
    boolean touch(UUID id) {
        return Reach.limited(database, TOUCH).param("id", id).update() == 1;
    }

    /** The promised day; empty for a draft. */
    Optional<LocalDate> promised(UUID id) {
        return Reach.limited(database, PROMISED)
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getObject("due_on", LocalDate.class)))
                .single();
    }

    /** Until the transaction at hand ends, nobody else decides on what the member is due. */
    void alone(UUID member) {
        database.sql(ONE_BY_ONE)
                .param("member", member.toString())
                .query((_, _) -> true)
                .list();
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("member", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("path"),
                Channel.valueOf(row.getString("channel")),
                ClaimKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("relative", UUID.class)),
                row.getInt("version"),
                row.getInt("round"),
                state(row),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("filed_at")).map(Timestamp::toInstant),
                row.getInt("flags"));
    }

    private static ClaimState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "DRAFT" -> new ClaimState.Draft();
            case "FILED" ->
                new ClaimState.InReview(
                        ReviewStep.valueOf(row.getString("step")),
                        row.getString("turn"),
                        row.getTimestamp("turn_since").toInstant(),
                        row.getObject("due_on", LocalDate.class));
            case "RETURNED" -> new ClaimState.Returned(row.getObject("stopped_on", LocalDate.class));
            case "APPROVED" ->
                new ClaimState.Approved(row.getTimestamp("decided_at").toInstant());
            case "REFUSED" ->
                new ClaimState.Refused(row.getTimestamp("decided_at").toInstant());
            case "WITHDRAWN" ->
                new ClaimState.Withdrawn(row.getTimestamp("decided_at").toInstant());
            case String other -> throw new IllegalStateException("No claim is " + other);
        };
    }
}
