package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import org.huzhu.access.Role;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.staff.Session;
import org.junit.jupiter.api.Test;

/** Staff bind their accounts to identities elsewhere, and come in by them. */
class SingleSignOnTest extends SignOnSociety {

    private void bind(Page page) {
        page.navigate(at("/w/identity"));
        page.getByLabel("请先输入").fill(Demonstrated.PASSWORD);
        Demonstrated.press(page, "开始绑定");
        page.getByText("前往登录").click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("绑定单点登录"))
                .waitFor();
        Demonstrated.press(page, "绑定");
        page.getByText("您的账号已绑定").waitFor();
    }

    @Test
    void a_holder_binds_his_account_and_then_comes_in_over_the_issuer() {
        account("bound.one", Role.UNIT_HANDLER);
        ISSUER.letIn("bound.one");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, "bound.one");
            page.navigate(at("/w/sessions"));
            page.getByText("单点登录的绑定").click();
            Demonstrated.look(page, "identity");
            page.getByLabel("请先输入").fill("not-the-password");
            Demonstrated.press(page, "开始绑定");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("不对");

            bind(page);
            Demonstrated.look(page, "identity-bound");
            Demonstrated.press(page, "退出");
            page.waitForURL(at("/"));

            page.navigate(at("/w/login"));
            Demonstrated.look(page, "signin-sso");
            page.getByText("用单点登录").click();
            page.getByText("您的身份已经确认").waitFor();
            Demonstrated.look(page, "signon");
            Demonstrated.press(page, "登录");
            page.waitForURL(at("/w"));

            assertThat(page.getByText("单位经办").first().isVisible()).isTrue();
            assertThat(visitor.cookies()).extracting(cookie -> cookie.name).doesNotContain("sso");

            page.navigate(at("/w/identity"));
            Demonstrated.press(page, "解除绑定");
            page.getByText("还没有绑定").waitFor();
        }
    }

    @Test
    void a_code_is_asked_for_all_the_same_where_the_second_factor_is_on() {
        account("coded", Role.UNIT_HANDLER);
        ISSUER.letIn("coded");
        Session session = session("coded");
        String secret = signIn.newSecondFactor(session).secret();
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            bindBeforeItIsOn(visitor);
            signIn.showCode(
                    session, TimeCodes.code(secret, Clock.systemUTC().instant().minusSeconds(30)));
            Page page = visitor.newPage();
            page.navigate(at("/w/sso"));
            Demonstrated.look(page, "signon-code");
            page.getByLabel("动态口令").fill("000000");
            Demonstrated.press(page, "登录");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("动态口令不对");

            page.getByLabel("动态口令")
                    .fill(TimeCodes.code(secret, Clock.systemUTC().instant()));
            Demonstrated.press(page, "登录");
            page.waitForURL(at("/w"));
        }
    }

    private void bindBeforeItIsOn(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(at("/w/login"));
        page.getByLabel("登录名").fill("coded");
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(Demonstrated.PASSWORD);
        Demonstrated.press(page, "登录");
        page.getByText("退出").first().waitFor();
        bind(page);
        Demonstrated.press(page, "退出");
        page.waitForURL(at("/"));
    }

    @Test
    void nobody_binds_an_account_but_its_holder_while_he_is_signed_in() throws Exception {
        account("binds", Role.UNIT_HANDLER);
        account("another", Role.UNIT_HANDLER);
        ISSUER.letIn("binds");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, "binds");
            page.navigate(at("/w/identity"));
            page.getByLabel("请先输入").fill(Demonstrated.PASSWORD);
            Demonstrated.press(page, "开始绑定");
            page.getByText("前往登录").click();
            page.getByText("绑定之后").waitFor();
            Page other = visitor.newPage();
            other.navigate(at("/w"));
            Demonstrated.press(other, "退出");
            signedIn(visitor, "another");

            Demonstrated.press(page, "绑定");

            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("已经失效");
        }
        assertThat(signIn.isBound(session("binds"))).isFalse();
        assertThat(signIn.isBound(session("another"))).isFalse();
    }

    @Test
    void one_identity_is_bound_to_one_account() throws Exception {
        account("first", Role.UNIT_HANDLER);
        account("second", Role.UNIT_HANDLER);
        ISSUER.letIn("shared");
        bind("first");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, "second");
            page.navigate(at("/w/identity"));
            page.getByLabel("请先输入").fill(Demonstrated.PASSWORD);
            Demonstrated.press(page, "开始绑定");
            page.getByText("前往登录").click();
            Demonstrated.press(page, "绑定");

            assertThat(page.getByText("这个身份已绑定别的账号").isVisible()).isTrue();
        }
        assertThat(signIn.isBound(session("second"))).isFalse();
    }
}
