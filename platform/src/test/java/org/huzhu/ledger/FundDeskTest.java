package org.huzhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huzhu.ledger.Books.START;
import static org.huzhu.ledger.Books.as;
import static org.huzhu.ledger.Books.auditor;
import static org.huzhu.ledger.Books.checker;
import static org.huzhu.ledger.Books.paid;
import static org.huzhu.ledger.Books.refuses;
import static org.huzhu.ledger.Surroundings.TODAY;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.huzhu.KeptTrail;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.audit.Deed;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.LedgerRefused.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomOfLedger
class FundDeskTest {

    private final FundDesk desk;
    private final Books books;
    private final KeptTrail trail;

    @Autowired
    FundDeskTest(FundDesk desk, Books books, KeptTrail trail) {
        this.desk = desk;
        this.books = books;
        this.trail = trail;
    }

    @BeforeEach
    void nothing_is_recorded() {
        trail.deeds().clear();
    }

    @Test
    void a_fund_begins_with_the_standard_chart() {
        Fund fund = books.fund("a");
        Caller auditor = auditor("a");

        assertThat(as(auditor, () -> desk.chart(auditor, fund.id()))).isEqualTo(StandardAccount.chart());
        assertThat(as(auditor, () -> desk.fund(auditor, fund.id()))).isEqualTo(fund);
        assertThat(as(auditor, () -> desk.funds(auditor))).containsExactly(fund);
        assertThat(fund.openFrom()).isEqualTo(START);
    }

    @Test
    void more_accounts_can_be_added() {
        Fund fund = books.fund("b");
        Caller checker = checker("b");
        Account account = new Account("100201", "工商银行基本户", Account.Kind.ASSET);

        as(checker, () -> added(checker, fund, account));

        assertThat(as(checker, () -> desk.chart(checker, fund.id()))).contains(account);
        refuses(Why.CODE_TAKEN, () -> as(checker, () -> added(checker, fund, account)));
    }

    private boolean added(Caller caller, Fund fund, Account account) {
        desk.add(caller, fund.id(), account);
        return true;
    }

    @Test
    void a_code_is_taken_once_and_nothing_opens_in_the_future() {
        Fund fund = books.fund("c");
        Caller checker = checker("c");

        refuses(Why.CODE_TAKEN, () -> as(checker, () -> desk.open(checker, opening(fund.code(), 0))));
        refuses(Why.DAY_AHEAD, () -> as(checker, () -> desk.open(checker, opening("C-1", 1))));
    }

    private static FundOpening opening(String code, int days) {
        return new FundOpening(code, "另一个基金", Fund.Kind.SPONSORED, "c", TODAY.plusDays(days));
    }

    @Test
    void what_is_opened_added_and_closed_is_recorded_where_the_fund_belongs() {
        Fund fund = books.fund("d");
        Caller checker = checker("d");
        as(checker, () -> added(checker, fund, new Account("100201", "工商银行基本户", Account.Kind.ASSET)));
        books.close(fund, YearMonth.from(START));

        assertThat(trail.deeds()).allSatisfy(deed -> {
            assertThat(deed.object()).isEqualTo(fund.id().toString());
            assertThat(deed.path()).contains("d");
        });
        assertThat(trail.deeds())
                .extracting(Deed::action, deed -> deed.reason().orElse(""))
                .containsExactly(
                        tuple("ledger.open", fund.code()),
                        tuple("ledger.open", "100201"),
                        tuple("ledger.close", "2025-01"));
    }

    @Test
    void whoever_may_look_sees_balances_and_journals_and_changes_nothing() {
        Fund fund = books.fund("e");
        books.post(paid(fund, "e", START, 700));
        Caller auditor = auditor("e");

        assertThat(as(auditor, () -> desk.trial(auditor, fund.id(), START)).debits())
                .isEqualTo(Money.ofFen(700));
        DateSpan span = new DateSpan(START, START.plusDays(1));
        assertThat(as(auditor, () -> desk.journal(auditor, fund.id(), "1002", span, Optional.empty(), 10)))
                .extracting(JournalLine::key)
                .isEqualTo(List.of("e"));
        assertThatThrownBy(() -> as(auditor, () -> desk.close(auditor, fund.id(), YearMonth.from(START))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(auditor, () -> added(auditor, fund, new Account("1003", "现金", Account.Kind.ASSET))))
                .isInstanceOf(Refused.class);
        Caller other = checker("f");
        refuses(Why.ABSENT, () -> as(other, () -> desk.close(other, fund.id(), YearMonth.from(START))));
        assertThatThrownBy(() -> as(
                        other, () -> desk.open(other, new FundOpening("X-1", "别处的基金", Fund.Kind.PUBLIC, "e", START))))
                .isInstanceOf(Refused.class);
    }
}
