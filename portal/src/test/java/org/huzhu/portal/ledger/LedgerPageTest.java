package org.huzhu.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Entry;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundDesk;
import org.huzhu.ledger.FundOpening;
import org.huzhu.ledger.Ledger;
import org.huzhu.ledger.LedgerRefused;
import org.huzhu.ledger.Posting;
import org.huzhu.ledger.Reversal;
import org.huzhu.ledger.StandardAccount;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The general ledger as those see it who may; a month is closed in four clicks and a code. */
@PageTest
class LedgerPageTest {

    private final Demonstrated society;
    private final FundDesk funds;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final Server server;
    private int clicks;

    @Autowired
    LedgerPageTest(
            Demonstrated society, FundDesk funds, Ledger ledger, TransactionOperations transactions, Server server) {
        this.society = society;
        this.funds = funds;
        this.ledger = ledger;
        this.transactions = transactions;
        this.server = server;
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    /** A fund of its own that was opened two months ago. */
    private Fund fund(String code) {
        String path = society.post(Role.FINANCE_CHECKER).organisation().path();
        Caller checker = new Caller(new UUID(0, 0), Role.FINANCE_CHECKER, Optional.of(path), Optional.empty());
        return checker.scope()
                .call(() -> funds.open(
                        checker, new FundOpening(code, "结账试用基金" + code, Fund.Kind.SPONSORED, path, month().atDay(1))));
    }

    private static YearMonth month() {
        return YearMonth.now(Society.CHINA).minusMonths(2);
    }

    private void post(Fund fund, String key, LocalDate day) {
        Posting posting = new Posting(
                fund.id(),
                key,
                "contribution.received",
                "试用",
                day,
                List.of(
                        Entry.debit(StandardAccount.BANK, Money.ofYuan(1_234)),
                        Entry.credit(StandardAccount.INTEREST_INCOME, Money.ofYuan(1_234))));
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ -> {
                    Object _ = ledger.post(posting);
                }));
    }

    /** Whoever signs in with a code has just proved that it is he; some time later he has not. */
    private void proveLongAgo() throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.executeUpdate("update staff.session set stepped_at = null");
            owner.commit();
        }
    }

    @Test
    void from_the_first_page_to_what_moved_the_bank_account_in_three_clicks() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            click(page.getByText("总账"));
            look(page, "ledger");
            click(page.getByText("会费型互助基金").first());
            look(page, "ledger-fund");
            assertThat(page.locator("tfoot").innerText()).contains("借贷相等");
            assertThat(page.getByText("由财务复核人员结账").count()
                            + page.getByText("到下个月才能结账").count())
                    .as("who may not close is told who does")
                    .isOne();
            click(page.getByText("银行存款"));
            look(page, "ledger-journal");

            assertThat(page.locator("tbody").innerText()).contains("银行到账", "contribution/deposit/");
            assertThat(clicks).isEqualTo(3);
        }
    }

    @Test
    void a_month_is_closed_once_and_nothing_is_posted_to_it_any_more() throws SQLException {
        Fund fund = fund("ZX-CLOSE");
        LocalDate day = month().atDay(10);
        post(fund, "close/first", day);
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_CHECKER);
            proveLongAgo();
            click(page.getByText("总账"));
            click(page.getByText(fund.name()));
            click(page.locator("details.change summary"));
            page.locator("[name=proof]").fill("000000");
            page.locator("details.change button").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("不对");
            page.locator("details.change summary").click();
            look(page, "ledger-close");
            page.locator("[name=proof]").fill(society.code(Role.FINANCE_CHECKER).orElse(Demonstrated.PASSWORD));
            click(page.locator("details.change button"));
            look(page, "ledger-closed");

            assertThat(page.locator("main").innerText()).contains("已结账到 " + month());
            assertThat(clicks).isEqualTo(4);
            String closed = page.content();
            page.evaluate("month => { document.querySelector('[name=month]').value = month; }", month().toString());
            page.locator("details.change summary").click();
            assertThat(page.locator("[name=proof]").count())
                    .as("who has just proved it is not asked again")
                    .isZero();
            page.locator("details.change button").click();
            look(page, "ledger-refused");
            assertThat(page.locator("[role=alert]").innerText())
                    .isEqualTo(Texts.say("LedgerRefused.MONTH_OUT_OF_ORDER"));
            assertThat(closed).contains("不能再记账");
        }
        assertThatThrownBy(() -> post(fund, "close/second", day))
                .isInstanceOfSatisfying(
                        LedgerRefused.class,
                        refused -> assertThat(Texts.say("LedgerRefused." + refused.why()))
                                .contains("已结账"));
    }

    @Test
    void what_was_taken_back_and_what_takes_it_back_stand_beside_each_other() {
        Fund fund = fund("ZX-REVERSE");
        post(fund, "reverse/wrong", month().atDay(10));
        Reversal reversal = new Reversal("reverse/right", "reverse/wrong", month().atDay(11), "记错了");
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ -> {
                    Object _ = ledger.reverse(reversal);
                }));
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.navigate(society.at("/w/ledger/" + fund.id() + "/journal?account=1002&from=" + month().atDay(1)));
            look(page, "ledger-reversal");

            assertThat(page.locator("tbody tr").allInnerTexts())
                    .satisfiesExactly(
                            wrong -> assertThat(wrong).contains("已冲红", "被 reverse/right 冲红"),
                            right -> assertThat(right).contains("冲红", "冲的是 reverse/wrong"));
            assertThat(page.locator("main dd").allInnerTexts()).containsExactly("平", "平");
        }
    }
}
