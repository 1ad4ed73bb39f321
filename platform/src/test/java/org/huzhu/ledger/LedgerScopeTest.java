package org.huzhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.ledger.Books.START;
import static org.huzhu.ledger.Books.auditor;
import static org.huzhu.ledger.Books.paid;
import static org.huzhu.ledger.Books.refuses;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.huzhu.database.Scope;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.LedgerRefused.Why;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody sees, or posts to, a fund that he does not reach. */
@RoomOfLedger
class LedgerScopeTest {

    private static final List<String> TABLES =
            List.of("fund", "account", "transaction", "entry", "closing", "closing_balance");

    private final Books books;
    private final Ledger ledger;
    private final FundPaths paths;

    @Autowired
    LedgerScopeTest(Books books, Ledger ledger, FundPaths paths) {
        this.books = books;
        this.ledger = ledger;
        this.paths = paths;
    }

    private Fund filled(String path) {
        Fund fund = books.fund(path);
        books.post(paid(fund, "a-" + fund.code(), START, 100));
        books.close(fund, YearMonth.from(START));
        return fund;
    }

    @Test
    void whoever_does_not_reach_the_organisation_sees_nothing_of_its_fund() {
        Fund fund = filled("bj.east");
        for (String elsewhere : List.of("bj.west", "bj.east.street", "sh")) {
            Scope scope = auditor(elsewhere).scope();
            refuses(Why.ABSENT, () -> books.within(scope, () -> ledger.trial(fund.id(), START)));
            refuses(Why.ABSENT, () -> books.within(scope, () -> ledger.balance(fund.id(), "1002", START)));
            refuses(
                    Why.ABSENT,
                    () -> books.within(
                            scope,
                            () -> ledger.journal(
                                    fund.id(), "1002", new DateSpan(START, START.plusDays(1)), Optional.empty(), 9)));
            refuses(Why.ABSENT, () -> books.within(scope, () -> ledger.post(paid(fund, "b", START.plusMonths(2), 1))));
            assertThat(books.within(scope, () -> ledger.find("a-" + fund.code())))
                    .isEmpty();
        }
        assertThat(books.within(auditor("bj").scope(), () -> ledger.balance(fund.id(), "1002", START)))
                .isEqualTo(Money.ofFen(100));
    }

    /** The second wall alone: queries that limit themselves to nothing. */
    @Test
    void row_level_security_alone_hides_every_table() {
        filled("tj.north");
        for (String table : TABLES) {
            assertThat(books.count(auditor("tj.north").scope(), table))
                    .as(table)
                    .isPositive();
            assertThat(books.count(auditor("tj.south").scope(), table))
                    .as(table)
                    .isZero();
            assertThat(books.count(Scope.ofNobody(), table)).as(table).isZero();
        }
    }

    @Test
    void nobody_posts_to_a_fund_that_he_does_not_see_nor_in_the_name_of_another() {
        Fund fund = filled("gz.east");
        String post = """
                insert into ledger.transaction (fund, business_key, kind, reference, day, posted_at, actor, path, lines)
                values ('%s', 'past', 'test', '', '2026-01-01', now(), '%s', '%s', 2)
                """;
        Scope west = auditor("gz.west").scope();
        Scope east = auditor("gz.east").scope();

        assertThatThrownBy(() -> books.past(west, post.formatted(fund.id(), west.actor(), fund.path())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> books.past(east, post.formatted(fund.id(), "system", fund.path())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> books.past(west, """
                        insert into ledger.closing (fund, until, closed_at, actor)
                        values ('%s', '2025-03-01', now(), '%s')
                        """.formatted(fund.id(), west.actor())))
                .isInstanceOf(RuntimeException.class);
        assertThat(books.bank(fund, START)).isEqualTo(Money.ofFen(100));
    }

    @Test
    void a_fund_follows_its_organisation_with_all_of_its_past() {
        Fund fund = filled("cd.east.street");

        books.system(() -> {
            paths.follow("cd.east", "cd.west.east");
            return true;
        });

        assertThat(books.within(auditor("cd.west").scope(), () -> ledger.balance(fund.id(), "1002", START)))
                .isEqualTo(Money.ofFen(100));
        refuses(
                Why.ABSENT,
                () -> books.within(auditor("cd.east").scope(), () -> ledger.balance(fund.id(), "1002", START)));
    }
}
