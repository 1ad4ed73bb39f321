package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.huzhu.access.Role;
import org.huzhu.kernel.CreditCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The one search box of the console, in a real browser. */
@PageTest
class SearchPageTest {

    private final Demonstrated society;

    SearchPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    /** Types into the box of the header by the keyboard alone. */
    private static void search(Page page, String words) {
        page.locator("h1").click();
        page.keyboard().press("/");
        page.keyboard().type(words);
        page.keyboard().press("Enter");
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.locator("main [name=q]").waitFor();
    }

    @Test
    void one_box_finds_an_organisation_by_keyboard_alone() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            search(page, "眼镜");
            look(page, "search");
            assertThat(page.url()).isEqualTo(society.at("/w/search"));
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.locator(".timeline").waitFor();

            assertThat(page.locator("h1").innerText()).contains("法华眼镜工会");
        }
    }

    @Test
    void members_organisations_and_staff_are_found_each_in_their_group() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            search(page, "王");
            look(page, "search-members");
            assertThat(page.locator("h2").allInnerTexts()).anyMatch(title -> title.startsWith("会员"));

            search(page, society.post(Role.AGENCY_HANDLER).login());
            look(page, "search-staff");
            assertThat(page.locator("h2").allInnerTexts()).anyMatch(title -> title.startsWith("经办人员"));

            search(page, CreditCode.withChecks("81110101", "MD000001").text());
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("tbody").innerText()).contains("东城区总工会");
        }
    }

    @Test
    void a_number_finds_a_member_and_never_stands_in_an_address() {
        String number;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/orgs"));
            page.locator(".tree a").first().click();
            page.getByText("看这里的会员").click();
            page.locator("tbody a").first().click();
            Locator paper = page.locator("details.reveal").first();
            paper.locator("summary").click();
            paper.locator("[name=reason]").fill("核对身份证");
            paper.locator("button").click();
            page.locator(".revealed").waitFor();
            number = page.locator(".revealed").innerText();
            String name = page.locator("h1").innerText();

            search(page, number);

            assertThat(page.url()).isEqualTo(society.at("/w/search"));
            assertThat(page.locator("tbody tr").first().innerText()).contains(name);
            assertThat(page.locator("tbody").innerText()).doesNotContain(number);
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            search(page, number);
            assertThat(page.locator(".empty").innerText())
                    .as("not a role that sees members")
                    .contains("没有找到");
            search(page, "法华");
            assertThat(page.locator("main h2").allInnerTexts())
                    .singleElement()
                    .asString()
                    .startsWith("组织");
        }
    }

    @Test
    void nothing_outside_the_reach_is_found() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            search(page, "东城第一医院");
            look(page, "search-nothing");

            assertThat(page.locator("tbody tr").count()).isZero();
            assertThat(page.locator(".empty").innerText()).contains("没有找到", "组织");
        }
    }

    @Test
    void the_header_says_where_one_acts_and_posts_are_told_apart_by_their_names() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            assertThat(page.locator("a.role").innerText()).contains("东城区总工会", "代办处经办");
            assertThat(page.content()).doesNotContainPattern(">\\s*o\\d+(\\.o\\d+)*\\s*<");
        }
    }
}
