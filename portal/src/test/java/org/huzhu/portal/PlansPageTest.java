package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The plans, as anybody reads and tries them. */
@PageTest
class PlansPageTest {

    private final Demonstrated society;

    PlansPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private static Locator card(Page page, String title) {
        return page.locator(".card", new Page.LocatorOptions().setHasText(title));
    }

    @Test
    void anybody_reads_which_plans_are_open_and_each_of_them_as_a_book() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/"));
            page.getByText("保障计划").click();
            look(page, "plans");
            assertThat(card(page, "在职职工住院医疗互助保障计划").innerText()).contains("在职，16至60周岁", "70%、60%、50%", "每份每期50元", "1年");
            assertThat(page.locator(".rows").innerText()).contains("职工安康互助保障计划");

            page.getByText("在职职工住院医疗互助保障计划").first().click();
            look(page, "plan-book");
            Locator clause = page.locator(".book", new Page.LocatorOptions().setHasText("第五条 住院医疗互助金"));
            assertThat(clause.locator(".wording").innerText()).contains("第一次住院给付百分之七十");
            assertThat(clause.locator(".rules").innerText()).contains("第几次：第1次，起付：0元，比例：70%");
            assertThat(page.locator("details.change").count()).isGreaterThan(5);
            assertThat(page.locator("code").innerText()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void older_versions_are_kept_and_say_that_they_are_older() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/plans"));
            page.locator(".card a", new Page.LocatorOptions().setHasText("女职工"))
                    .first()
                    .click();
            assertThat(page.locator("h1").innerText()).contains("2018 版");
            assertThat(page.locator("table").innerText()).contains("调整前", "▼ 降低");
            page.getByText("2011 版").click();

            assertThat(page.locator(".notice").innerText()).contains("不是现在的版本");
            look(page, "plan-older");
        }
    }

    @Test
    void what_a_region_adds_stands_on_the_page_of_the_plan() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/plans"));
            page.locator(".rows a", new Page.LocatorOptions().setHasText("重症+轻症"))
                    .first()
                    .click();

            assertThat(page.locator("main").innerText()).contains("西藏办事处的参保会员", "高原性心脏病");
        }
    }

    @Test
    void whoever_tries_a_plan_sees_what_it_gives_and_why_without_scripts_too() {
        try (BrowserContext visitor = Pages.withoutScripts(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/plans"));
            card(page, "在职职工住院医疗互助保障计划").getByText("试一试").click();
            assertThat(page.locator(".sum").innerText()).isEqualTo("7000元");
            assertThat(page.locator(".working").innerText()).contains("第1次住院", "10000元 × 70% = 7000元");

            page.locator("[name='cost.SELF_PAID_AFTER_INSURANCE']").fill("2468.36");
            press(page, "算一算");
            assertThat(page.locator(".sum").innerText()).isEqualTo("1727.85元");
            assertThat(page.locator("section").innerText()).contains("可以参加，会费 50元");

            page.locator("[name=days]").fill("很久");
            press(page, "算一算");
            assertThat(page.locator("#days-trouble").innerText()).contains("整数");
            assertThat(page.locator(".sum").count()).isZero();
        }
    }

    @Test
    void what_is_not_given_is_said_with_its_clause() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/plans"));
            card(page, "在职职工住院医疗互助保障计划").getByText("试一试").click();
            String from = page.locator("[name=from]").inputValue();
            page.locator("[name=on]").fill(from);
            press(page, "算一算");

            look(page, "plan-tried");
            assertThat(page.locator(".sum").innerText()).isEqualTo("0元");
            assertThat(page.locator("section").innerText()).contains("不给付的", "按第四条", "等待期");
        }
    }

    @Test
    void every_plan_that_is_open_can_be_tried_for_all_that_it_asks() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = visitor.newPage();
            page.navigate(society.at("/plans"));
            for (Object address : (java.util.List<?>)
                    page.evaluate("[...document.querySelectorAll('.card .act')].map(each => each.href)")) {
                page.navigate(String.valueOf(address));
                for (Object kind : (java.util.List<?>)
                        page.evaluate("[...document.querySelectorAll('.ways a')].map(e => e.href)")) {
                    page.navigate(String.valueOf(kind));
                    assertThat(page.locator(".sum").count()).as(page.url()).isOne();
                }
            }
        }
    }
}
