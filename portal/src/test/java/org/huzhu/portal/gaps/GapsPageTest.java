package org.huzhu.portal.gaps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.huzhu.access.Role;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where cover is missing, as a handler finds it; the clicks are counted. */
@PageTest
class GapsPageTest {

    private final Demonstrated society;
    private int clicks;

    GapsPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    private static long tile(Page page, String word) {
        String number = page.locator(".tile")
                .filter(new Locator.FilterOptions().setHasText(word))
                .locator("strong")
                .innerText();
        return Long.parseLong(number.replace(",", ""));
    }

    @Test
    void from_the_first_page_to_the_roster_of_a_unit_without_cover_in_three_clicks() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            click(page.getByText("覆盖与空白"));
            look(page, "gaps");
            assertThat(page.locator("main").innerText()).contains("参保率", "人次", "空白", "女工特疾：有女职工");
            click(page.locator(".tile").filter(new Locator.FilterOptions().setHasText("空白")));
            look(page, "gaps-blank");
            assertThat(page.locator("tbody .tag").allInnerTexts()).containsOnly("空白");
            click(page.getByText("去参保").first());

            assertThat(page.url()).contains("/w/enrolments/new?unit=");
            assertThat(page.locator("input[name=file]").count()).isOne();
            assertThat(clicks).isEqualTo(3);
        }
    }

    @Test
    void the_list_fits_a_phone() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at("/w/gaps"));
            look(page, "gaps-phone");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
        }
    }

    @Test
    void the_office_narrows_the_list_to_an_agency_and_a_plan() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(society.at("/w/gaps"));
            look(page, "gaps-office");
            long all = tile(page, "个单位");
            assertThat(page.getByText("去参保").count()).as("who files no roster").isZero();
            page.locator("[name=at]")
                    .selectOption(page.locator("[name=at] option").nth(1).getAttribute("value"));
            page.locator("[name=plan]").selectOption("女工特疾");
            press(page, "查找");
            look(page, "gaps-women");

            assertThat(tile(page, "个单位")).isLessThan(all).isPositive();
            assertThat(page.locator("[name=plan]").inputValue()).isEqualTo("女工特疾");
        }
    }

    @Test
    void the_list_goes_on_page_by_page_and_never_shows_more_than_fifty_rows() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(society.at("/w/gaps"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(50);
            String first = page.locator("tbody td a").first().innerText();
            page.getByText("下一页").click();

            assertThat(page.locator("tbody td a").allInnerTexts()).doesNotContain(first);
            assertThat(tile(page, "个单位")).isGreaterThan(50);
        }
    }

    @Test
    void the_list_is_saved_for_a_spreadsheet_with_all_its_rows() throws IOException {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at("/w/gaps"));
            long units = tile(page, "个单位");
            Download list = page.waitForDownload(() -> page.getByText("下载这份清单").click());
            String text = Files.readString(list.path(), UTF_8);

            assertThat(text).startsWith("\uFEFF\"单位\",\"状况\"");
            assertThat(text.lines())
                    .hasSize((int) units + 1)
                    .allMatch(line -> line.startsWith("\"") || line.startsWith("\uFEFF"));
        }
    }
}
