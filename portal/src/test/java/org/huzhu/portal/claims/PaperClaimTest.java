package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.members.phones.Phones;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.claims.CoveredMembers.Covered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A handler enters what a member brings on paper, finds it again, and prints it. */
@PageTest
class PaperClaimTest {

    private static final int CLICKS_TO_FILE = 7;

    private final Demonstrated society;

    private final CoveredMembers members;

    private int clicks;

    PaperClaimTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
    }

    private void click(Page page, String selector) {
        page.locator(selector).first().click();
        clicks++;
    }

    private void bring(Page page, String kind) {
        page.locator("li.paper:has(input[value=" + kind + "]) input[type=file]")
                .setInputFiles(new FilePayload("照片.jpg", "image/jpeg", Photos.photo()));
        clicks++;
        page.waitForSelector("li.paper:has(input[value=" + kind + "]) .thumb");
    }

    @Test
    void what_a_member_brings_on_paper_is_handed_in_found_by_its_number_and_printed() {
        Covered covered = members.at(1);
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(12);
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at("/w/members/" + covered.member()));
            String name = page.innerText("h1");
            look(page, "paper-0-member");
            click(page, "a[href^='/w/claims/new']");
            look(page, "paper-1-tiles");
            click(page, "a[href$='kind=STAY']");
            page.locator("[name='s0.in']").fill(out.minusDays(5).toString());
            page.locator("[name='s0.out']").fill(out.toString());
            page.locator("[name='s0.cause'][value=ILLNESS]").check();
            page.locator("[name='s0.cost.SELF_PAID_AFTER_INSURANCE']").fill("3000");
            look(page, "paper-2-questions");
            click(page, "main form button");
            bring(page, "RECEIPT");
            bring(page, "DISCHARGE");
            look(page, "paper-3-papers");
            click(page, "[name=signed]");
            click(page, "main form[action$='/file'] button");
            page.waitForURL(url -> url.matches(".*/w/claims/[0-9a-f-]{36}"));
            look(page, "paper-4-filed");
            assertThat(page.innerText("main")).contains(name, "代办处复核");
            assertThat(clicks).isLessThanOrEqualTo(CLICKS_TO_FILE);

            String at = page.url();
            String number = page.innerText("main").replaceAll("(?s).*(HZ\\d{4}-\\d{8}).*", "$1");
            print(page);
            find(page, number, at);
            find(page, number.substring(number.length() - 4), at);
            page.navigate(society.at("/w/members/" + covered.member()));
            assertThat(page.innerText("main")).contains(number);
            giveBack(at);
            bringMore(at);
        }
    }

    private void giveBack(String at) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_REVIEWER);
            page.navigate(at);
            page.locator("details:has(form[action$='/return']) summary").click();
            page.locator("form[action$='/return'] [name=said]").fill("票据看不清");
            page.locator("form[action$='/return'] button").click();
            page.waitForURL(url -> !url.equals(at));
        }
    }

    /** What was given back leads whoever entered it to its papers, without scripts too. */
    private void bringMore(String at) {
        try (BrowserContext visitor = Pages.withoutScripts(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(at);
            assertThat(page.url()).isEqualTo(at + "/papers");
            assertThat(page.innerText("main")).contains("票据看不清");
            page.locator("li.paper:has(input[value=RECEIPT]) input[type=file]")
                    .setInputFiles(new FilePayload("照片.jpg", "image/jpeg", Photos.photo()));
            page.locator("li.paper:has(input[value=RECEIPT]) form.bring button").click();
            assertThat(page.locator("li.paper:has(input[value=RECEIPT]) .thumb").count())
                    .isEqualTo(2);
            page.locator("[name=signed]").check();
            page.locator("main form[action$='/file'] button").click();
            assertThat(page.url()).isEqualTo(at);
            assertThat(page.innerText("main")).contains("补齐材料");
        }
    }

    private static void print(Page page) {
        page.locator("a[href$='/print']").click();
        look(page, "paper-5-print");
        assertThat(page.innerText("main")).contains("审批表", "大写", "审批人", "元整");
        assertThat(page.innerText("main")).doesNotContainPattern("\\d{13,}");
        assertThat(page.request().get(page.url() + ".pdf").status()).isEqualTo(200);
    }

    private void find(Page page, String number, String at) {
        page.navigate(society.at("/w"));
        page.locator("#q").fill(number);
        page.keyboard().press("Enter");
        page.waitForURL(at);
    }

    @Test
    void whoever_may_not_enter_claims_comes_to_no_form_for_one() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            int status = page.navigate(society.at(
                            "/w/claims/new?kind=STAY&member=" + members.at(1).member()))
                    .status();
            assertThat(status).isEqualTo(403);
        }
    }
}
