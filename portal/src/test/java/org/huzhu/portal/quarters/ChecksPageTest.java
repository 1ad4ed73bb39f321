package org.huzhu.portal.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huzhu.access.Role;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.quarters.PaidTo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who is found not to be entitled after he was paid, and what a place sees of what quarters paid there. */
@PageTest
class ChecksPageTest {

    private final Demonstrated society;
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Secrets secrets;

    ChecksPageTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Secrets secrets) {
        this.society = society;
        this.database = database;
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /** Somebody to whom the first quarter gave something. */
    private record Somebody(UUID run, PaidTo to) {}

    private Somebody somebody() {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> database.sql("""
                        select id, run, payee from quarters.line
                        where stands and due_fen > 0 and plan = '暖互助' and quarter = 1 order by id limit 1
                        """)
                        .query((row, _) -> new Somebody(
                                row.getObject("run", UUID.class),
                                PaidTo.of(secrets.open(
                                        Field.CARD, row.getObject("id", UUID.class), row.getBytes("payee")))))
                        .single())));
    }

    private void at(Role role, UUID run, java.util.function.Consumer<Page> does) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, role);
            page.navigate(society.at("/w/quarters/" + run + "/checks"));
            does.accept(page);
        }
    }

    private void doubt(Somebody him) {
        at(Role.RELIEF_OFFICER, him.run(), page -> {
            page.locator("[name=number]").fill("110101190001010000");
            page.locator("[name=said]").fill("已退休");
            page.locator("form[action$='/late'] button").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("没有付给这个身份证号");
            page.locator("[name=number]").fill(him.to().number());
            page.locator("[name=said]").fill("已退休");
            page.locator("form[action$='/late'] button").click();
            page.getByText("等待另一人确认：不符合").waitFor();
            assertThat(page.locator("form[action$='/confirm']").count()).isZero();
            look(page, "quarter-doubted");
        });
    }

    private void decide(Somebody him, String button) {
        at(Role.OFFICE_REVIEWER, him.run(), page -> {
            Locator his = page.locator("li:has-text('" + him.to().name() + "'):has-text('等待另一人确认')");
            if (page.locator("[name=proof]").count() > 0) {
                his.locator("[name=proof]")
                        .fill(society.code(Role.OFFICE_REVIEWER).orElse(Demonstrated.PASSWORD));
            }
            look(page, "quarter-doubted-decide");
            his.locator("button:has-text('" + button + "')").click();
            page.locator("h1:has-text('核查')").waitFor();
            assertThat(page.innerText("main")).doesNotContain("等待另一人确认");
        });
    }

    @Test
    void who_is_found_not_to_be_entitled_after_he_was_paid_is_said_by_one_and_confirmed_by_another() {
        Somebody him = somebody();
        doubt(him);
        decide(him, "退回");
        doubt(him);
        decide(him, "确认");
        at(Role.RELIEF_OFFICER, him.run(), page -> {
            assertThat(page.innerText("main")).contains("不符合 1", "已退休");
            page.locator("li:has-text('已退休') button:has-text('符合')").click();
            page.getByText("等待另一人确认：符合").waitFor();
        });
        decide(him, "确认");
    }

    @Test
    void a_place_adds_up_what_a_quarter_paid_there_and_downloads_the_names() throws IOException {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at("/w/checks"));
            Locator quarter = page.locator("tr:has-text('第1季度'):has-text('暖')").first();
            quarter.locator("a:has-text('看合计')").click();
            String persons =
                    page.locator("tr:has-text('第1季度') td.amount").first().innerText();
            look(page, "own-checks-added");
            Download download = page.waitForDownload(
                    () -> page.locator("tr:has(td.amount) a[download]").first().click());
            List<String> lines = Files.readAllLines(download.path());
            assertThat(lines.getFirst()).contains("姓名");
            assertThat(lines).hasSize(Integer.parseInt(persons.replace(",", "")) + 1);
        }
    }
}
