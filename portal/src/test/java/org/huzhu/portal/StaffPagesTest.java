package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import org.huzhu.access.Role;
import org.huzhu.crypto.TimeCodes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class StaffPagesTest {

    private static final String FRESH = "Willow-bridge-7";

    private final Demonstrated society;

    StaffPagesTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private static void invite(Page page, String login, String phone) {
        page.getByLabel("姓名").fill("沈青禾");
        page.getByLabel("登录名").fill(login);
        page.getByLabel("手机").fill(phone);
        press(page, "建立账号");
    }

    /** Makes an account through the pages and gives back the code of its invitation. */
    private static String invited(Page page, String login) {
        invite(page, login, "13900000001");
        return page.locator("dd.secret").innerText();
    }

    private Page accepted(BrowserContext visitor, String login, String token) {
        Page page = visitor.newPage();
        page.navigate(society.at("/w/welcome#" + token));
        assertThat(page.getByLabel("邀请码").inputValue()).isEqualTo(token);
        assertThat(page.url()).doesNotContain(token);
        page.getByLabel("新密码").fill(FRESH);
        press(page, "设置密码");
        signIn(page, login, FRESH);
        return page;
    }

    private static void signIn(Page page, String login, String password) {
        page.getByLabel("登录名").fill(login);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        press(page, "登录");
    }

    /** What the page says is wrong, once it is there. */
    private static String alert(Page page) {
        return page.getByRole(AriaRole.ALERT).innerText();
    }

    private static boolean isAtWork(Page page) {
        return page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("待办").setExact(true))
                .isVisible();
    }

    private static void grant(Page page, Role role, String organisation) {
        page.getByLabel("岗位").selectOption(role.name());
        page.getByLabel("在哪个组织").fill(organisation);
        press(page, "授予");
    }

    /** Of somebody who has signed in by a password alone, before he makes an account. */
    private void prove(Page page) {
        look(page, "step-up");
        page.getByLabel("密码").fill("wrong");
        press(page, "确认");
        page.getByRole(AriaRole.ALERT).waitFor();
        page.getByLabel("密码").fill(Demonstrated.PASSWORD);
        press(page, "确认");
        page.waitForURL(society.at("/w/staff/new"));
    }

    @Test
    void somebody_is_invited_given_a_post_and_loses_it_at_once() {
        try (BrowserContext visitor = Pages.visitor(1366, 768);
                BrowserContext other = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("经办人员"))
                    .click();
            look(page, "staff");
            page.getByText("新建账号").click();
            prove(page);
            look(page, "staff-new");
            invite(page, "qinghe", "12");
            assertThat(alert(page)).contains("十一位");
            assertThat(page.getByLabel("姓名").inputValue()).isEqualTo("沈青禾");
            String token = invited(page, "qinghe");
            look(page, "invited");
            Page his = accepted(other, "qinghe", token);
            assertThat(his.getByText("您还没有岗位").isVisible()).isTrue();

            page.getByText("接着设置岗位").click();
            look(page, "staff-one");
            grant(page, Role.UNIT_HANDLER, "没有这个组织");
            assertThat(alert(page)).contains("没有找到这个组织");
            grant(page, Role.UNIT_HANDLER, "东城第一医院工会");
            look(page, "staff-granted");
            his.navigate(society.at("/w"));
            his.getByText("单位经办 · 东城第一医院工会").click();
            assertThat(isAtWork(his)).isTrue();

            page.locator("summary").getByText("收回岗位").click();
            press(page, "收回岗位");
            his.navigate(society.at("/w/orgs"));
            assertThat(his.getByText("您还没有岗位").isVisible()).isTrue();
        }
    }

    @Test
    void money_is_not_handled_before_a_second_factor_is_set() {
        try (BrowserContext visitor = Pages.visitor(1366, 768);
                BrowserContext other = Pages.visitor(1366, 768);
                BrowserContext third = Pages.visitor(1366, 768)) {
            Page system = society.signedIn(visitor, Role.SYSTEM_ADMINISTRATOR);
            system.navigate(society.at("/w/staff/new"));
            Page his = accepted(other, "caiwu.new", invited(system, "caiwu.new"));
            Page security = society.signedIn(third, Role.SECURITY_ADMINISTRATOR);
            security.navigate(society.at("/w/staff"));
            security.getByLabel("登录名或姓名").fill("caiwu.new");
            press(security, "查找");
            security.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("caiwu.new"))
                    .click();
            grant(security, Role.FINANCE_MAKER, "北京办事处");

            his.navigate(society.at("/w/orgs"));
            his.waitForURL(society.at("/w"));
            look(his, "second-factor-asked");
            his.getByText("现在设置").click();
            turnOn(his);
            his.navigate(society.at("/w"));
            his.getByText("财务制单 · 北京办事处").click();
            assertThat(isAtWork(his)).isTrue();
        }
    }

    private static void turnOn(Page his) {
        press(his, "设置动态口令");
        look(his, "authenticator");
        String secret = his.locator(".secret").innerText();
        his.getByLabel("验证器上的六位数字").fill("000000");
        press(his, "开始使用");
        assertThat(alert(his)).contains("不对");
        his.getByLabel("验证器上的六位数字")
                .fill(TimeCodes.code(secret, Clock.systemUTC().instant()));
        press(his, "开始使用");
        look(his, "security");
        assertThat(his.getByText("已在使用").isVisible()).isTrue();
    }

    @Test
    void a_changed_password_ends_all_sessions() {
        try (BrowserContext visitor = Pages.visitor(1366, 768);
                BrowserContext other = Pages.visitor(390, 844)) {
            Page system = society.signedIn(visitor, Role.SYSTEM_ADMINISTRATOR);
            system.navigate(society.at("/w/staff/new"));
            Page his = accepted(other, "mima.new", invited(system, "mima.new"));
            his.navigate(society.at("/w/security"));
            look(his, "security-phone");
            his.getByText("修改密码").click();
            his.getByLabel("现在的密码").fill(FRESH);
            his.getByLabel("新密码").fill("short");
            his.evaluate("document.querySelector('[name=fresh]').removeAttribute('minlength')");
            press(his, "修改");
            assertThat(alert(his)).contains("太短");
            his.getByLabel("现在的密码").fill(FRESH);
            his.getByLabel("新密码").fill("Willow-bridge-8");
            press(his, "修改");
            assertThat(alert(his)).contains("已修改");

            signIn(his, "mima.new", FRESH);
            his.getByText("登录名、密码或动态口令不对").waitFor();
            signIn(his, "mima.new", "Willow-bridge-8");
            his.waitForURL(society.at("/w"));
        }
    }
}
