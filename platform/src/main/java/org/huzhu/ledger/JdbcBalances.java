package org.huzhu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.JournalLine.Place;
import org.huzhu.ledger.JournalLine.Reversed;
import org.huzhu.ledger.TrialBalance.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What accounts come to: the balance of the last closing, and the entries since. */
@Repository
class JdbcBalances {

    /**
     * The day since is worked out apart: behind row-level security PostgreSQL takes a condition that holds more than a
     * plain comparison for one that might tell of hidden rows, and does not look for it in the index.
     */
    private static final String TRIAL = """
            select account.code, account.name, account.kind, coalesce(kept.fen, 0) + coalesce(moved.fen, 0) as fen
            from ledger.fund fund
            join ledger.account account on account.fund = fund.id
            left join lateral (
                select coalesce(max(closing.until), fund.opened_on) as since from ledger.closing closing
                where closing.fund = fund.id and closing.until <= cast(:day as date) + 1) closed on true
            left join ledger.closing_balance kept on kept.account = account.id and kept.until = closed.since
            left join lateral (
                select cast(sum(entry.fen) as bigint) as fen from ledger.entry entry
                where entry.account = account.id and entry.day <= cast(:day as date)
                  and entry.day >= closed.since) moved on true
            where fund.id = :fund and""" + Reach.IN;

    private static final String TRIAL_BY_CODE = TRIAL + "order by account.code";

    private static final String BALANCE = TRIAL + "and account.code = :code";

    /**
     * The account is found first, so that its entries come in their order out of the index, as far as the page goes.
     */
    private static final String PAGE = """
            select entry.day, entry.transaction, entry.line, posted.business_key, posted.kind, posted.reference,
                   entry.fen, coalesce(wrong.business_key, later.business_key) as other_key,
                   posted.reverses is null as is_wrong, coalesce(posted.reason, later.reason) as reason
            from ledger.entry entry join ledger.transaction posted on posted.number = entry.transaction
            left join ledger.transaction wrong on wrong.number = posted.reverses
            left join ledger.transaction later on later.reverses = posted.number
            where entry.account = (
                select account.id from ledger.fund fund join ledger.account account on account.fund = fund.id
                where fund.id = :fund and account.code = :code and""" + Reach.IN + """
                )
              and entry.day >= :from and entry.day < :until
            """;

    private static final String IN_ORDER = " order by entry.day, entry.transaction, entry.line limit :max";

    private static final String JOURNAL = PAGE + IN_ORDER;

    private static final String JOURNAL_AFTER =
            PAGE + "and (entry.day, entry.transaction, entry.line) > (:day, :number, :line)" + IN_ORDER;

    private final JdbcClient database;

    JdbcBalances(JdbcClient database) {
        this.database = database;
    }

    /** None if there is no such fund. */
    List<Line> trial(UUID fund, LocalDate day) {
        return on(TRIAL_BY_CODE, fund, day).query(JdbcBalances::line).list();
    }

    /** Empty if there is no such account. */
    Optional<Money> balance(UUID fund, String account, LocalDate day) {
        return on(BALANCE, fund, day)
                .param("code", account)
                .query(JdbcBalances::line)
                .optional()
                .map(Line::balance);
    }

    private JdbcClient.StatementSpec on(String sql, UUID fund, LocalDate day) {
        return database.sql(sql).param("fund", fund).param("day", day).param("reach", Reach.text());
    }

    List<JournalLine> journal(UUID fund, String account, DateSpan span, Optional<Place> after, int max) {
        JdbcClient.StatementSpec page = database.sql(after.isPresent() ? JOURNAL_AFTER : JOURNAL)
                .param("fund", fund)
                .param("code", account)
                .param("from", span.from())
                .param("until", span.until())
                .param("max", max)
                .param("reach", Reach.text());
        after.ifPresent(place -> page.param("day", place.day())
                .param("number", place.transaction())
                .param("line", place.line()));
        return page.query(JdbcBalances::journalLine).list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(JdbcFunds.account(row, number), Money.ofFen(row.getLong("fen")));
    }

    private static JournalLine journalLine(ResultSet row, int number) throws SQLException {
        boolean isWrong = row.getBoolean("is_wrong");
        String reason = Objects.requireNonNullElse(row.getString("reason"), "");
        return new JournalLine(
                new Place(row.getObject("day", LocalDate.class), row.getLong("transaction"), row.getInt("line")),
                row.getString("business_key"),
                row.getString("kind"),
                row.getString("reference"),
                Money.ofFen(row.getLong("fen")),
                Optional.ofNullable(row.getString("other_key")).map(key -> new Reversed(key, isWrong, reason)));
    }
}
