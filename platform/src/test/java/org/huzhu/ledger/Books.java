package org.huzhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.LedgerRefused.Why;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Short words for the tests: opens funds, posts to them, and speaks for those who may. */
@TestComponent
class Books {

    static final LocalDate START = LocalDate.of(2025, 1, 15);

    private final FundDesk desk;
    private final Ledger ledger;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AtomicInteger numbers = new AtomicInteger();

    Books(FundDesk desk, Ledger ledger, JdbcClient database, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.ledger = ledger;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A fund of an office of its own. */
    Fund fund() {
        return fund("o" + numbers.incrementAndGet());
    }

    Fund fund(String path) {
        Caller checker = checker(path);
        String code = "F-" + numbers.incrementAndGet();
        return as(
                checker, () -> desk.open(checker, new FundOpening(code, "互助基金", Fund.Kind.CONTRIBUTION, path, START)));
    }

    static Caller checker(String path) {
        return new Caller(UUID.randomUUID(), Role.FINANCE_CHECKER, Optional.of(path), Optional.empty());
    }

    static Caller auditor(String path) {
        return new Caller(UUID.randomUUID(), Role.AUDITOR, Optional.of(path), Optional.empty());
    }

    Fund close(Fund fund, YearMonth month) {
        Caller checker = checker(fund.path());
        return as(checker, () -> desk.close(checker, fund.id(), month));
    }

    /** Contributions that were paid into the bank. */
    static Posting paid(Fund fund, String key, LocalDate day, long fen) {
        return new Posting(
                fund.id(),
                key,
                "contribution.paid",
                "enrolment " + key,
                day,
                List.of(
                        Entry.debit(StandardAccount.BANK, Money.ofFen(fen)),
                        Entry.credit(StandardAccount.CONTRIBUTION_INCOME, Money.ofFen(fen))));
    }

    Transaction post(Posting posting) {
        return system(() -> ledger.post(posting));
    }

    Transaction reverse(String key, String reversed, LocalDate day) {
        return system(() -> ledger.reverse(new Reversal(key, reversed, day, "记错了")));
    }

    Money bank(Fund fund, LocalDate day) {
        return system(() -> ledger.balance(fund.id(), StandardAccount.BANK.code(), day));
    }

    /** In a transaction of the society itself. */
    <T> T system(Supplier<T> work) {
        return within(Scope.ofSystem(), work);
    }

    <T> T within(Scope scope, Supplier<T> work) {
        return scope.call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** What goes past the doors of the room, as the role that runs the society. */
    int past(Scope scope, String sql) {
        return within(scope, () -> database.sql(sql).update());
    }

    int past(String sql) {
        return past(Scope.ofSystem(), sql);
    }

    long count(Scope scope, String table) {
        return within(
                scope,
                () -> database.sql("select count(*) from ledger." + table)
                        .query(Long.class)
                        .single());
    }

    static <T> T as(Caller caller, Callable<T> work) {
        try {
            return caller.scope().call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void refuses(Why why, Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        LedgerRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
