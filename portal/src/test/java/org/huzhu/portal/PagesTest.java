package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.access.Role;
import org.huzhu.claims.judged.JudgedAgain;
import org.huzhu.database.Server;
import org.huzhu.operations.Invariants;
import org.huzhu.operations.agreements.Agreements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demonstration society in a real browser. */
@PageTest
class PagesTest {

    private final MemberDoor door;
    private final Demonstrated society;

    PagesTest(@Autowired MemberDoor door, @Autowired Demonstrated society) {
        this.door = door;
        this.society = society;
    }

    private String at(String path) {
        return society.at(path);
    }

    private Page signedIn(BrowserContext visitor, Role role) {
        return society.signedIn(visitor, role);
    }

    @Test
    void all_that_must_hold_holds_in_the_demonstration(@Autowired Server server, @Autowired JudgedAgain judged) {
        for (Invariants each : Invariants.values()) {
            assertThat(each.broken(server)).as(each.name()).isEmpty();
        }
        for (Agreements each : Agreements.values()) {
            assertThat(each.broken(server)).as(each.name()).isEmpty();
        }
        assertThat(judged.overpaid()).isEmpty();
    }

    @Test
    void each_role_signs_in_and_finds_what_waits() {
        for (Role role : society.roles()) {
            try (BrowserContext visitor = Pages.visitor(1366, 768)) {
                Page page = society.signsIn(visitor, role);

                assertThat(page.getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName("待办")
                                                .setExact(true))
                                .isVisible())
                        .as(role.name())
                        .isTrue();
                look(page, "home-" + role);
                for (Locator way : page.locator("nav a").all()) {
                    assertThat(page.request().get(at(way.getAttribute("href"))).status())
                            .as(role + " " + way.innerText())
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void a_handler_of_a_unit_sees_his_own_and_nobody_elses() {
        String another;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(at("/w/orgs?q=东城第一医院"));
            look(page, "tree");
            page.getByText("东城第一医院工会").first().click();
            another = page.url();
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.UNIT_HANDLER);

            assertThat(page.navigate(another).status()).isEqualTo(404);

            page.navigate(at("/w/orgs"));
            assertThat(page.locator(".tree a").count()).isEqualTo(1);
            page.locator(".tree a").first().click();
            look(page, "unit");
            page.getByText("看这里的会员").click();
            look(page, "members");
            assertThat(page.locator("tbody tr").count()).isPositive();
        }
    }

    @Test
    void a_reviewer_takes_in_a_unit_that_registered_by_itself() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.AGENCY_REVIEWER);
            page.getByText("待审核的单位登记").click();
            look(page, "registrations");
            int waiting = page.locator(".rows > li").count();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("同意").setExact(true))
                    .first()
                    .click();
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(page.locator(".rows > li").count()).isEqualTo(waiting - 1);
        }
    }

    @Test
    void a_number_is_shown_only_for_a_reason() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(at("/w/orgs"));
            page.locator(".tree a").first().click();
            page.getByText("看这里的会员").click();
            page.locator("tbody a").first().click();
            assertThat(page.content()).doesNotContainPattern("\\d{17}[\\dX]");
            look(page, "member");

            Locator paper = page.locator("details.reveal").first();
            paper.locator("summary").click();
            paper.getByLabel("查看的理由").fill("   ");
            paper.getByRole(AriaRole.BUTTON).click();
            page.getByRole(AriaRole.ALERT).waitFor();
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("理由");
            assertThat(page.content()).doesNotContainPattern("\\d{17}[\\dX]");

            paper.getByLabel("查看的理由").fill("核对身份证");
            paper.getByRole(AriaRole.BUTTON).click();
            Locator revealed = page.locator(".revealed");
            revealed.waitFor();

            assertThat(revealed.innerText()).matches("\\d{17}[\\dX]");
            assertThat(page.url()).doesNotContainPattern("\\d{17}");
        }
    }

    @Test
    void a_member_signs_in_with_his_phone_and_sees_what_is_kept_of_him() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = visitor.newPage();
            page.navigate(at("/"));
            look(page, "welcome");
            page.getByText("我是会员").click();
            page.getByLabel("手机").fill("13800000000");
            look(page, "member-signin");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发送验证码"))
                    .click();
            page.getByLabel("短信验证码").fill(door.lastCode("13800000000"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                    .click();
            page.getByText("我的信息").click();
            look(page, "member-me");
            page.navigate(at("/m/me/consents"));

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("同意").setExact(true))
                    .first()
                    .click();
            assertThat(page.getByText("撤回同意").first().isVisible()).isTrue();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_wrong_password_is_said_and_what_was_typed_is_kept() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(at("/w/login"));
            page.getByLabel("登录名").fill("somebody");
            page.getByLabel("密码").fill("wrong");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                    .click();

            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("不对");
            assertThat(page.getByLabel("登录名").inputValue()).isEqualTo("somebody");
            look(page, "signin");
        }
    }

    @Test
    void nothing_is_asked_of_another_site_and_pages_are_light() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            List<Response> heard = new ArrayList<>();
            visitor.onResponse(heard::add);

            signedIn(visitor, Role.AGENCY_HANDLER).waitForLoadState(LoadState.NETWORKIDLE);

            List<Response> answers = List.copyOf(heard);
            assertThat(answers).allMatch(answer -> answer.url().startsWith(at("/")));
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 200)
                            .mapToLong(PagesTest::size)
                            .sum())
                    .isLessThan(120_000);
            Response last = answers.stream()
                    .filter(answer -> answer.url().equals(at("/w")))
                    .findFirst()
                    .orElseThrow();
            assertThat(last.headers().get("content-security-policy")).contains("default-src 'none'", "'nonce-");
        }
    }

    private static long size(Response answer) {
        return answer.request().sizes().responseBodySize;
    }

    @Test
    void no_way_of_writing_an_address_leads_round_the_gate() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/%77/orgs", "/w;a=b/orgs", "//w/orgs", "/w/%6frgs", "/actuator/prometheus")) {
                var request = HttpRequest.newBuilder(URI.create(at(path))).header("X-Forwarded-For", "10.0.0.1");
                assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                        .as(path)
                        .isBetween(400, 404);
            }
            var own = client.send(
                    HttpRequest.newBuilder(URI.create(at("/w/login"))).build(), BodyHandlers.ofString());
            assertThat(own.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void a_request_that_another_site_sent_changes_nothing() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String header :
                    List.of("Sec-Fetch-Site: cross-site", "Origin: https://elsewhere.example", "X: none")) {
                String[] parts = header.split(": ", 2);
                var request = HttpRequest.newBuilder(URI.create(at("/w/login")))
                        .header(parts[0], parts[1])
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("login=office&password=" + Demonstrated.PASSWORD));
                var answer = client.send(request.build(), BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(header).isEqualTo(403);
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            }
        }
    }

    @Test
    void whoever_has_not_signed_in_is_asked_to() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            for (String path : List.of("/w", "/w/orgs", "/w/members", "/w/audit", "/w/staff")) {
                page.navigate(at(path));
                assertThat(page.url()).isEqualTo(at("/w/login"));
            }
            for (String path : List.of("/m", "/m/me", "/m/me/copy")) {
                page.navigate(at(path));
                assertThat(page.url()).isEqualTo(at("/m/login"));
            }
        }
    }
}
