package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.huzhu.access.Role;
import org.huzhu.kernel.CreditCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A unit registers by itself, on a phone, without signing in. */
@PageTest
class JoinPageTest {

    private static final String CODE = "91110101ME000977";

    private final Demonstrated society;

    JoinPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private Page form(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(society.at("/"));
        page.getByText("单位登记").click();
        page.locator("[name=q]").fill("天坛街道");
        press(page, "查找");
        page.locator(".rows a").first().click();
        page.locator("[name=contact]").waitFor();
        return page;
    }

    private static void fill(Page page, String name, String code) {
        page.locator("[name=name]").fill(name);
        page.locator("[name=employerCode]").fill(code);
        page.locator("[name=kind]").selectOption("PRIVATE_ENTERPRISE");
        page.locator("[name=staff]").fill("21");
        page.locator("[name=women]").fill("9");
        page.locator("[name=contact]").fill("许静");
        page.locator("[name=phone]").fill("010 6702 1234");
    }

    @Test
    void a_unit_registers_and_sees_how_it_stands_by_its_receipt() {
        String receipt;
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/join"));
            look(page, "join-places");
            assertThat(page.locator(".rows .tag").allInnerTexts()).isNotEmpty().containsOnly("代办处");
            page = form(visitor);
            fill(page, "天桥茶汤工会", code("MF000901"));
            look(page, "join-form");
            press(page, "提交登记");
            receipt = page.locator(".receipt").innerText();
            look(page, "join-receipt");

            assertThat(page.url()).doesNotContain(receipt);
            assertThat(page.locator(".stage").innerText()).contains("等待审核", "天坛街道总工会");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
        giveBack();
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/join/receipt"));
            look(page, "join-look");
            page.locator("[name=receipt]").fill(" " + receipt + " ");
            press(page, "查找");
            look(page, "join-returned");
            assertThat(page.locator(".notice").innerText()).contains("请写工会的全称");
            assertThat(page.locator("[name=phone]").inputValue()).isEmpty();
            page.locator("[name=name]").fill("天桥茶汤店工会");
            page.locator("[name=phone]").fill("010-67021234");
            press(page, "提交登记");

            assertThat(page.locator(".stage").innerText()).contains("等待审核");
            assertThat(page.locator(".receipt").innerText()).isEqualTo(receipt);
        }
    }

    private void giveBack() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_REVIEWER);
            page.navigate(society.at("/w/registrations"));
            Locator asked = page.locator(".rows > li", new Page.LocatorOptions().setHasText("天桥茶汤工会"));
            asked.locator("summary").click();
            asked.locator("[name=reason]").fill("请写工会的全称");
            asked.locator("details button").click();
            page.waitForURL(society.at("/w/registrations"));
        }
    }

    private static String code(String body) {
        return CreditCode.withChecks("91110101", body).text();
    }

    @Test
    void a_code_that_cannot_be_is_said_and_what_was_typed_is_kept() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = form(visitor);
            fill(page, "天桥面茶工会", CODE + "00");
            press(page, "提交登记");
            look(page, "join-refused");

            assertThat(page.locator("[role=alert]").innerText()).contains("统一社会信用代码不对");
            assertThat(page.locator("[name=name]").inputValue()).isEqualTo("天桥面茶工会");
            assertThat(page.locator("[name=phone]").inputValue()).isEqualTo("010 6702 1234");

            page.locator("[name=employerCode]").fill("");
            press(page, "提交登记");
            assertThat(page.locator("[role=alert]").innerText()).contains("至少填一个");
        }
    }

    @Test
    void a_receipt_that_nobody_holds_shows_nothing() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/join/receipt"));
            page.locator("[name=receipt]").fill(UUID.randomUUID().toString());
            press(page, "查找");

            assertThat(page.locator("[role=alert]").innerText()).contains("没有这个回执号");
        }
    }

    @Test
    void whoever_looks_too_often_from_one_address_waits() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            // Others of this test look from 127.0.0.1; this one from the other address of the machine.
            String form = society.at("/join/receipt").replace("127.0.0.1", "[::1]");
            int last = 0;
            for (int i = 0; i <= 60; i++) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(form))
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("receipt=" + UUID.randomUUID()))
                                .build(),
                        BodyHandlers.ofString());
                last = answer.statusCode();
                assertThat(last).isEqualTo(i < 60 ? 422 : 429);
            }
            assertThat(last).isEqualTo(429);
        }
    }
}
