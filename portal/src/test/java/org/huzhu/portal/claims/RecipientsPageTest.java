package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.phones.Phones;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.claims.CoveredMembers.Covered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A handler enters who is paid in a member's place; whoever decides holds them against the papers first. */
@PageTest
class RecipientsPageTest {

    private final Demonstrated society;

    private final CoveredMembers members;

    RecipientsPageTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
    }

    @Test
    void heirs_are_entered_with_the_papers_and_checked_before_anybody_lets_it_pass() {
        String at;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            begin(page, members.at(3));
            page.locator("#recipients summary").click();
            name(page, "赵继一", "110101199003070134", "三分之一");
            assertThat(page.innerText("#recipients")).contains("份额写成");
            page.locator("[name=share]").fill("1/3");
            page.locator("[name=agreed]").check();
            page.locator("#recipients form button").last().click();
            page.waitForSelector("#recipients li");
            look(page, "recipients-1");
            name(page, "赵继二", "110101199003071014", "2/3");
            page.waitForSelector("#recipients li >> nth=1");
            for (String kind : List.of("RECEIPT", "DISCHARGE", "HEIRS", "AGREEMENT")) {
                bring(page, kind);
            }
            page.locator("[name=signed]").check();
            page.locator("main form[action$='/file'] button").click();
            page.waitForURL(url -> url.matches(".*/w/claims/[0-9a-f-]{36}"));
            at = page.url();
        }
        check(at);
    }

    private void begin(Page page, Covered covered) {
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(14);
        page.navigate(society.at("/w/claims/new?kind=STAY&member=" + covered.member()));
        page.locator("[name='s0.in']").fill(out.minusDays(6).toString());
        page.locator("[name='s0.out']").fill(out.toString());
        page.locator("[name='s0.cause'][value=ILLNESS]").check();
        page.locator("[name='s0.cost.SELF_PAID_AFTER_INSURANCE']").fill("3001");
        page.locator("main form button").first().click();
        page.waitForURL("**/papers");
    }

    private static void name(Page page, String name, String paper, String share) {
        page.locator("[name=payee]").fill(name);
        page.locator("[name=tie]").selectOption("CHILD");
        page.locator("[name=paper]").fill(paper);
        page.locator("[name=card]")
                .fill(CardNumber.withCheckDigit("622202" + paper.substring(6, 18))
                        .digits());
        page.locator("[name=share]").fill(share);
        page.locator("[name=agreed]").check();
        page.locator("#recipients form button").last().click();
    }

    private static void bring(Page page, String kind) {
        page.locator("li.paper:has(input[value=" + kind + "]) input[type=file]")
                .setInputFiles(new FilePayload("照片.jpg", "image/jpeg", Photos.photo()));
        page.waitForSelector("li.paper:has(input[value=" + kind + "]) .thumb");
    }

    private static void pass(Page page) {
        page.keyboard().press("a");
        page.locator("form[action$='/pass'] button").click();
    }

    private void check(String at) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_REVIEWER);
            page.navigate(at);
            look(page, "recipients-2-review");
            assertThat(page.innerText("#recipients")).contains("赵继一", "1/3", "赵继二", "2/3", "元");
            assertThat(page.content()).doesNotContain("110101199003070134");
            pass(page);
            assertThat(page.innerText("main")).contains("请先按材料核对收款人");
            page.locator("form[action$='/check'] button").click();
            page.waitForSelector("#recipients .good");
            page.setViewportSize(320, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            look(page, "recipients-3-checked");
            pass(page);
            page.waitForURL(url -> !url.equals(at) && !url.endsWith("/pass"));
        }
    }
}
