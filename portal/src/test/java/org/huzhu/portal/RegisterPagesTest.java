package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.huzhu.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of members in a real browser: who is admitted, what is changed of him, who handles him. */
@PageTest
class RegisterPagesTest {

    private final Demonstrated society;

    RegisterPagesTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private Page signedIn(BrowserContext visitor, Role role) {
        return society.signedIn(visitor, role);
    }

    private static void choose(Page page, String group, String choice) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group))
                .getByLabel(choice)
                .check();
    }

    private void open(Page page, String change) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(change).setExact(true))
                .click();
    }

    private void admit(Page page, String name, String number) {
        page.navigate(society.at("/w/members/new"));
        page.locator("#f-number").fill(number);
        page.locator("#f-name").fill(name);
        press(page, "登记入会");
    }

    @Test
    void a_handler_admits_a_person_and_what_was_wrong_is_said_beside_it_with_all_typed_kept() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/members/new"));
            look(page, "member-new");
            page.locator("#f-number").fill("110105194912310021");
            page.locator("#f-name").fill("王测试");
            choose(page, "性别", "男");
            page.locator("#f-phone").fill("6512");
            press(page, "登记入会");

            assertThat(page.url()).isEqualTo(society.at("/w/members/new"));
            assertThat(page.locator("#number-trouble").innerText()).contains("校验码");
            assertThat(page.locator("#phone-trouble").innerText()).contains("手机号");
            assertThat(page.locator("#f-number").inputValue()).isEqualTo("110105194912310021");
            assertThat(page.locator("#f-name").inputValue()).isEqualTo("王测试");
            look(page, "member-new-wrong");

            page.locator("#f-number").fill("11010519491231002x");
            page.locator("#f-birthOn").fill("1949-12-30");
            page.locator("#f-phone").fill("138 0000 9001");
            press(page, "登记入会");
            assertThat(page.locator("#sex-trouble").innerText()).contains("不一致");
            assertThat(page.locator("#birthOn-trouble").innerText()).contains("不一致");

            choose(page, "性别", "女");
            page.locator("#f-birthOn").fill("1949-12-31");
            press(page, "登记入会");

            assertThat(page.locator("h1").innerText()).isEqualTo("王测试");
            assertThat(page.content()).contains("110***********002X", "在职").doesNotContain("11010519491231002X");
            look(page, "member-admitted");

            admit(page, "王测试", "11010519491231002X");
            assertThat(page.locator("#number-trouble").innerText()).contains("已有");
        }
    }

    @Test
    void a_handler_changes_what_is_kept_of_a_member_each_on_a_form_of_its_own() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.UNIT_HANDLER);
            admit(page, "改一改", "110105198503011238");

            open(page, "改姓名");
            assertThat(page.locator("#f-name").inputValue()).isEqualTo("改一改");
            page.locator("#f-name").fill("改好了");
            press(page, "保存姓名");
            assertThat(page.locator("h1").innerText()).isEqualTo("改好了");

            open(page, "改手机");
            page.locator("#f-phone").fill("13800009002");
            press(page, "保存手机");
            assertThat(page.content()).contains("138****9002");

            open(page, "改住址");
            page.locator("#f-address").fill("东四北大街一号");
            press(page, "保存住址");
            assertThat(page.content()).contains("住址").doesNotContain("东四北大街");

            open(page, "列入类别");
            choose(page, "类别", "困难");
            page.locator("#f-from").fill("2026-01-01");
            press(page, "保存类别");
            assertThat(page.content()).contains("列入“困难”");

            open(page, "登记或更换卡");
            choose(page, "哪一种卡", "银行卡");
            page.locator("#f-card").fill("6222020200112230");
            press(page, "保存卡号");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("同意");
            look(page, "member-card");
            choose(page, "哪一种卡", "工会会员卡");
            press(page, "保存卡号");
            assertThat(page.content()).contains("登记工会会员卡").doesNotContain("6222020200112230");
            look(page, "member-changed");
        }
    }

    @Test
    void a_child_under_fourteen_is_entered_only_with_the_consent_of_the_member() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.UNIT_HANDLER);
            admit(page, "当父亲", "440524188001010014");

            open(page, "加家属");
            choose(page, "与会员的关系", "子女");
            choose(page, "证件", "护照");
            page.locator("#f-name").fill("当小小");
            page.locator("#f-number").fill("E12345678");
            press(page, "保存家属");
            assertThat(page.locator("#birthOn-trouble").innerText()).contains("要填");
            page.locator("#f-birthOn").fill("2020-05-01");
            press(page, "保存家属");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("还没有同意");
            look(page, "member-relative");

            choose(page, "与会员的关系", "配偶");
            page.locator("#f-birthOn").fill("1982-05-01");
            press(page, "保存家属");
            assertThat(page.content()).contains("配偶 当小小");

            press(page, "移除");
            assertThat(page.content()).doesNotContain("当小小");
        }
    }

    @Test
    void whoever_handles_several_units_moves_a_member_between_them_and_lets_him_leave() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at("/w/members/new"));
            page.locator("#f-unit").fill("工会");
            page.locator("#f-number").fill("110101199003071233");
            page.locator("#f-name").fill("转单位");
            page.locator("#f-from").fill("2025-01-01");
            press(page, "登记入会");
            assertThat(page.locator("#unit-trouble").innerText()).contains("好几个");
            look(page, "member-new-units");
            page.locator("input[name=unitId]").nth(0).check();
            press(page, "登记入会");
            assertThat(page.locator("h1").innerText()).isEqualTo("转单位");

            open(page, "转到别的单位");
            page.locator("#f-unit").fill("工会");
            page.locator("#f-from").fill("2026-01-01");
            press(page, "转单位");
            page.locator("input[name=unitId]").nth(1).check();
            look(page, "member-transfer");
            press(page, "转单位");
            assertThat(page.content()).contains("2025-01-01 至 2026-01-01", "2026-01-01 起");

            open(page, "离开单位");
            page.locator("#f-until").fill("2025-12-01");
            press(page, "登记离开");
            assertThat(page.locator("#until-trouble").innerText()).contains("日期不对");
            page.locator("#f-until").fill("2026-06-01");
            press(page, "登记离开");
            assertThat(page.content()).contains("2026-01-01 至 2026-06-01");
            look(page, "member-left");
        }
    }

    @Test
    void whoever_may_not_change_a_member_is_shown_no_way_to_and_is_refused() {
        String member;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/orgs"));
            page.locator(".tree a").first().click();
            page.getByText("看这里的会员").click();
            page.locator("tbody a").first().click();
            member = page.url();
            page.locator("details.reveal summary").first().click();
            page.getByLabel("查看的理由").first().fill("核对证件");
            page.locator("details.reveal").first().getByRole(AriaRole.BUTTON).click();
            page.locator(".revealed").waitFor();
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.AUDITOR);
            page.navigate(member);

            assertThat(page.locator(".ways").count()).isZero();
            assertThat(page.locator("tbody").innerText()).contains("PAPER: 核对证件", "完成");
            look(page, "member-audited");
            assertThat(page.navigate(member + "/change/name").status()).isEqualTo(403);
        }
    }

    @Test
    void a_handler_is_changed_once_somebody_above_agrees() {
        try (BrowserContext asking = Pages.visitor(1366, 768);
                BrowserContext deciding = Pages.visitor(1366, 768)) {
            Page page = signedIn(asking, Role.AGENCY_HANDLER);
            page.navigate(society.at("/w/staff"));
            List<Locator> rows = page.locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("经办人变更"))
                    .all();
            Locator leaving = rows.get(rows.size() - 1);
            String outgoing = leaving.locator("td").first().innerText();
            String incoming = rows.get(rows.size() - 2).locator("td").first().innerText();
            leaving.getByText("经办人变更").first().click();
            page.locator("#f-incoming").fill("没有这个人");
            page.locator("#f-reason").fill("退休");
            press(page, "提交申请");
            assertThat(page.locator("#incoming-trouble").innerText()).contains("没有找到");
            assertThat(page.locator("#f-reason").inputValue()).isEqualTo("退休");
            look(page, "handover-new");
            page.locator("#f-incoming").fill(incoming);
            press(page, "提交申请");
            assertThat(page.url()).isEqualTo(society.at("/w/handovers"));

            Page above = signedIn(deciding, Role.AGENCY_REVIEWER);
            above.getByText("经办人变更").first().click();
            look(above, "handovers");
            assertThat(above.locator("main").innerText()).contains(outgoing, incoming, "退休");
            press(above, "同意");
            assertThat(above.locator("main").innerText()).doesNotContain(outgoing);

            page.navigate(society.at("/w/staff"));
            Locator left = page.locator("tbody tr")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByText(outgoing, new Page.GetByTextOptions().setExact(true))));
            assertThat(left.getByText("经办人变更").count()).isZero();
        }
    }
}
