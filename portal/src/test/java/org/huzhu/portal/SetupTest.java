package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.huzhu.Society;
import org.huzhu.database.Scope;
import org.huzhu.staff.Operator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A society in which nobody has an account yet, which trusts no issuer of identities, and stands behind a proxy. */
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127[.]0[.]0[.]1"
        })
@SpringBootTest(classes = Society.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SocietyForTests.class)
class SetupTest {

    private static final List<String> LOGINS = List.of("wang.yi", "li.er", "zhao.san");
    private static final List<String> NAMES = List.of("王一", "李二", "赵三");
    private static final List<String> PHONES = List.of("13800138001", "13800138002", "13800138003");

    private final Operator operator;
    private final int port;

    SetupTest(@Autowired Operator operator, @LocalServerPort int port) {
        this.operator = operator;
        this.port = port;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Test
    void a_proxy_that_is_trusted_says_where_the_visitor_is_and_how_he_came() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at("/w")))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Proto", "https");
            assertThat(client.send(request.build(), BodyHandlers.ofString())
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith("https://"));

            HttpRequest.Builder measures = HttpRequest.newBuilder(URI.create(at("/actuator/prometheus")));
            assertThat(client.send(measures.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(client.send(
                                    measures.header("X-Forwarded-For", "203.0.113.9")
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_empty_society_gets_its_three_administrators_once() throws Exception {
        String token = Scope.ofSystem().call(operator::setupToken).orElseThrow();
        List<String> links;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(at("/setup#" + token));
            assertThat(page.url()).isEqualTo(at("/setup"));
            assertThat(page.getByLabel("初始化口令").inputValue()).isEqualTo(token);
            Demonstrated.look(page, "setup");

            fill(page);
            page.getByLabel("初始化口令").fill("not-the-token");
            Demonstrated.press(page, "登记");
            assertRefusedAndKept(page, "初始化");

            page.getByLabel("初始化口令").fill(token);
            page.getByLabel("手机").nth(2).fill("12345");
            Demonstrated.press(page, "登记");
            assertRefusedAndKept(page, "审计管理员的手机号不对");
            Demonstrated.look(page, "setup-refused");

            page.getByLabel("手机").nth(2).fill(PHONES.get(2));
            Demonstrated.press(page, "登记");
            page.getByText("已登记三位管理员").first().waitFor();
            Demonstrated.look(page, "setup-done");
            links = page.locator(".secret").allInnerTexts();
        }

        assertThat(links).hasSize(3).doesNotHaveDuplicates().allMatch(link -> link.startsWith(at("/w/welcome#")));
        assertThat(Scope.ofSystem().call(operator::setupToken)).isEmpty();
        assertSignsIn(links.get(1), LOGINS.get(1));
        assertGone(token);
    }

    @Test
    void where_no_issuer_is_named_there_is_no_way_over_one() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/w/sso", "/w/identity")) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(at(path))).build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .as(path)
                        .isNotEqualTo(200);
            }
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(at("/w/login"))).build();
            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .contains("经办人员登录")
                    .doesNotContain("单点登录");
        }
    }

    private static void fill(Page page) {
        for (int i = 0; i < LOGINS.size(); i++) {
            page.getByLabel("登录名").nth(i).fill(LOGINS.get(i));
            page.getByLabel("姓名").nth(i).fill(NAMES.get(i));
            page.getByLabel("手机").nth(i).fill(PHONES.get(i));
        }
    }

    private static void assertRefusedAndKept(Page page, String why) {
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains(why);
        for (int i = 0; i < LOGINS.size(); i++) {
            assertThat(page.getByLabel("登录名").nth(i).inputValue()).isEqualTo(LOGINS.get(i));
            assertThat(page.getByLabel("姓名").nth(i).inputValue()).isEqualTo(NAMES.get(i));
        }
    }

    /** The person opens his link, sets a password and gets in. */
    private void assertSignsIn(String link, String login) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(link);
            assertThat(page.getByLabel("邀请码").inputValue()).isEqualTo(link.substring(link.indexOf('#') + 1));
            page.getByLabel("新密码").fill(Demonstrated.PASSWORD);
            Demonstrated.press(page, "设置密码");
            page.getByLabel("登录名").fill(login);
            page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(Demonstrated.PASSWORD);
            Demonstrated.press(page, "登录");
            assertThat(page.getByText("退出").first().isVisible()).isTrue();
        }
    }

    private void assertGone(String token) throws IOException, InterruptedException {
        String form = "token=" + token + "&login=a1&login=a2&login=a3&name=a&name=b&name=c"
                + "&phone=13800138001&phone=13800138002&phone=13800138003";
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at("/setup")));
            HttpRequest asks = request.copy().build();
            HttpRequest begins = request.header("Sec-Fetch-Site", "same-origin")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();

            assertThat(client.send(asks, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
            assertThat(client.send(begins, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
        }
    }
}
