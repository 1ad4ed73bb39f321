package org.huzhu.claims.recipients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.crypto.Chance;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.Paper;
import org.huzhu.members.payees.Payees;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Those who are paid in a member's place; the numbers of their papers and cards lie sealed. */
@Repository
class JdbcRecipients {

    private static final String IN = " (c.path <@ any(:reach::ltree[]) or c.member = :own or c.entered_by = :actor) ";

    private static final String COLUMNS = """
            select c.id, c.place, c.tie, c.name, c.paper_kind, c.paper, c.card, c.card_end, c.part, c.whole
            from claims.recipient c where c.claim = :claim and
            """ + IN;

    private static final String OF = COLUMNS + " order by c.place";

    private static final String ONE = COLUMNS + " and c.place = :place";

    private static final String ADD = """
            insert into claims.recipient (id, claim, path, member, entered_by, place, tie, name, paper_kind, paper,
                card, card_end, part, whole, since)
            select :id, c.id, c.path, c.member, c.entered_by,
                   (select coalesce(max(r.place), 0) + 1 from claims.recipient r where r.claim = c.id),
                   :tie, :name, :kind, :paper, :card, :end, :part, :whole, c.version + 1
            from claims.claim c where c.id = :claim and
            """ + IN;

    private static final String REMOVE =
            "delete from claims.recipient c where c.claim = :claim and c.place = :place and " + IN;

    /** Whoever held him against the papers has not seen the other card: he looks again. */
    private static final String CHANGE = """
            update claims.recipient c set card = :card, card_end = :end,
                since = (select l.version + 1 from claims.claim l where l.id = c.claim)
            where c.id = :id and
            """ + IN;

    private static final String TOUCH = "update claims.claim c set version = version + 1 where c.id = :claim and " + IN;

    private static final String IS_OWED =
            "select exists (select from claims.owed c where c.claim = :claim and c.recipient > 0 and " + IN + ")";

    private static final String OWED = """
            select c.recipient, sum(c.fen)::bigint as fen from claims.owed c
            where c.claim = :claim and c.fund = :fund and
            """ + IN + " group by c.recipient having sum(c.fen) > 0 order by c.recipient";

    private static final String KEYS = """
            select c.key from claims.owed c where c.claim = :claim and c.recipient = :place and c.fen > 0 and
            """ + IN + " order by c.key";

    private final JdbcClient database;
    private final Secrets secrets;
    private final Chance chance;
    private final Clock clock;

    JdbcRecipients(JdbcClient database, Secrets secrets, Chance chance, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.chance = chance;
        this.clock = clock;
    }

    private StatementSpec within(String sql) {
        Scope scope = Scope.required();
        return database.sql(sql)
                .param("reach", scope.reachText())
                .param("own", scope.member().orElse(new UUID(0, 0)))
                .param("actor", scope.actor());
    }

    List<Recipient> of(UUID claim) {
        return within(OF)
                .param("claim", claim)
                .query((row, _) -> new Recipient(
                        row.getInt("place"),
                        row.getString("name"),
                        Tie.valueOf(row.getString("tie")),
                        Paper.masked(kind(row), number(row)),
                        row.getString("card_end"),
                        share(row)))
                .list();
    }

    private static Paper.Kind kind(ResultSet row) throws SQLException {
        return Paper.Kind.valueOf(row.getString("paper_kind"));
    }

    private String number(ResultSet row) throws SQLException {
        return secrets.open(Field.ID_NUMBER, row.getObject("id", UUID.class), row.getBytes("paper"));
    }

    private static Share share(ResultSet row) throws SQLException {
        long part = row.getLong("part");
        int whole = row.getInt("whole");
        return row.wasNull() ? new Share.Sum(Money.ofFen(part)) : new Share.Part(Math.toIntExact(part), whole);
    }

    /** Their papers, as they are told apart. */
    Set<String> papers(UUID claim) {
        return within(OF)
                .param("claim", claim)
                .query((row, _) -> Paper.parse(kind(row), number(row)).indexed())
                .stream()
                .collect(Collectors.toSet());
    }

    Optional<Payees.Payee> account(UUID claim, int place) {
        return within(ONE)
                .param("claim", claim)
                .param("place", place)
                .query((row, _) -> new Payees.Payee(
                        new PersonName(row.getString("name")),
                        new CardNumber(
                                secrets.open(Field.CARD, row.getObject("id", UUID.class), row.getBytes("card")))))
                .optional();
    }

    void add(UUID claim, Named named) {
        UUID id = chance.id(clock.instant());
        StatementSpec add = within(ADD)
                .param("id", id)
                .param("claim", claim)
                .param("tie", named.tie().name())
                .param("name", named.name().text())
                .param("kind", named.paper().kind().name())
                .param("paper", secrets.seal(Field.ID_NUMBER, id, named.paper().number()))
                .param("card", secrets.seal(Field.CARD, id, named.card().digits()))
                .param("end", named.cardEnd());
        switch (named.share()) {
            case Share.Part share -> add.param("part", share.part()).param("whole", share.whole());
            case Share.Sum share -> add.param("part", share.sum().fen()).param("whole", null, Types.INTEGER);
        }
        add.update();
    }

    /** Whether there was one at the place. */
    boolean remove(UUID claim, int place) {
        return within(REMOVE).param("claim", claim).param("place", place).update() == 1;
    }

    /** Whether something was owed to one of them. */
    boolean isOwed(UUID claim) {
        return within(IS_OWED).param("claim", claim).query(Boolean.class).single();
    }

    /** What the fund owes to each for the claim, over all decisions, where it is above zero. */
    SequencedMap<Integer, Money> owed(UUID claim, UUID fund) {
        SequencedMap<Integer, Money> owed = new LinkedHashMap<>();
        within(OWED).param("claim", claim).param("fund", fund).query(row -> {
            owed.put(row.getInt("recipient"), Money.ofFen(row.getLong("fen")));
        });
        return owed;
    }

    /** The keys of what was owed to the one at the place. */
    List<String> keys(UUID claim, int place) {
        return within(KEYS)
                .param("claim", claim)
                .param("place", place)
                .query((row, _) -> row.getString("key"))
                .list();
    }

    void change(UUID claim, int place, CardNumber card) {
        UUID id = within(ONE)
                .param("claim", claim)
                .param("place", place)
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
        String digits = card.digits();
        within(CHANGE)
                .param("id", id)
                .param("card", secrets.seal(Field.CARD, id, digits))
                .param("end", digits.substring(digits.length() - 4))
                .update();
        within(TOUCH).param("claim", claim).update();
    }
}
