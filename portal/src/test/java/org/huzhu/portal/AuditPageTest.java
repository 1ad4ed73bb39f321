package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.huzhu.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit trail, as one who checks reads it. */
@PageTest
class AuditPageTest {

    private final Demonstrated society;

    AuditPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    @Test
    void an_auditor_reads_in_words_who_did_what_and_asks_for_one_person_and_one_deed() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.navigate(society.at("/w/audit"));
            assertThat(page.locator("tbody").innerText())
                    .contains("登录", "（" + society.post(Role.AUDITOR).login() + "）")
                    .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");

            page.getByLabel("操作人的登录名").fill(society.post(Role.AUDITOR).login());
            page.getByLabel("操作").first().selectOption("登录");
            page.getByLabel("从哪天")
                    .fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
            press(page, "查找");

            assertThat(page.url()).as("names nobody").contains("actor=").doesNotContain("who=");
            assertThat(page.locator("tbody tr").count()).isPositive();
            assertThat(page.locator("tbody tr td:nth-child(2)").allInnerTexts()).containsOnly("登录");
            assertThat(page.getByLabel("操作人的登录名").inputValue())
                    .isEqualTo(society.post(Role.AUDITOR).login());
            look(page, "audit");
        }
    }

    @Test
    void a_login_that_is_not_there_is_said_and_nothing_is_shown() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.navigate(society.at("/w/audit"));
            page.getByLabel("操作人的登录名").fill("nobody-at-all");
            press(page, "查找");

            assertThat(page.locator("[role=alert]").innerText()).contains("没有这个登录名");
            assertThat(page.locator("tbody tr").count()).isZero();
            assertThat(page.getByLabel("操作人的登录名").inputValue()).isEqualTo("nobody-at-all");

            page.navigate(society.at("/w/audit?until=yesterday"));
            assertThat(page.locator("[role=alert]").innerText()).contains("日期不对");
        }
    }

    @Test
    void the_next_page_goes_on_where_the_last_one_ended() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.navigate(society.at("/w/audit"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(50);
            String last = page.locator("tbody tr").last().locator("td").first().innerText();
            page.getByText("更早的记录").click();

            assertThat(page.locator("tbody tr").first().locator("td").first().innerText())
                    .isLessThanOrEqualTo(last);
        }
    }
}
