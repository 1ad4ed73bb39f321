package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Changes.NEXT;
import static org.huzhu.portal.Changes.SURE;
import static org.huzhu.portal.Changes.click;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.huzhu.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to an organisation once in many years. */
@PageTest
class RareChangesTest {

    private final Demonstrated society;

    RareChangesTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private Changes handler(BrowserContext visitor) {
        return new Changes(society, society.signedIn(visitor, Role.AGENCY_HANDLER));
    }

    @Test
    void another_contact_takes_the_place_of_the_one_before() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Changes changes = handler(visitor);
            Page page = changes.page();
            changes.opened("夕照寺家具工会");
            changes.form("contact", Map.of("contact", "牛万里", "phone", "010-00000000"));
            click(page.locator("#contact"), NEXT);
            assertThat(page.locator(".says").innerText()).contains("牛万里").doesNotContain("010-00000000");
            press(page, SURE);

            assertThat(page.locator("main .pairs").innerText()).contains("牛万里").doesNotContain("010-00000000");
        }
    }

    @Test
    void what_is_split_off_stands_beside_with_what_was_chosen_for_it() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Changes changes = handler(visitor);
            Page page = changes.page();
            changes.opened("龙潭文具集团工会");
            changes.form("open", Map.of("name", "龙潭文具一厂工会", "reason", "新建会"));
            click(page.locator("#open"), NEXT);
            press(page, SURE);
            changes.to("龙潭文具集团工会");
            changes.form("split", Map.of("name", "龙潭纸业工会", "reason", "企业分立"));
            page.locator("#split [name=below]").check();
            click(page.locator("#split"), NEXT);
            look(page, "change-split");
            assertThat(page.locator(".says").innerText()).contains("龙潭纸业工会", "龙潭文具一厂工会", "会员留在原处");
            press(page, SURE);

            changes.to("龙潭文具一厂工会");
            assertThat(page.locator(".path").innerText()).contains("龙潭纸业工会");
        }
    }

    @Test
    void what_is_closed_says_so_and_its_handlers_end_with_it() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Changes changes = handler(visitor);
            Page page = changes.page();
            changes.opened("培新街小吃工会");
            changes.form("close", Map.of("reason", "企业注销"));
            click(page.locator("#close"), NEXT);
            assertThat(page.locator(".says").innerText()).contains("不再办理业务", "岗位同时停止");
            page.locator("[name=proof]").fill(Demonstrated.PASSWORD);
            press(page, SURE);

            assertThat(page.locator(".notice").innerText()).contains("已撤销");
            assertThat(page.locator(".acts").innerText()).doesNotContain("变更");
        }
    }

    @Test
    void an_office_acts_for_a_province_until_it_does_no_more() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Changes changes = new Changes(society, society.signedIn(visitor, Role.SYSTEM_ADMINISTRATOR));
            Page page = changes.page();
            changes.to("北京办事处");
            changes.form("act-for", Map.of("province", "北京市", "reason", "省级办事处设立前代行"));
            click(page.locator("#act-for"), NEXT);
            press(page, SURE);
            assertThat(page.locator("main .pairs").innerText()).contains("北京市");

            changes.form("act-for", Map.of("province", "", "reason", "省级办事处已设立"));
            click(page.locator("#act-for"), NEXT);
            assertThat(page.locator(".says").innerText()).contains("不再代行");
            press(page, SURE);
            assertThat(page.locator("main .pairs").innerText()).doesNotContain("北京市");
        }
    }
}
