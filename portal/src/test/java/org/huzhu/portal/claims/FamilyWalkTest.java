package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.Society;
import org.huzhu.members.phones.Phones;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.claims.CoveredMembers.Covered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A member lets his daughter apply for him; she does so on her own phone, and sees for whom on each page. */
@PageTest
class FamilyWalkTest {

    /** T-M6 of those who count taps: let my daughter apply for me. */
    private static final int TAPS_TO_LET = 5;

    private static final String DAUGHTER = "13612345678";

    private final Demonstrated society;
    private final CoveredMembers members;

    private int taps;

    FamilyWalkTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
    }

    private void tap(Page page, String selector) {
        taps++;
        page.locator(selector).first().click();
    }

    @Test
    void a_daughter_applies_for_her_father_once_he_lets_her_in_five_taps_and_no_longer_than_he_does() {
        Covered father = members.at(4);
        try (BrowserContext his = Pages.visitor(390, 844);
                BrowserContext hers = Pages.visitor(390, 844)) {
            his.addCookies(
                    List.of(new Cookie("huzhu", society.member(father.phone()).token()).setUrl(society.at("/"))));
            Page own = his.newPage();
            let(own);
            Page page = comeIn(hers);
            String claim = filed(page);
            assertNothingElse(page);
            own.navigate(society.at("/m/messages"));
            assertThat(own.innerText("main")).contains("家人替您交了申请", "可以替您办理申请了");
            own.navigate(society.at("/m/family"));
            assertThat(own.innerText("main")).contains("可以代办");
            look(own, "family-accepted");
            own.locator("form[action$='/end'] button").first().click();
            own.waitForURL(society.at("/m/family"));
            assertThat(own.innerText("main")).contains("已停止");

            page.navigate(society.at(claim));
            assertThat(page.url()).isEqualTo(society.at("/m/acting"));
            assertThat(page.innerText("body")).contains("没有人请这个手机号代办").doesNotContain("您正在为");
            look(page, "acting-over");
        }
    }

    private void let(Page page) {
        page.navigate(society.at("/m"));
        tap(page, "a[href='/m/family']");
        look(page, "family-new");
        page.locator("[name=name]").fill("王晓梅");
        page.locator("[name=phone]").fill(DAUGHTER);
        tap(page, "[name=agreed]");
        tap(page, "form[action='/m/family'] button");
        page.waitForURL(society.at("/m/family"));
        assertThat(page.innerText("main")).contains("王晓梅", "136****5678", "等家人登录");
        assertThat(taps).as("T-M6").isLessThanOrEqualTo(TAPS_TO_LET);
        look(page, "family-waits");
        page.locator("[name=name]").fill("王晓梅");
        page.locator("[name=phone]").fill(DAUGHTER);
        page.locator("[name=agreed]").check();
        page.locator("form[action='/m/family'] button").click();
        assertThat(page.innerText("main")).contains("已经请了这个手机号代办");
    }

    /** She is no member: her phone is all that she has. */
    private Page comeIn(BrowserContext visitor) {
        society.forgetMessages();
        Page page = visitor.newPage();
        page.navigate(society.at("/m/login"));
        page.locator("[name=phone]").fill(DAUGHTER);
        page.locator("main form button").click();
        page.locator("[name=code]").fill(society.lastCode(DAUGHTER));
        page.locator("main form button").click();
        page.waitForURL(society.at("/m/acting"));
        assertThat(page.innerText("main")).contains("接受，替", "*");
        look(page, "acting-choose");
        page.locator("form[action^='/m/acting/'] button").first().click();
        page.waitForURL(society.at("/m/claims"));
        assertForWhom(page);
        return page;
    }

    private static void assertForWhom(Page page) {
        assertThat(page.innerText("body")).as(page.url()).containsPattern("您正在为 \\S\\*+ 办理");
    }

    private String filed(Page page) {
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(10);
        page.locator("a[href='/m/claims/new']").first().click();
        assertForWhom(page);
        page.locator("a[href='/m/claims/new/STAY']").click();
        assertForWhom(page);
        page.locator("[name='s0.in']").fill(out.minusDays(13).toString());
        page.locator("[name='s0.out']").fill(out.toString());
        page.locator("[name='s0.cost.SELF_PAID_AFTER_INSURANCE']").fill("4000");
        page.locator("form.sheet button").first().click();
        assertForWhom(page);
        photograph(page, "RECEIPT");
        photograph(page, "DISCHARGE");
        page.locator("a.main").first().click();
        assertForWhom(page);
        assertThat(page.innerText("main")).contains("打到本人登记的卡上", "请我代为表示");
        look(page, "acting-confirm");
        page.locator("[name=consent][type=checkbox]").check();
        page.locator("main form button").last().click();
        page.waitForURL(url -> url.matches(".*/m/claims/[0-9a-f-]{36}"));
        assertForWhom(page);
        assertThat(page.innerText("main")).contains("代办处初审");
        look(page, "acting-filed");
        return page.url().replace(society.at("/"), "/");
    }

    private static void photograph(Page page, String kind) {
        String tile = "li.paper:has(input[value=" + kind + "])";
        int before = page.locator(tile + " .thumb").count();
        page.locator(tile + " input[type=file]").setInputFiles(new FilePayload("照片.jpg", "image/jpeg", Photos.photo()));
        page.locator(tile + " .thumb").nth(before).waitFor();
    }

    private void assertNothingElse(Page page) {
        for (String address : List.of(
                "/m/card",
                "/m/pay",
                "/m/me",
                "/m/me/copy",
                "/m/me/consents",
                "/m/me/corrections",
                "/m/covers",
                "/m/enrol",
                "/m/messages",
                "/m/family")) {
            assertThat(page.request().get(society.at(address)).status())
                    .as(address)
                    .isEqualTo(403);
        }
        page.navigate(society.at("/m"));
        assertThat(page.url()).isEqualTo(society.at("/m/claims"));
    }
}
