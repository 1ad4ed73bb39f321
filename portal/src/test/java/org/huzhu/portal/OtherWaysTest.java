package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import org.huzhu.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything can be done without a mouse, and without scripts. */
@PageTest
class OtherWaysTest {

    private final Demonstrated society;
    private final MemberDoor door;

    OtherWaysTest(@Autowired Demonstrated society, @Autowired MemberDoor door) {
        this.society = society;
        this.door = door;
    }

    @Test
    void a_handler_finds_a_member_and_reads_a_number_with_the_keyboard_alone() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/w/login"));
            Keyboard keys = page.keyboard();
            page.waitForFunction("document.activeElement.name === 'login'");
            keys.type(society.post(Role.UNIT_HANDLER).login());
            tabTo(page, "input[name=password]");
            keys.type(Demonstrated.PASSWORD);
            keys.press("Enter");
            page.waitForURL(society.at("/w"));

            keys.press("?");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            keys.press("Escape");
            assertThat(page.locator("#keys").isVisible()).isFalse();

            keys.press("/");
            keys.type("王");
            keys.press("Enter");
            page.waitForURL(society.at("/w/search"));
            keys.press("j");
            keys.press("Enter");
            page.waitForURL("**/w/members/*");

            tabTo(page, "details.reveal summary");
            keys.press("Enter");
            tabTo(page, "details.reveal input[name=reason]");
            keys.type("核对身份证");
            keys.press("Enter");
            page.locator(".revealed").waitFor();
            assertThat(page.locator(".revealed").innerText()).matches("\\d{17}[\\dX]");

            page.evaluate("document.activeElement.blur()");
            keys.press("h");
            page.waitForURL(society.at("/w"));
        }
    }

    /** Goes on with the key for that until the first of these has the focus, which then can be seen. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("each => document.activeElement.matches(each)", selector))) {
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .isEqualTo("solid");
                return;
            }
        }
        throw new AssertionError("The key for that never comes to " + selector);
    }

    @Test
    void whoever_leaves_leaves_nothing_behind_in_the_browser() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/orgs"));
            page.locator(".tree a").first().click();
            page.getByText("看这里的会员").click();
            page.locator("tbody a").first().click();
            String name = page.locator("h1").innerText();
            press(page, "退出");
            page.waitForURL(society.at("/"));
            page.goBack();

            assertThat(page.content()).doesNotContain(name);
            assertThat(page.evaluate("[...Object.entries(localStorage), ...Object.entries(sessionStorage)].join()"))
                    .as("at most the address of the page, which names nobody")
                    .isIn("", "htmx-current-path-for-history,/w/login");
            assertThat(page.evaluate("caches.keys().then(keys => keys.length)")).isEqualTo(0);
            assertThat(page.evaluate("indexedDB.databases().then(all => all.length)"))
                    .isEqualTo(0);
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @Test
    void keys_of_one_sign_can_be_switched_off() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.keyboard().press("?");
            page.locator("#keys [type=checkbox]").uncheck();
            page.keyboard().press("Escape");
            page.reload();
            page.keyboard().press("/");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("");
            page.keyboard().press("?");
            assertThat(page.locator("#keys").isVisible()).isFalse();

            press(page, "快捷键");
            page.locator("#keys [type=checkbox]").check();
            page.keyboard().press("Escape");
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
        }
    }

    @Test
    void a_key_counts_from_the_moment_the_help_is_closed() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.keyboard().press("?");

            assertThat(page.evaluate("""
                    () => {
                        document.getElementById('keys').close();
                        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}));
                        return document.activeElement.id;
                    }""")).isEqualTo("q");
        }
    }

    @Test
    void a_handler_works_without_scripts() {
        try (BrowserContext visitor = Pages.withoutScripts(1366, 768)) {
            Page page = society.signsIn(visitor, Role.UNIT_HANDLER);
            page.locator("#q").fill("王");
            page.locator("#q").press("Enter");
            assertThat(page.locator("tbody tr").count()).isPositive();
            page.navigate(society.at("/w/orgs"));
            page.locator(".tree a").first().click();
            page.getByText("看这里的会员").click();
            page.locator("tbody a").first().click();
            page.locator("details.reveal summary").first().click();
            page.locator("details.reveal input[name=reason]").first().fill("核对身份证");
            page.locator("details.reveal button").first().click();
            assertThat(page.locator("main .revealed").innerText()).matches("\\d{17}[\\dX]");
            page.getByText("返回").click();
            assertThat(page.locator("h1").count()).isOne();
            page.locator("nav").getByText("登录与安全").click();
            assertThat(page.locator("h1").innerText()).isNotBlank();
            press(page, "退出");
            page.waitForURL(society.at("/"));
        }
    }

    @Test
    void a_member_and_a_unit_get_along_without_scripts() {
        try (BrowserContext visitor = Pages.withoutScripts(390, 844)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/"));
            press(page, "大字版");
            page.getByText("我是会员").click();
            page.getByLabel("手机").fill("13800000031");
            press(page, "发送验证码");
            page.getByLabel("短信验证码").fill(door.lastCode("13800000031"));
            press(page, "登录");
            page.getByText("我的信息").click();
            assertThat(page.locator("main").innerText()).contains("工会会员卡");
            page.navigate(society.at("/m/me/consents"));
            press(page, "同意");
            assertThat(page.getByText("撤回同意").first().isVisible()).isTrue();

            page.navigate(society.at("/join"));
            page.locator(".rows a").first().click();
            assertThat(page.locator("main form input[name=name]").count()).isOne();
        }
    }
}
