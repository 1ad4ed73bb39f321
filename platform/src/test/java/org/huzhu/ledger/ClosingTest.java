package org.huzhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.ledger.Books.START;
import static org.huzhu.ledger.Books.paid;
import static org.huzhu.ledger.Books.refuses;
import static org.huzhu.ledger.Surroundings.TODAY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.LedgerRefused.Why;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@RoomOfLedger
class ClosingTest {

    private static final YearMonth FIRST = YearMonth.from(START);
    private static final int POSTERS = 8;
    private static final int MONTHS = 12;

    private final Books books;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;

    @Autowired
    ClosingTest(Books books, JdbcClient database, PlatformTransactionManager transactions) {
        this.books = books;
        this.database = database;
        this.transactions = transactions;
    }

    @Test
    void months_close_in_order_and_once() {
        Fund fund = books.fund();

        refuses(Why.MONTH_OUT_OF_ORDER, () -> books.close(fund, FIRST.plusMonths(1)));
        Fund closed = books.close(fund, FIRST);

        assertThat(closed.closedUntil()).contains(LocalDate.of(2025, 2, 1));
        refuses(Why.MONTH_OUT_OF_ORDER, () -> books.close(fund, FIRST));
        assertThat(books.close(fund, FIRST.plusMonths(1)).openFrom()).isEqualTo("2025-03-01");
    }

    @Test
    void a_month_that_is_not_over_is_not_closed() {
        Fund fund = books.fund();
        YearMonth month = FIRST;
        while (month.isBefore(YearMonth.from(TODAY))) {
            books.close(fund, month);
            month = month.plusMonths(1);
        }

        refuses(Why.MONTH_NOT_OVER, () -> books.close(fund, YearMonth.from(TODAY)));
    }

    @Test
    void nothing_is_posted_to_a_day_that_is_closed() {
        Fund fund = books.fund();
        books.post(paid(fund, "a-" + fund.code(), START, 100));
        books.close(fund, FIRST);

        refuses(Why.CLOSED, () -> books.post(paid(fund, "b-" + fund.code(), LocalDate.of(2025, 1, 31), 1)));
        refuses(Why.CLOSED, () -> books.reverse("r-" + fund.code(), "a-" + fund.code(), LocalDate.of(2025, 1, 31)));
        books.post(paid(fund, "c-" + fund.code(), LocalDate.of(2025, 2, 1), 1));
        books.reverse("r-" + fund.code(), "a-" + fund.code(), LocalDate.of(2025, 2, 1));
        assertThat(books.bank(fund, LocalDate.of(2025, 1, 31))).isEqualTo(Money.ofFen(100));
        assertThat(books.bank(fund, LocalDate.of(2025, 2, 1))).isEqualTo(Money.ofFen(1));
    }

    /** The entry of a day that is closed, as a statement that goes past the door. */
    private String late(Fund fund, LocalDate day) {
        return """
                insert into ledger.transaction (fund, business_key, kind, reference, day, posted_at, actor, path, lines)
                values ('%s', '%s', 'test', '', '%s', now(), 'system', '%s', 2)
                """.formatted(fund.id(), "late-" + fund.code(), day, fund.path());
    }

    @Test
    void the_database_itself_lets_nothing_into_a_closed_month() {
        Fund fund = books.fund();
        books.close(fund, FIRST);

        assertThatThrownBy(() -> books.past(late(fund, LocalDate.of(2025, 1, 31))))
                .hasStackTraceContaining("lies before 2025-02-01");
        assertThatThrownBy(() -> books.past("""
                        insert into ledger.closing (fund, until, closed_at, actor)
                        values ('%s', '2025-04-01', now(), 'system')
                        """.formatted(fund.id())))
                .hasStackTraceContaining("after the one before it, and once");
        assertThatThrownBy(() -> books.past("""
                        insert into ledger.closing_balance (account, until, fund, fen)
                        select id, '2025-03-01', fund, 5 from ledger.account
                        """)).hasStackTraceContaining("permission denied");
    }

    @Test
    void an_old_snapshot_neither_posts_nor_closes() {
        Fund fund = books.fund();
        TransactionTemplate old = new TransactionTemplate(transactions);
        old.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        assertThatThrownBy(() -> Scope.ofSystem()
                        .call(() -> old.execute(_ -> database.sql(late(fund, LocalDate.of(2025, 3, 1)))
                                .update())))
                .hasStackTraceContaining("isolation read committed");
        assertThatThrownBy(() -> Scope.ofSystem()
                        .call(() -> old.execute(
                                _ -> database.sql("""
                        insert into ledger.closing (fund, until, closed_at, actor)
                        values ('%s', '2025-02-01', now(), 'system')
                        """.formatted(fund.id())).update())))
                .hasStackTraceContaining("isolation read committed");
    }

    @Test
    void a_closing_waits_for_what_is_being_posted() {
        Fund fund = books.fund();
        String close = """
                insert into ledger.closing (fund, until, closed_at, actor)
                values ('%s', '2025-02-01', now(), 'system')
                """.formatted(fund.id());
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> books.system(() -> {
                    // Under way, past the door that would hold the fund.
                    database.sql(late(fund, START)).update();
                    return another.execute(_ -> {
                        database.sql("set local lock_timeout = '100ms'").update();
                        return database.sql(close).update();
                    });
                }))
                .hasStackTraceContaining("lock timeout");
    }

    @Test
    void what_is_posted_while_a_month_closes_is_in_it_or_refused() {
        Fund fund = books.fund();
        for (int i = 0; i < MONTHS; i++) {
            closedAmidPostings(fund, FIRST.plusMonths(i));
        }

        assertThat(books.system(() -> database.sql("""
                        select count(*) from ledger.transaction t join ledger.closing c on c.fund = t.fund
                        where t.day < c.until and t.number > c.last
                        """).query(Long.class).single()))
                .isZero();
    }

    private void closedAmidPostings(Fund fund, YearMonth month) {
        long before = books.bank(fund, month.atDay(1).minusDays(1)).fen();
        LocalDate day = month.atEndOfMonth();
        CountDownLatch begun = new CountDownLatch(2 * POSTERS);
        AtomicInteger turn = new AtomicInteger();

        List<Long> posted = Together.all(POSTERS + 1, () -> {
            int me = turn.getAndIncrement();
            if (me == 0) {
                begun.await();
                books.close(fund, month);
                return 0L;
            }
            return postedUntilClosed(fund, month + "/" + me + "/" + fund.code(), day, begun);
        });

        long kept = books.system(() -> database.sql("""
                        select b.fen from ledger.closing_balance b join ledger.account a on a.id = b.account
                        where a.fund = :fund and a.code = '1002' and b.until = :until
                        """)
                .param("fund", fund.id())
                .param("until", month.plusMonths(1).atDay(1))
                .query(Long.class)
                .single());
        assertThat(kept)
                .isEqualTo(before + posted.stream().mapToLong(each -> each).sum());
        assertThat(books.bank(fund, day)).isEqualTo(Money.ofFen(kept));
    }

    private long postedUntilClosed(Fund fund, String key, LocalDate day, CountDownLatch begun) {
        List<Transaction> posted = new ArrayList<>();
        while (true) {
            try {
                posted.add(books.post(paid(fund, key + "/" + posted.size(), day, 1)));
                begun.countDown();
            } catch (LedgerRefused e) {
                assertThat(e.why()).isEqualTo(Why.CLOSED);
                return posted.size();
            }
        }
    }
}
