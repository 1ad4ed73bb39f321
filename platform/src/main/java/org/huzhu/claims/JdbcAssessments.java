package org.huzhu.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.ClaimTexts;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.judged.Past;
import org.huzhu.claims.judged.TakingBack;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.plan.Insured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What claims came to. */
@Repository
class JdbcAssessments implements Past {

    private static final String DECIDED = """
            select id, number, facts from claims.claim
            where member = :member and state = 'APPROVED' and
            """ + Reach.IN + " order by number";

    private static final String PAID = """
            select l.plan, l.clause, l.on_day, l.insured, l.relative, l.event, sum(l.fen)::bigint as fen
            from claims.line l
            where l.member = :member and (l.path <@ any(:reach::ltree[]) or l.member = :own)
            group by l.plan, l.clause, l.on_day, l.insured, l.relative, l.event
            having sum(l.fen) <> 0
            order by l.plan, l.clause, l.on_day, l.event
            """;

    private static final String ADD = """
            insert into claims.assessment (id, claim, path, member, entered_by, place, version, made_at, made_by,
                working, due_fen)
            select :id, c.id, c.path, c.member, c.entered_by,
                   (select count(*) + 1 from claims.assessment a where a.claim = c.id), :version, :at, :by, :working,
                   :fen
            from claims.claim c where c.id = :claim and
            """ + Reach.OF_CLAIM + " returning place";

    private static final String ADD_LINE = """
            insert into claims.line (assessment, place, path, member, plan, version, clause, on_day, insured, relative,
                event, fund, fen)
            values (:assessment, :place, cast(:path as ltree), :member, :plan, :version, :clause, :on, :insured,
                    :relative, :event, :fund, :fen)
            """;

    private static final String LATEST = """
            select c.id, c.place, c.made_at, c.working from claims.assessment c where c.claim = :claim and
            """ + Reach.OF_CLAIM + " order by c.place desc limit 1";

    private static final String ALL = """
            select c.id, c.place, c.made_at, c.working from claims.assessment c where c.claim = :claim and
            """ + Reach.OF_CLAIM + " order by c.place";

    private static final String OWE = """
            insert into claims.owed (key, claim, path, member, entered_by, decision, fund, recipient, fen)
            select :key, c.id, c.path, c.member, c.entered_by, :decision, :fund, :recipient, :fen
            from claims.claim c where c.id = :claim and
            """ + Reach.OF_CLAIM;

    private static final String OWED = "select key from claims.owed where claim = :claim and " + Reach.IN;

    private static final String OWED_OF = """
            select key from claims.owed where claim = :claim and fund = :fund and recipient = :recipient and
            """ + Reach.IN + " order by decision desc";

    /** What was given for the events of a claim, by whichever decision, and by its own for the events of others. */
    private static final String GIVEN = """
            select l.plan, l.version, l.clause, l.on_day, l.insured, l.relative, l.event, sum(l.fen)::bigint as fen
            from claims.line l join claims.assessment c on c.id = l.assessment
            where l.member = :member and (c.claim = :claim or l.event like :events) and
            """ + Reach.OF_CLAIM + """
            group by l.plan, l.version, l.clause, l.on_day, l.insured, l.relative, l.event
            having sum(l.fen) <> 0
            order by l.plan, l.clause, l.on_day, l.event
            """;

    /**
     * What a decision owes, by one fund to one who is paid.
     *
     * @param recipient his place; 0 for the member
     */
    record Owed(Claim claim, int decision, Fund fund, int recipient) {

        String key() {
            String key = "CLM:" + claim.number() + ":" + decision + ":" + fund.code();
            return recipient == 0 ? key : key + ":" + recipient;
        }
    }

    private final JdbcClient database;
    private final Secrets secrets;
    private final ClaimTexts texts;

    JdbcAssessments(JdbcClient database, Secrets secrets, ClaimTexts texts) {
        this.database = database;
        this.secrets = secrets;
        this.texts = texts;
    }

    /** An assessment with the facts that it rests on. */
    record Kept(Facts facts, Assessment assessment) {}

    /** The same, and when it was made: its place counts the decisions of the claim, from 1. */
    record Made(UUID id, int place, Instant at, Kept kept) {}

    @Override
    public SequencedMap<String, Facts> decided(UUID member) {
        SequencedMap<String, Facts> decided = new TreeMap<>();
        Reach.limited(database, DECIDED).param("member", member).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            decided.put(
                    row.getString("number"),
                    texts.read(secrets.open(Field.DIAGNOSIS, id, row.getBytes("facts")), Facts.class));
        });
        return decided;
    }

    @Override
    public List<Paid> paid(UUID member) {
        return database.sql(PAID)
                .param("member", member)
                .param("reach", Scope.required().reachText())
                .param("own", member)
                .query((row, _) -> new Paid(
                        row.getString("plan"),
                        row.getString("clause"),
                        row.getObject("on_day", LocalDate.class),
                        Insured.valueOf(row.getString("insured")),
                        row.getString("relative"),
                        Optional.ofNullable(row.getString("event")),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    /** Adds an assessment, and gives its place. */
    int add(UUID id, UUID claim, int version, Kept kept, String by, Instant at) {
        return Reach.limited(database, ADD)
                .param("id", id)
                .param("claim", claim)
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("working", secrets.seal(Field.DIAGNOSIS, id, texts.write(kept)))
                .param("fen", kept.assessment().due().fen())
                .query(Integer.class)
                .single();
    }

    void addLine(UUID assessment, int place, Claim claim, Assessment.Line line, UUID fund) {
        database.sql(ADD_LINE)
                .param("assessment", assessment)
                .param("place", place)
                .param("path", claim.path())
                .param("member", claim.member())
                .param("plan", line.plan())
                .param("version", line.version())
                .param("clause", line.clause())
                .param("on", line.on())
                .param("insured", line.insured().name())
                .param("relative", line.relative())
                .param("event", line.event().orElse(null), Types.VARCHAR)
                .param("fund", fund)
                .param("fen", line.due().fen())
                .update();
    }

    void owe(Owed owed, Money sum) {
        Reach.limited(database, OWE)
                .param("key", owed.key())
                .param("claim", owed.claim().id())
                .param("decision", owed.decision())
                .param("fund", owed.fund().id())
                .param("recipient", owed.recipient())
                .param("fen", sum.fen())
                .update();
    }

    /** The keys of what was owed for the claim. */
    List<String> owed(UUID claim) {
        return Reach.limited(database, OWED)
                .param("claim", claim)
                .query((row, _) -> row.getString("key"))
                .list();
    }

    /** The keys of what was owed for the claim by a fund to one who is paid, the last first. */
    List<String> owedOf(Owed owed) {
        return Reach.limited(database, OWED_OF)
                .param("claim", owed.claim().id())
                .param("fund", owed.fund().id())
                .param("recipient", owed.recipient())
                .query((row, _) -> row.getString("key"))
                .list();
    }

    /** What the clauses gave that would be taken back with the claim. */
    List<TakingBack.Given> given(Claim claim) {
        return Reach.limited(database, GIVEN)
                .param("member", claim.member())
                .param("claim", claim.id())
                .param("events", claim.number() + "/%")
                .query((row, _) -> new TakingBack.Given(
                        row.getString("plan"),
                        row.getString("version"),
                        row.getString("clause"),
                        row.getObject("on_day", LocalDate.class),
                        Insured.valueOf(row.getString("insured")),
                        row.getString("relative"),
                        Optional.ofNullable(row.getString("event")),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    Optional<Made> latest(UUID claim) {
        return Reach.limited(database, LATEST)
                .param("claim", claim)
                .query(this::made)
                .optional();
    }

    List<Made> all(UUID claim) {
        return Reach.limited(database, ALL)
                .param("claim", claim)
                .query(this::made)
                .list();
    }

    private Made made(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Made(
                id,
                row.getInt("place"),
                row.getTimestamp("made_at").toInstant(),
                texts.read(secrets.open(Field.DIAGNOSIS, id, row.getBytes("working")), Kept.class));
    }
}
