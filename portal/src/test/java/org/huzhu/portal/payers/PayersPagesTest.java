package org.huzhu.portal.payers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who pays for a unit, and what is granted to it; the clicks are counted. */
@PageTest
class PayersPagesTest {

    private final LocalDate today = LocalDate.now(Society.CHINA);

    private final Demonstrated society;
    private int clicks;

    PayersPagesTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    private static void share(Page page, int row, String payer, String rule, String amount) {
        page.locator("[name=payer%d]".formatted(row)).selectOption(payer);
        page.locator("[name=rule%d]".formatted(row)).selectOption(rule);
        page.locator("[name=amount%d]".formatted(row)).fill(amount);
    }

    @Test
    void a_unit_says_in_two_clicks_who_pays_and_sees_it_to_the_fen_and_ends_it() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            click(page.getByText("谁来缴费"));
            look(page, "splits");
            page.locator("select[name=plan]").selectOption("女工特疾");
            page.locator("[name=from]").fill(today.toString());
            share(page, 0, "UNIT_UNION", "PART", "33.33");
            share(page, 1, "EMPLOYER", "HEAD", "10");
            share(page, 2, "MEMBER", "REST", "");
            click(page.getByText("保存"));
            look(page, "splits-set");

            Locator line = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("女工特疾"));
            assertThat(line.innerText()).contains("单位工会 33.33%", "每人 10.00 元", "会员本人 其余", "这个计划的设定");
            assertThat(clicks).isEqualTo(2);
            page.getByText("停止").first().click();
            page.locator("[name=until]").first().fill(today.plusDays(1).toString());
            page.locator(".rows form button").first().click();
            assertThat(page.locator(".rows").innerText()).contains("女工特疾", "至 " + today);
        }
    }

    @Test
    void shares_that_do_not_come_to_the_whole_are_refused_with_what_was_typed() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/splits"));
            share(page, 0, "UNIT_UNION", "PART", "40");
            page.getByText("保存").click();
            look(page, "splits-wrong-phone");

            assertThat(page.locator("[role=alert]").innerText()).contains("其余");
            assertThat(page.locator("[name=amount0]").inputValue()).isEqualTo("40");
        }
    }

    @Test
    void a_handler_of_many_units_finds_the_one_first() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            click(page.getByText("谁来缴费"));
            page.locator("main [name=q]").fill("工会");
            click(page.locator("main form button").first());
            click(page.locator("main .rows a").first());
            look(page, "splits-agency");

            assertThat(page.url()).contains("/w/splits?unit=");
            assertThat(page.locator("select[name=payer0]").innerText()).contains("上级工会");
            assertThat(clicks).isEqualTo(3);
        }
    }

    @Test
    void an_agency_grants_a_subsidy_in_two_clicks_and_ends_it() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            click(page.getByText("补助").first());
            page.locator("select[name=plan]").selectOption("女工特疾");
            page.locator("[name=head]").fill("200");
            page.locator("[name=budget]").fill("50,000");
            click(page.getByText("设立").last());
            look(page, "subsidies");

            Locator granted = page.locator("section.entry").filter(new Locator.FilterOptions().setHasText("女工特疾"));
            assertThat(granted.innerText()).contains("每人每年至多 200.00 元", "还剩 50,000.00 元", "举例", "全部由补助付");
            assertThat(clicks).isEqualTo(2);
            granted.getByText("停止补助").first().click();
            granted.locator("[name=until]").fill(today.plusDays(1).toString());
            granted.locator("button").click();
            assertThat(page.locator("section.entry")
                            .filter(new Locator.FilterOptions().setHasText("女工特疾"))
                            .innerText())
                    .contains("至 " + today);
        }
    }

    @Test
    void the_office_sees_what_is_used_of_each_budget() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(society.at("/w/subsidies"));
            look(page, "subsidies-phone");

            assertThat(page.locator("section.entry")
                            .filter(new Locator.FilterOptions().setHasText("住院医疗"))
                            .innerText())
                    .contains("预算 2,000.00 元", "已用");
        }
    }
}
