package org.huzhu.ledger;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Transaction.Correction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The transactions of the journal, one by one. */
@Repository
class JdbcJournal {

    private static final String FIND = """
            select posted.number, posted.fund, posted.business_key, posted.kind, posted.reference, posted.day,
                   posted.posted_at, posted.actor, posted.reverses, posted.reason, account.code, entry.fen
            from ledger.transaction posted
            join ledger.fund fund on fund.id = posted.fund
            join ledger.entry entry on entry.transaction = posted.number
            join ledger.account account on account.id = entry.account
            where posted.business_key = :key and""" + Reach.IN + "order by entry.line";

    /** Neither a key nor what it reverses may stand there already: then it is not added. */
    private static final String ADD = """
            insert into ledger.transaction (fund, business_key, kind, reference, day, posted_at, actor, path, lines,
                                            reverses, reason)
            select fund.id, cast(:key as text), cast(:kind as text), cast(:reference as text), cast(:day as date),
                   cast(:at as timestamptz), cast(:actor as text), fund.path, cast(:lines as smallint),
                   cast(:reverses as bigint), cast(:reason as text)
            from ledger.fund fund where fund.id = :fund and""" + Reach.IN + "on conflict do nothing returning number";

    private static final String ADD_ENTRIES = """
            insert into ledger.entry (transaction, line, account, fund, day, fen)
            select :number, entry.line, account.id, fund.id, cast(:day as date), entry.fen
            from unnest(cast(:codes as text[]), cast(:fens as bigint[])) with ordinality as entry (code, fen, line)
            join ledger.account account on account.fund = :fund and account.code = entry.code
            join ledger.fund fund on fund.id = account.fund
            where""" + Reach.IN;

    private final JdbcClient database;

    JdbcJournal(JdbcClient database) {
        this.database = database;
    }

    Optional<Transaction> find(String key) {
        List<Line> lines = database.sql(FIND)
                .param("key", key)
                .param("reach", Reach.text())
                .query(JdbcJournal::line)
                .list();
        List<Entry> entries = new ArrayList<>();
        lines.forEach(line -> entries.add(line.entry()));
        return lines.stream().findFirst().map(line -> line.transaction(entries));
    }

    /** The number it got; empty if the key is taken, or what it reverses is reversed. */
    Optional<Long> add(Posting posting, Optional<Correction> correction, Instant at) {
        return database.sql(ADD)
                .param("fund", posting.fund())
                .param("key", posting.key())
                .param("kind", posting.kind())
                .param("reference", posting.reference())
                .param("day", posting.day())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", Reach.actor())
                .param("lines", posting.entries().size())
                .param("reverses", correction.map(Correction::reverses).orElse(null))
                .param("reason", correction.map(Correction::reason).orElse(null))
                .param("reach", Reach.text())
                .query(Long.class)
                .optional();
    }

    /** Whether the fund has all the accounts. */
    boolean addEntries(long number, Posting posting) {
        // Codes are digits alone: nothing in them could end an array.
        return database.sql(ADD_ENTRIES)
                        .param("number", number)
                        .param("day", posting.day())
                        .param("fund", posting.fund())
                        .param(
                                "codes",
                                posting.entries().stream().map(Entry::account).collect(joining(",", "{", "}")))
                        .param(
                                "fens",
                                posting.entries().stream()
                                        .map(entry ->
                                                Long.toString(entry.amount().fen()))
                                        .collect(joining(",", "{", "}")))
                        .param("reach", Reach.text())
                        .update()
                == posting.entries().size();
    }

    /** A line of a transaction, with all that the others have too. */
    private record Line(
            long number,
            UUID fund,
            Words words,
            LocalDate day,
            Instant postedAt,
            Optional<Correction> correction,
            Entry entry) {

        Transaction transaction(List<Entry> entries) {
            return new Transaction(
                    number,
                    new Posting(fund, words.key(), words.kind(), words.reference(), day, entries),
                    postedAt,
                    words.actor(),
                    correction);
        }
    }

    private record Words(String key, String kind, String reference, String actor) {}

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("number"),
                row.getObject("fund", UUID.class),
                new Words(
                        row.getString("business_key"),
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("actor")),
                row.getObject("day", LocalDate.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                correction(row),
                new Entry(row.getString("code"), Money.ofFen(row.getLong("fen"))));
    }

    private static Optional<Correction> correction(ResultSet row) throws SQLException {
        long reverses = row.getLong("reverses");
        return row.wasNull() ? Optional.empty() : Optional.of(new Correction(reverses, row.getString("reason")));
    }
}
