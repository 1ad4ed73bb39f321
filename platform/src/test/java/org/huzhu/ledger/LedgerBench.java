package org.huzhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.ledger.Books.paid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.huzhu.access.Caller;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.JournalLine.Place;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the journal of a large fund takes; docs/performance.md has the command and what it said. Its name keeps it
 * out of the test run. It asserts what was found, never how fast.
 */
@RoomOfLedger
class LedgerBench {

    private static final int TRANSACTIONS = Integer.getInteger("transactions", 1_000_000);
    private static final int BATCH = 50_000;
    private static final int ROUNDS = 200;
    private static final int POSTERS = 8;
    private static final LocalDate FIRST = LocalDate.of(2024, 6, 1);
    private static final int DAYS = 730;
    private static final int MONTHS = 24;

    /** Of five, three are contributions paid in, two are benefits paid out; through all days, in no order. */
    private static final String FILL = """
            with posted as (
                insert into ledger.transaction (fund, business_key, kind, reference, day, posted_at, actor, path, lines)
                select fund.id, 'bulk/' || i, 'contribution.paid', 'enrolment ' || i,
                       cast(:first as date) + (i * 7919::bigint % :days)::int, now(), 'system', fund.path, 2
                from generate_series(:from, :until) i, ledger.fund fund where fund.id = :fund
                returning number, day)
            insert into ledger.entry (transaction, line, account, fund, day, fen)
            select posted.number, line, account.id, account.fund, posted.day, fen
            from posted
            cross join lateral (values
                (1, '1002', case when posted.number % 5 < 3 then 10000 else -3000 end),
                (2, case when posted.number % 5 < 3 then '4201' else '5101' end,
                 case when posted.number % 5 < 3 then -10000 else 3000 end)) entry (line, code, fen)
            join ledger.account account on account.fund = :fund and account.code = entry.code
            """;

    private final FundDesk desk;
    private final Ledger ledger;
    private final Books books;
    private final JdbcClient database;
    private final Server server;
    private final List<String> report = new ArrayList<>();
    private UUID fund = new UUID(0, 0);

    @Autowired
    LedgerBench(FundDesk desk, Ledger ledger, Books books, JdbcClient database, Server server) {
        this.desk = desk;
        this.ledger = ledger;
        this.books = books;
        this.database = database;
        this.server = server;
    }

    @Test
    void measure() throws SQLException, IOException {
        Caller checker = Books.checker("b");
        Fund opened = Books.as(
                checker,
                () -> desk.open(checker, new FundOpening("BENCH", "北京互助基金", Fund.Kind.CONTRIBUTION, "b", FIRST)));
        fund = opened.id();
        fill();
        admin("vacuum analyze ledger.transaction, ledger.entry");
        size();
        report.add("");
        report.add("| asked | median, ms | 99th of 100, ms | slowest, ms |");
        report.add("| --- | --- | --- | --- |");
        Scope scope = Books.auditor("b").scope();
        once(
                "trial balance on the last day, no month closed",
                () -> books.within(scope, () -> ledger.trial(fund, today())));
        once(
                "balance of the bank account on the last day, no month closed",
                () -> books.within(scope, () -> ledger.balance(fund, StandardAccount.BANK.code(), today())));
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = YearMonth.from(FIRST).plusMonths(i);
            once("closing of " + month, () -> books.close(opened, month));
        }
        ask();
        post(opened);
        Files.write(Path.of("target/ledger-bench.md"), report);
    }

    private void fill() {
        long start = System.nanoTime();
        for (int from = 1; from <= TRANSACTIONS; from += BATCH) {
            int first = from;
            books.system(() -> database.sql(FILL)
                    .param("first", FIRST)
                    .param("days", DAYS)
                    .param("from", first)
                    .param("until", Math.min(first + BATCH - 1, TRANSACTIONS))
                    .param("fund", fund)
                    .update());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.add("%,d transactions of two entries in statements of %,d: %.0f s, %,.0f a second."
                .formatted(TRANSACTIONS, BATCH, seconds, TRANSACTIONS / seconds));
    }

    private void size() {
        long bytes = books.system(() -> database.sql("""
                        select pg_total_relation_size('ledger.transaction') + pg_total_relation_size('ledger.entry')
                        """).query(Long.class).single());
        report.add("On disk: %,d MiB.".formatted(bytes >> 20));
    }

    private void ask() {
        String bank = StandardAccount.BANK.code();
        DateSpan year = new DateSpan(FIRST.plusYears(1), FIRST.plusYears(2));
        TrialBalance all = books.system(() -> ledger.trial(fund, FIRST.plusYears(2)));
        assertThat(all.debits()).isEqualTo(Money.ZERO.minus(all.credits()));
        time("balance of the bank account on any day", i -> ledger.balance(fund, bank, day(i)));
        time("trial balance on any day", i -> ledger.trial(fund, day(i)));
        time("first page of 50 of a journal", _ -> ledger.journal(fund, bank, year, Optional.empty(), 50));
        time(
                "any page of 50 of a journal",
                i -> ledger.journal(fund, bank, year, Optional.of(new Place(day(i), TRANSACTIONS / 2L, 1)), 50));
        time("a transaction by its key", i -> ledger.find("bulk/" + (1 + i * 7919L % TRANSACTIONS)));
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number * 389L % DAYS);
    }

    private void once(String what, Runnable asked) {
        long start = System.nanoTime();
        asked.run();
        report.add("| %s | %.1f | | |".formatted(what, (System.nanoTime() - start) / 1e6));
    }

    private static LocalDate today() {
        return FIRST.plusDays(DAYS - 1L);
    }

    /** In the scope of somebody who looks, each time a transaction of its own. */
    private void time(String what, IntConsumer asked) {
        Scope scope = Books.auditor("b").scope();
        long[] nanos = new long[ROUNDS];
        for (int round = -20; round < ROUNDS; round++) {
            int number = round + 20;
            long start = System.nanoTime();
            books.within(scope, () -> {
                asked.accept(number);
                return true;
            });
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        report.add("| %s | %.1f | %.1f | %.1f |"
                .formatted(what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6, nanos[ROUNDS - 1] / 1e6));
    }

    /** Through the door, as the rooms of the business do: each in a transaction of its own. */
    private void post(Fund opened) {
        LocalDate today = Surroundings.TODAY;
        time("posting through the door", i -> ledger.post(paid(opened, "one/" + i, today, 100)));
        time("posting the same again", i -> ledger.post(paid(opened, "one/" + i, today, 100)));
        AtomicInteger turn = new AtomicInteger();
        int each = 500;
        long start = System.nanoTime();
        Together.all(POSTERS, () -> {
            for (int i = 0; i < each; i++) {
                books.post(paid(opened, "many/" + turn.incrementAndGet(), today, 100));
            }
            return true;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        report.add("");
        report.add("%d threads at once post %,.0f a second to one fund.".formatted(POSTERS, POSTERS * each / seconds));
        assertThat(turn.get()).isEqualTo(POSTERS * each);
    }

    private void admin(String sql) throws SQLException {
        try (Connection admin = Server.connect(server.url(), server.admin().orElseThrow());
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
