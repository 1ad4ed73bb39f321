package org.huzhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huzhu.ledger.Books.START;
import static org.huzhu.ledger.Surroundings.TODAY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.JournalLine.Place;
import org.huzhu.ledger.LedgerRefused.Why;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is posted, reversed and closed, in whatever order: a balance is the sum of its entries. */
@RoomOfLedger
class BalancesTest {

    private static final int CASES = 30;
    private static final long DAYS = ChronoUnit.DAYS.between(START, TODAY);
    private static final List<String> ACCOUNTS =
            StandardAccount.chart().stream().map(Account::code).toList();

    private final Books books;
    private final Ledger ledger;
    private final JdbcClient database;

    @Autowired
    BalancesTest(Books books, Ledger ledger, JdbcClient database) {
        this.books = books;
        this.ledger = ledger;
        this.database = database;
    }

    @Test
    void a_balance_is_the_sum_of_its_entries_whatever_happened() {
        AtomicInteger posted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Cases.check(CASES, cases -> {
            History history = new History(cases, books.fund());
            int steps = 3 * cases.listOf(_ -> 0).size();
            for (int step = 0; step < steps; step++) {
                history.step();
            }
            history.check();
            posted.addAndGet(history.posted.size());
            refused.addAndGet(history.refused);
            closed.addAndGet(history.closed);
        });

        // Were nothing posted, refused or closed, little would have been tried.
        assertThat(posted.get()).isGreaterThan(5 * CASES);
        assertThat(refused.get()).isGreaterThan(CASES);
        assertThat(closed.get()).isGreaterThan(CASES);
    }

    /** What happens to one fund, and what must come of it. */
    private final class History {

        private final Cases cases;
        private final Fund fund;
        private final List<Transaction> posted = new ArrayList<>();
        private final List<Long> reversed = new ArrayList<>();
        private LocalDate openFrom = START;
        private int refused;
        private int closed;

        History(Cases cases, Fund fund) {
            this.cases = cases;
            this.fund = fund;
        }

        void step() {
            switch ((int) cases.wholeBetween(0, 9)) {
                case 0 -> close();
                case 1, 2 -> reverse();
                default -> post();
            }
        }

        private LocalDate day() {
            return START.plusDays(cases.wholeBetween(0, DAYS));
        }

        private void post() {
            List<Entry> entries = new ArrayList<>(cases.listOf(
                    each -> new Entry(each.oneOf(ACCOUNTS), Money.ofFen(each.wholeBetween(1, 1_000_000)))));
            Money sum = Money.sum(entries.stream().map(Entry::amount).toList());
            entries.add(new Entry(cases.oneOf(ACCOUNTS), Money.ZERO.minus(sum)));
            LocalDate day = day();
            Posting posting = new Posting(fund.id(), fund.code() + "/" + key(), "test", "", day, entries);
            try {
                posted.add(books.post(posting));
                assertThat(day).isAfterOrEqualTo(openFrom);
            } catch (LedgerRefused e) {
                assertThat(e.why()).isEqualTo(Why.CLOSED);
                assertThat(day).isBefore(openFrom);
                refused++;
            }
        }

        private int key() {
            return posted.size() + refused;
        }

        private void reverse() {
            if (posted.isEmpty()) {
                return;
            }
            Transaction wrong = cases.oneOf(posted);
            try {
                posted.add(
                        books.reverse(fund.code() + "/" + key(), wrong.posted().key(), day()));
                assertThat(reversed).doesNotContain(wrong.number());
                reversed.add(wrong.number());
            } catch (LedgerRefused e) {
                refused++;
            }
        }

        private void close() {
            if (openFrom.isBefore(TODAY)) {
                openFrom = books.close(fund, YearMonth.from(openFrom)).openFrom();
                closed++;
            }
        }

        void check() {
            for (LocalDate day : List.of(START.minusDays(1), day(), day(), openFrom, openFrom.minusDays(1), TODAY)) {
                TrialBalance trial = books.system(() -> ledger.trial(fund.id(), day));
                assertThat(trial.lines())
                        .extracting(line -> line.account().code())
                        .isEqualTo(ACCOUNTS);
                for (TrialBalance.Line line : trial.lines()) {
                    assertThat(line.balance())
                            .as(line.account() + " on " + day)
                            .isEqualTo(sum(line.account().code(), day));
                }
                assertThat(trial.debits()).isEqualTo(Money.ZERO.minus(trial.credits()));
                String code = cases.oneOf(ACCOUNTS);
                assertThat(books.system(() -> ledger.balance(fund.id(), code, day)))
                        .isEqualTo(sum(code, day));
            }
            checkJournal(cases.oneOf(ACCOUNTS));
            checkClosings();
        }

        private Money sum(String account, LocalDate day) {
            return Money.sum(posted.stream()
                    .filter(each -> !each.posted().day().isAfter(day))
                    .flatMap(each -> each.posted().entries().stream())
                    .filter(entry -> entry.account().equals(account))
                    .map(Entry::amount)
                    .toList());
        }

        /** Page by page, each entry of the span is there once, by day and number. */
        private void checkJournal(String account) {
            LocalDate from = day();
            DateSpan span = new DateSpan(from, from.plusDays(cases.wholeBetween(1, 200)));
            List<JournalLine> all = new ArrayList<>();
            List<JournalLine> page = page(account, span, Optional.empty());
            while (!page.isEmpty()) {
                all.addAll(page);
                page = page(account, span, Optional.of(page.getLast().place()));
            }
            assertThat(all)
                    .extracting(JournalLine::place, JournalLine::amount)
                    .isEqualTo(posted.stream()
                            .filter(each -> span.contains(each.posted().day()))
                            .sorted(Comparator.comparing(
                                            (Transaction each) -> each.posted().day())
                                    .thenComparingLong(Transaction::number))
                            .flatMap(each -> lines(each, account).stream())
                            .toList());
        }

        private List<JournalLine> page(String account, DateSpan span, Optional<Place> after) {
            return books.system(() -> ledger.journal(fund.id(), account, span, after, 3));
        }

        private List<Tuple> lines(Transaction each, String account) {
            List<Tuple> lines = new ArrayList<>();
            List<Entry> entries = each.posted().entries();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).account().equals(account)) {
                    Place place = new Place(each.posted().day(), each.number(), i + 1);
                    lines.add(tuple(place, entries.get(i).amount()));
                }
            }
            return lines;
        }

        private void checkClosings() {
            List<Long> wrong = books.system(() ->
                    database.sql("""
                            select b.fen from ledger.closing_balance b
                            where b.fund = :fund and b.fen <> coalesce((
                                select sum(e.fen) from ledger.entry e
                                where e.account = b.account and e.day < b.until), 0)
                            """).param("fund", fund.id()).query(Long.class).list());
            assertThat(wrong).isEmpty();
        }
    }
}
