package org.huzhu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Funds, their accounts, and the closing of their months. */
@Repository
class JdbcFunds {

    private static final String COLUMNS = """
             fund.id, fund.code, fund.name, fund.kind, fund.path::text as path, fund.opened_on, fund.closed_until
            """;

    private static final String ALL =
            "select" + COLUMNS + "from ledger.fund fund where" + Reach.IN + "order by fund.code";

    private static final String FIND =
            "select" + COLUMNS + "from ledger.fund fund where fund.id = :fund and" + Reach.IN;

    private static final String NAMED =
            "select" + COLUMNS + "from ledger.fund fund where fund.code = :code and" + Reach.IN;

    /** As the foreign key of a transaction does: postings do not wait for each other, but for a closing. */
    private static final String HOLD = FIND + "for key share of fund";

    private static final String LOCK = FIND + "for update of fund";

    private static final String ADD = """
            insert into ledger.fund as fund (code, name, kind, path, opened_on)
            values (:code, :name, :kind, cast(:path as ltree), :day)
            on conflict (code) do nothing
            returning""" + COLUMNS;

    private static final String ADD_ACCOUNT = """
            insert into ledger.account (fund, code, name, kind)
            select fund.id, cast(:code as text), cast(:name as text), cast(:kind as text)
            from ledger.fund fund where fund.id = :fund and""" + Reach.IN + "on conflict (fund, code) do nothing";

    private static final String CHART = """
            select account.code, account.name, account.kind
            from ledger.fund fund join ledger.account account on account.fund = fund.id
            where fund.id = :fund and""" + Reach.IN + "order by account.code";

    private static final String CLOSE = """
            insert into ledger.closing (fund, until, closed_at, actor)
            select fund.id, cast(:until as date), cast(:at as timestamptz), cast(:actor as text)
            from ledger.fund fund where fund.id = :fund and""" + Reach.IN;

    private static final String FOLLOW = """
            update ledger.fund fund
            set path = house.moved(fund.path, cast(:from as ltree), cast(:to as ltree))
            where fund.path <@ cast(:from as ltree) and""" + Reach.IN;

    private final JdbcClient database;

    JdbcFunds(JdbcClient database) {
        this.database = database;
    }

    List<Fund> all() {
        return database.sql(ALL)
                .param("reach", Reach.text())
                .query(JdbcFunds::fund)
                .list();
    }

    Optional<Fund> find(UUID fund) {
        return one(FIND, fund).query(JdbcFunds::fund).optional();
    }

    Optional<Fund> named(String code) {
        return database.sql(NAMED)
                .param("code", code)
                .param("reach", Reach.text())
                .query(JdbcFunds::fund)
                .optional();
    }

    /** The fund, of which no month is closed until this transaction ends. */
    Optional<Fund> hold(UUID fund) {
        return one(HOLD, fund).query(JdbcFunds::fund).optional();
    }

    /** The fund, to which nobody posts until this transaction ends. */
    Optional<Fund> lock(UUID fund) {
        return one(LOCK, fund).query(JdbcFunds::fund).optional();
    }

    /** Empty if the code is taken. */
    Optional<Fund> add(FundOpening opening) {
        return database.sql(ADD)
                .param("code", opening.code())
                .param("name", opening.name())
                .param("kind", opening.kind().name())
                .param("path", opening.path())
                .param("day", opening.day())
                .query(JdbcFunds::fund)
                .optional();
    }

    /** Whether there was none of that code. */
    boolean add(UUID fund, Account account) {
        return one(ADD_ACCOUNT, fund)
                        .param("code", account.code())
                        .param("name", account.name())
                        .param("kind", account.kind().name())
                        .update()
                == 1;
    }

    List<Account> chart(UUID fund) {
        return one(CHART, fund).query(JdbcFunds::account).list();
    }

    /** Closes what lies before the day; the database works the balances out. */
    void close(UUID fund, LocalDate until, Instant at) {
        one(CLOSE, fund)
                .param("until", until)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", Reach.actor())
                .update();
    }

    void follow(String from, String to) {
        database.sql(FOLLOW)
                .param("from", from)
                .param("to", to)
                .param("reach", Reach.text())
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, UUID fund) {
        return database.sql(sql).param("fund", fund).param("reach", Reach.text());
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(row.getString("code"), row.getString("name"), Account.Kind.valueOf(row.getString("kind")));
    }

    private static Fund fund(ResultSet row, int number) throws SQLException {
        return new Fund(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                Fund.Kind.valueOf(row.getString("kind")),
                row.getString("path"),
                row.getObject("opened_on", LocalDate.class),
                Optional.ofNullable(closedUntil(row)));
    }

    private static @Nullable LocalDate closedUntil(ResultSet row) throws SQLException {
        return row.getObject("closed_until", LocalDate.class);
    }
}
