package org.huzhu.portal.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.kernel.CardNumber;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.quarters.feeders.Feeders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Access keys are made and ended on their page; lines that no bank takes are mended by two on theirs. */
@PageTest
class KeysAndHeldLinesTest {

    private static final String CARD =
            CardNumber.withCheckDigit("622202123456789").digits();

    private final Demonstrated society;
    private final Feeders feeders;

    KeysAndHeldLinesTest(@Autowired Demonstrated society, @Autowired Feeders feeders) {
        this.society = society;
        this.feeders = feeders;
    }

    private void prove(Page page, Role role) {
        if (page.locator("[name=proof]").count() > 0) {
            page.locator("[name=proof]").last().fill(society.code(role).orElse(Demonstrated.PASSWORD));
        }
    }

    @Test
    void a_key_is_shown_once_and_opens_nothing_once_it_is_ended() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.RELIEF_OFFICER);
            page.navigate(society.at("/w/quarters"));
            page.locator("a[href='/w/quarters/keys']").click();
            page.locator("[name=name]").fill("医保中心");
            page.locator("[name=until]")
                    .fill(LocalDate.now(Society.CHINA).minusDays(1).toString());
            prove(page, Role.RELIEF_OFFICER);
            page.locator("form[action='/w/quarters/keys'] button").click();
            assertThat(page.locator(".secret").count())
                    .as("with a last day that is over")
                    .isZero();
            assertThat(page.locator("[role=alert]").innerText()).contains("最后一天");
            assertThat(page.locator("[name=name]").inputValue()).isEqualTo("医保中心");

            page.locator("[name=until]")
                    .fill(LocalDate.now(Society.CHINA).plusDays(30).toString());
            prove(page, Role.RELIEF_OFFICER);
            page.locator("form[action='/w/quarters/keys'] button").click();
            String key = page.locator(".secret").innerText();
            look(page, "quarter-key");
            assertThat(feeders.enter(key).role()).isEqualTo(Role.INTEGRATOR);

            page.locator("main a.press").click();
            assertThat(page.innerText("main")).contains("医保中心", "有效").doesNotContain(key);
            look(page, "quarter-keys");
            prove(page, Role.RELIEF_OFFICER);
            page.locator("li:has-text('医保中心') button").first().click();
            page.locator("li:has-text('已停用')").first().waitFor();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> feeders.enter(key))
                    .isInstanceOf(org.huzhu.quarters.feeders.FeederRefused.class);
        }
    }

    @Test
    void a_line_that_no_bank_takes_is_mended_by_two() {
        String line;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.RELIEF_OFFICER);
            page.navigate(society.at("/w/quarters"));
            page.locator("ul.rows a:has-text('暖互助'):has-text('第1季度')").click();
            assertThat(page.innerText("main")).contains("待补正收款人的各笔", "卡号不对");
            look(page, "quarter-held");
            page.locator("a[href^='/w/quarters/lines/']").first().click();
            line = page.url();
            page.locator("[name=card]").fill("6222021234567890");
            page.locator("main form button").last().click();
            assertThat(page.locator("[role=alert]").innerText()).contains("卡号不对");
            page.locator("[name=card]").fill(CARD);
            page.locator("main form button").last().click();
            assertThat(page.innerText("main")).contains("待另一人确认");
            page.navigate(line);
            assertThat(page.innerText("main")).contains("等待另一人确认");
            look(page, "quarter-line");
        }
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(line);
            look(page, "quarter-line-confirm");
            prove(page, Role.OFFICE_REVIEWER);
            page.locator("form[action$='/confirm'] button").first().click();
            page.locator("h1:has-text('季度')").waitFor();
            assertThat(page.locator("a[href='" + line.substring(line.indexOf("/w/")) + "']")
                            .count())
                    .isZero();
        }
    }
}
