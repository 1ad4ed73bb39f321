package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Changes.NEXT;
import static org.huzhu.portal.Changes.SURE;
import static org.huzhu.portal.Changes.click;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.huzhu.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Organisations are looked at and changed in a real browser. */
@PageTest
class OrganisationPagesTest {

    private final Demonstrated society;

    OrganisationPagesTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private Page handler(BrowserContext visitor) {
        return society.signedIn(visitor, Role.AGENCY_HANDLER);
    }

    private Changes at(Page page) {
        return new Changes(society, page);
    }

    @Test
    void a_handler_opens_a_unit_once_he_has_seen_what_will_happen() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = handler(visitor);
            at(page).to("金鱼池社区代办点");
            look(page, "organisation");
            at(page).form("open", Map.of("name", "祈谷坛茶社工会", "reason", "新建会"));
            look(page, "change");
            click(page.locator("#open"), NEXT);
            look(page, "change-sure");

            assertThat(page.locator(".says").innerText()).contains("金鱼池社区代办点", "单位", "祈谷坛茶社工会");
            press(page, "返回修改");
            assertThat(page.locator("#open [name=name]").inputValue()).isEqualTo("祈谷坛茶社工会");
            click(page.locator("#open"), NEXT);
            press(page, SURE);

            assertThat(page.locator("h1").innerText()).contains("祈谷坛茶社工会");
            assertThat(page.locator(".timeline").innerText()).contains("成立", "金鱼池社区代办点", "新建会");
            look(page, "organisation-fresh");
        }
    }

    @Test
    void what_cannot_be_is_said_before_it_is_confirmed_and_keeps_what_was_typed() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = handler(visitor);
            String address = at(page).to("红桥珍珠商行联合工会");
            at(page).form("rename", Map.of("name", "法华眼镜工会", "reason", "企业更名"));
            click(page.locator("#rename"), NEXT);

            assertThat(page.locator("[role=alert]").innerText()).contains("同名");
            assertThat(page.locator("#rename [name=name]").inputValue()).isEqualTo("法华眼镜工会");
            assertThat(page.locator("#rename [name=reason]").inputValue()).isEqualTo("企业更名");
            look(page, "change-refused");

            page.locator("#rename [name=name]").fill("红桥明珠商行联合工会");
            click(page.locator("#rename"), NEXT);
            page.locator(".says").waitFor();
            page.navigate(address);
            assertThat(page.locator("h1").innerText())
                    .as("tried, and taken back")
                    .contains("红桥珍珠商行联合工会");
        }
    }

    @Test
    void where_several_could_be_meant_one_is_chosen() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = handler(visitor);
            at(page).opened("法华寺茶具工会");
            at(page).form("move", Map.of("target", "代办点", "reason", "迁址"));
            click(page.locator("#move"), NEXT);
            look(page, "change-choose");
            page.getByText("花市枣苑代办点").click();
            click(page.locator("#move"), NEXT);
            assertThat(page.locator(".says").innerText()).contains("花市枣苑代办点");
            press(page, SURE);

            assertThat(page.locator(".path").innerText()).contains("花市枣苑代办点");
            assertThat(page.locator(".timeline").innerText()).contains("调整上级");
        }
    }

    @Test
    void whoever_merges_proves_again_that_it_is_he() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = handler(visitor);
            at(page).opened("磁器口豆汁工会");
            at(page).form("merge", Map.of("target", "天坛金鱼饭庄工会", "reason", "企业合并"));
            click(page.locator("#merge"), NEXT);
            page.locator("[name=proof]").fill("wrong-password");
            press(page, SURE);
            assertThat(page.locator("[role=alert]").innerText()).contains("不对");
            assertThat(page.content()).doesNotContain("wrong-password");
            look(page, "change-proof");

            page.locator("[name=proof]").fill(Demonstrated.PASSWORD);
            press(page, SURE);

            assertThat(page.locator(".notice").innerText()).contains("已撤销");
            assertThat(page.locator(".timeline").innerText()).contains("并入 天坛金鱼饭庄工会");
            assertThat(page.locator(".acts").innerText()).doesNotContain("变更");
        }
    }

    @Test
    void what_is_known_of_a_unit_is_stated_by_date() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = handler(visitor);
            at(page).opened("珠市口文具工会");
            page.getByText("去登记").click();
            page.locator("#state[open]").waitFor();
            Locator state = page.locator("#state");
            state.locator("[name=employerCode]").fill("91110101MA0000000X");
            state.locator("[name=kind]").selectOption("PRIVATE_ENTERPRISE");
            state.locator("[name=staff]").fill("30");
            state.locator("[name=women]").fill("31");
            state.locator("[name=reason]").fill("建会");
            click(state, NEXT);
            assertThat(page.locator("[role=alert]").innerText()).contains("女职工 31 人多于职工 30 人");
            state.locator("[name=women]").fill("11");
            click(state, NEXT);
            assertThat(page.locator("[role=alert]").innerText()).contains("单位统一社会信用代码不对");
            state.locator("[name=employerCode]").fill("");
            click(state, NEXT);
            press(page, SURE);

            assertThat(page.locator("main .pairs").innerText()).contains("30 人，其中女职工 11 人");
        }
    }

    @Test
    void the_number_of_a_contact_is_shown_only_for_a_reason() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = handler(visitor);
            at(page).to("法华眼镜工会");
            Locator reveal = page.locator("details.reveal");
            reveal.locator("summary").click();
            reveal.locator("[name=reason]").fill("   ");
            click(reveal, "显示");
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("[role=alert]").innerText()).contains("理由");

            reveal.locator("[name=reason]").fill("通知开会");
            click(reveal, "显示");
            page.locator(".revealed").waitFor();
            assertThat(page.locator(".revealed").innerText()).matches("[0-9+-]{5,20}");
        }
    }

    @Test
    void a_change_is_offered_only_to_whoever_may_make_it_and_refused_to_all_others() {
        String address;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/orgs"));
            page.locator(".tree a").first().click();
            address = page.url();
            page.locator(".acts a", new Page.LocatorOptions().setHasText("变更")).click();
            assertThat(page.locator(".change strong").allInnerTexts()).containsExactly("单位信息", "联系人", "更名");

            FormData close =
                    FormData.create().set("on", "2026-01-01").set("reason", "撤").set("step", "do");
            int status = page.request()
                    .post(
                            address + "/change/close",
                            RequestOptions.create().setForm(close).setHeader("Sec-Fetch-Site", "same-origin"))
                    .status();
            assertThat(status).isEqualTo(403);
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            page.navigate(address);
            assertThat(page.locator(".acts").innerText()).doesNotContain("变更");
            page.navigate(address + "/change");
            assertThat(page.locator(".empty").innerText()).contains("不能变更");
        }
    }
}
