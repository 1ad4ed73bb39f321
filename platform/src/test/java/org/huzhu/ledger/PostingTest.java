package org.huzhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.ledger.Books.START;
import static org.huzhu.ledger.Books.paid;
import static org.huzhu.ledger.Books.refuses;
import static org.huzhu.ledger.Surroundings.TODAY;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.LedgerRefused.Why;
import org.huzhu.ledger.Transaction.Correction;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

@RoomOfLedger
class PostingTest {

    private static final int THREADS = 20;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Books books;
    private final Ledger ledger;
    private final Server server;

    @Autowired
    PostingTest(Books books, Ledger ledger, Server server) {
        this.books = books;
        this.ledger = ledger;
        this.server = server;
    }

    /** As a statement that goes past the door. */
    private static String inserted(Fund fund, String key, int lines, String rest, String... entries) {
        StringBuilder sql = new StringBuilder("""
                with posted as (
                    insert into ledger.transaction (fund, business_key, kind, reference, day, posted_at, actor, path,
                                                    lines%s)
                    values ('%s', '%s', 'test', '', '%s', now(), 'system', '%s', %d%s) returning number)
                insert into ledger.entry (transaction, line, account, fund, day, fen)
                """.formatted(
                        rest.isEmpty() ? "" : ", reverses, reason", fund.id(), key, DAY, fund.path(), lines, rest));
        for (int i = 0; i < entries.length; i++) {
            sql.append(i == 0 ? "" : " union all ").append(entry(fund, i + 1, entries[i].split(" ", -1)));
        }
        return sql.toString();
    }

    private static String entry(Fund fund, int line, String[] entry) {
        return """
                (select number, %d, (select id from ledger.account where fund = '%s' and code = '%s'), '%s'::uuid,
                        '%s'::date, %s::bigint from posted)
                """.formatted(line, fund.id(), entry[0], fund.id(), DAY, entry[1]);
    }

    @Test
    void what_is_posted_stands_in_the_journal_and_moves_balances() {
        Fund fund = books.fund();
        Posting posting = paid(fund, "a-" + fund.code(), DAY, 12_300);

        Transaction posted = books.post(posting);

        assertThat(posted.posted()).isEqualTo(posting);
        assertThat(posted.actor()).isEqualTo("system");
        assertThat(books.system(() -> ledger.find(posting.key()))).contains(posted);
        assertThat(books.bank(fund, DAY)).isEqualTo(Money.ofFen(12_300));
        assertThat(books.bank(fund, DAY.minusDays(1))).isEqualTo(Money.ZERO);
    }

    @Test
    void nothing_is_posted_outside_a_transaction_of_the_database() {
        Fund fund = books.fund();

        assertThatThrownBy(() -> Scope.ofSystem().call(() -> ledger.post(paid(fund, "x-" + fund.code(), DAY, 1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void entries_that_do_not_sum_to_zero_are_no_posting() {
        Fund fund = books.fund();
        List<Entry> one = List.of(Entry.debit(StandardAccount.BANK, Money.ofFen(5)));
        List<Entry> crooked = List.of(one.getFirst(), Entry.credit(StandardAccount.RESERVE, Money.ofFen(4)));

        assertThatThrownBy(() -> new Posting(fund.id(), "k", "test", "", DAY, crooked))
                .hasMessageContaining("sum to ¥0.01");
        assertThatThrownBy(() -> new Posting(fund.id(), "k", "test", "", DAY, one))
                .hasMessageContaining("two entries");
        assertThatThrownBy(() -> Entry.debit(StandardAccount.BANK, Money.ZERO)).hasMessageContaining("moves nothing");
    }

    @Test
    void the_database_commits_no_transaction_that_does_not_sum_to_zero() {
        Fund fund = books.fund();
        assertThat(books.past(inserted(fund, "even-" + fund.code(), 2, "", "1002 500", "4201 -500")))
                .isEqualTo(2);

        assertThatThrownBy(() -> books.past(inserted(fund, "odd-" + fund.code(), 2, "", "1002 500", "4201 -499")))
                .hasStackTraceContaining("2 of 2 entries, which sum to 1");
        assertThatThrownBy(() -> books.past(inserted(fund, "few-" + fund.code(), 3, "", "1002 500", "4201 -500")))
                .hasStackTraceContaining("2 of 3 entries");
        assertThatThrownBy(() -> books.past(inserted(fund, "one-" + fund.code(), 1, "", "1002 500")))
                .hasStackTraceContaining("transaction_lines_check");
        assertThat(books.bank(fund, DAY)).isEqualTo(Money.ofFen(500));
    }

    @Test
    void no_entry_is_added_to_what_is_committed_and_none_of_another_fund() {
        Fund fund = books.fund();
        Fund other = books.fund();
        Transaction posted = books.post(paid(fund, "a-" + fund.code(), DAY, 100));
        String more = """
                insert into ledger.entry (transaction, line, account, fund, day, fen)
                select %d, %d, id, fund, '%s', fen from (values (1::bigint), (-1)) amount (fen), ledger.account
                where fund = '%s' and code = '1002' and fen = 1
                """;

        assertThatThrownBy(() -> books.past(more.formatted(posted.number(), 3, DAY, fund.id())))
                .hasStackTraceContaining("no part of its transaction");
        assertThatThrownBy(() -> books.past(more.formatted(posted.number(), 2, DAY, fund.id())))
                .hasStackTraceContaining("entry_pkey");
        assertThatThrownBy(() -> books.past(more.formatted(posted.number(), 3, DAY, other.id())))
                .hasStackTraceContaining("no part of its transaction");
        assertThatThrownBy(() -> books.past(inserted(fund, "far-" + fund.code(), 2, "", "1002 5", "4201 -5")
                        .replaceFirst(
                                "where fund = '%s'".formatted(fund.id()), "where fund = '%s'".formatted(other.id()))))
                .hasStackTraceContaining("entry_account_fund_fkey");
    }

    @Test
    void the_journal_only_grows() {
        Fund fund = books.fund();
        books.post(paid(fund, "a-" + fund.code(), DAY, 100));
        books.close(fund, YearMonth.from(START));

        for (String table : List.of("transaction", "entry", "account", "closing", "closing_balance")) {
            assertThatThrownBy(() -> books.past("delete from ledger." + table))
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> books.past("truncate ledger." + table + " cascade"))
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> books.past("update ledger.entry set fen = 1")).hasStackTraceContaining("permission");
        assertThatThrownBy(() -> books.past("update ledger.fund set closed_until = null"))
                .hasStackTraceContaining("permission denied");
    }

    /** Who owns the tables may do more than who runs the society, but not that. */
    @Test
    void the_owner_himself_changes_nothing() throws SQLException {
        Fund fund = books.fund();
        books.post(paid(fund, "a-" + fund.code(), START, 100));
        Fund closed = books.close(fund, YearMonth.from(START));
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            for (String table : List.of("transaction", "entry", "account", "closing", "closing_balance")) {
                for (String change : List.of(
                        "update ledger.%s set fund = fund", "delete from ledger.%s", "truncate ledger.%s cascade")) {
                    Savepoint before = owner.setSavepoint();
                    assertThatThrownBy(() -> statement.execute(change.formatted(table)))
                            .hasMessageContaining("only grows");
                    owner.rollback(before);
                }
            }
            assertThatThrownBy(() -> statement.execute(
                            "update ledger.fund set closed_until = '2025-01-31' where id = '" + closed.id() + "'"))
                    .isInstanceOf(SQLException.class);
            owner.rollback();
        }
    }

    @Test
    void what_is_posted_twice_stands_once() {
        Fund fund = books.fund();
        Posting posting = paid(fund, "a-" + fund.code(), DAY, 100);
        Transaction first = books.post(posting);
        List<Entry> turned =
                List.of(posting.entries().getLast(), posting.entries().getFirst());

        assertThat(books.post(posting)).isEqualTo(first);
        assertThat(books.post(new Posting(
                        fund.id(), posting.key(), posting.kind(), posting.reference(), posting.day(), turned)))
                .isEqualTo(first);
        refuses(Why.KEY_TAKEN, () -> books.post(paid(fund, posting.key(), DAY, 101)));
        refuses(Why.KEY_TAKEN, () -> books.post(paid(fund, posting.key(), DAY.plusDays(1), 100)));
        refuses(Why.KEY_TAKEN, () -> books.post(paid(books.fund(), posting.key(), DAY, 100)));
        assertThat(books.bank(fund, TODAY)).isEqualTo(Money.ofFen(100));
    }

    @Test
    void what_is_tried_again_is_given_back_though_its_month_is_closed() {
        Fund fund = books.fund();
        Posting posting = paid(fund, "a-" + fund.code(), START, 100);
        Transaction first = books.post(posting);
        books.close(fund, YearMonth.from(START));

        assertThat(books.post(posting)).isEqualTo(first);
    }

    @Test
    void twenty_threads_with_one_key_post_once() {
        Fund fund = books.fund();
        Posting posting = paid(fund, "a-" + fund.code(), DAY, 100);

        List<Transaction> posted = Together.all(THREADS, () -> books.post(posting));

        assertThat(new HashSet<>(posted)).hasSize(1);
        assertThat(books.bank(fund, DAY)).isEqualTo(Money.ofFen(100));
    }

    @Test
    void of_twenty_threads_with_one_key_and_other_contents_one_posts() {
        Fund fund = books.fund();
        AtomicInteger turn = new AtomicInteger();

        List<Optional<Transaction>> posted = Together.all(THREADS, () -> {
            try {
                return Optional.of(books.post(paid(fund, "a-" + fund.code(), DAY, turn.incrementAndGet())));
            } catch (LedgerRefused e) {
                assertThat(e.why()).isEqualTo(Why.KEY_TAKEN);
                return Optional.empty();
            }
        });

        assertThat(posted.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void what_was_wrong_is_reversed_once_on_a_day_of_its_own() {
        Fund fund = books.fund();
        Transaction wrong = books.post(paid(fund, "a-" + fund.code(), DAY, 100));
        String key = wrong.posted().key();

        refuses(Why.BEFORE_REVERSED, () -> books.reverse("b-" + key, key, DAY.minusDays(1)));
        Transaction reversal = books.reverse("b-" + key, key, DAY.plusDays(3));

        assertThat(reversal.correction()).contains(new Correction(wrong.number(), "记错了"));
        assertThat(books.system(() -> ledger.find("b-" + key))).contains(reversal);
        assertThat(books.bank(fund, DAY.plusDays(2))).isEqualTo(Money.ofFen(100));
        assertThat(books.bank(fund, DAY.plusDays(3))).isEqualTo(Money.ZERO);
        assertThat(books.reverse("b-" + key, key, DAY.plusDays(3))).isEqualTo(reversal);
        refuses(Why.REVERSED, () -> books.reverse("c-" + key, key, DAY.plusDays(3)));
        refuses(Why.REVERSAL, () -> books.reverse("c-" + key, "b-" + key, DAY.plusDays(3)));
        refuses(Why.KEY_TAKEN, () -> books.reverse("b-" + key, key, DAY.plusDays(4)));
        refuses(Why.ABSENT, () -> books.reverse("c-" + key, "no-" + key, DAY));
    }

    @Test
    void of_twenty_threads_one_reverses() {
        Fund fund = books.fund();
        String key =
                books.post(paid(fund, "a-" + fund.code(), DAY, 100)).posted().key();
        AtomicInteger turn = new AtomicInteger();

        List<Boolean> reversed = Together.all(THREADS, () -> {
            try {
                books.reverse(key + "/" + turn.incrementAndGet(), key, DAY);
                return true;
            } catch (LedgerRefused e) {
                assertThat(e.why()).isEqualTo(Why.REVERSED);
                return false;
            }
        });

        assertThat(reversed.stream().filter(done -> done)).hasSize(1);
        assertThat(books.bank(fund, DAY)).isEqualTo(Money.ZERO);
    }

    @Test
    void the_database_takes_no_reversal_that_is_none() {
        Fund fund = books.fund();
        Transaction wrong = books.post(paid(fund, "a-" + fund.code(), DAY, 100));
        Transaction late = books.post(paid(fund, "l-" + fund.code(), DAY.plusDays(1), 100));
        Transaction reversal = books.reverse("r-" + fund.code(), late.posted().key(), DAY.plusDays(1));
        String rest = ", %d, '冲红'";

        assertThatThrownBy(() -> books.past(
                        inserted(fund, "b-" + fund.code(), 2, rest.formatted(wrong.number()), "1002 -99", "4201 99")))
                .hasStackTraceContaining("is not the reverse of");
        assertThatThrownBy(() -> books.past(inserted(
                        fund, "b-" + fund.code(), 2, rest.formatted(reversal.number()), "1002 100", "4201 -100")))
                .hasStackTraceContaining("reverses what cannot be reversed");
        assertThat(books.past(
                        inserted(fund, "b-" + fund.code(), 2, rest.formatted(wrong.number()), "1002 -100", "4201 100")))
                .isEqualTo(2);
        assertThatThrownBy(() -> books.past(
                        inserted(fund, "c-" + fund.code(), 2, rest.formatted(wrong.number()), "1002 -100", "4201 100")))
                .hasStackTraceContaining("transaction_reverses_key");
    }

    @Test
    void what_cannot_be_posted_is_refused_with_its_reason() {
        Fund fund = books.fund();
        Posting known = paid(fund, "a-" + fund.code(), DAY, 100);
        List<Entry> unknown =
                List.of(new Entry("9999", Money.ofFen(1)), Entry.credit(StandardAccount.RESERVE, Money.ofFen(1)));

        refuses(Why.NOT_OPEN_YET, () -> books.post(paid(fund, "k", START.minusDays(1), 1)));
        refuses(Why.DAY_AHEAD, () -> books.post(paid(fund, "k", TODAY.plusDays(1), 1)));
        refuses(Why.NO_ACCOUNT, () -> books.post(new Posting(fund.id(), "k", "test", "", DAY, unknown)));
        refuses(Why.ABSENT, () -> books.post(new Posting(UUID.randomUUID(), "k", "test", "", DAY, known.entries())));
        refuses(Why.ABSENT, () -> books.system(() -> ledger.balance(fund.id(), "9999", DAY)));
        assertThat(books.system(() -> ledger.find("k"))).isEmpty();
    }
}
