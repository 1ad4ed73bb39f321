package org.huzhu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.List;
import org.huzhu.access.Role;
import org.huzhu.demonstration.Post;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans are drafted, compared, published and opened in a real browser; what that takes is counted in clicks. */
@PageTest
class PlanDeskPageTest {

    private static final String EXAMPLE = """
            算例:
              - 说明: 每份会费50元
                参保人: {性别: 男, 出生: 1970-05-01, 对象: 在职, 职业: 普通, 份: 1份, 计算日: 2027-01-01}
                会费: 50元
            """;

    private final Demonstrated society;

    PlanDeskPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private Page officer(BrowserContext visitor) {
        return society.signedIn(visitor, Role.PLAN_OFFICER);
    }

    /** The other one, since nobody publishes what he submitted. */
    private Page another(BrowserContext visitor) {
        Post post = society.posts().stream()
                .filter(each -> each.role() == Role.PLAN_OFFICER)
                .reduce((_, last) -> last)
                .orElseThrow();
        visitor.addCookies(List.of(new Cookie(Gate.SESSION, society.token(post)).setUrl(society.at("/"))));
        Page page = visitor.newPage();
        page.navigate(society.at("/w"));
        return page;
    }

    private static Locator link(Page page, String words) {
        return page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    /** A plan's heading, with the way to its next version. */
    private static Locator next(Page page, String title) {
        return page.locator("h3", new Page.LocatorOptions().setHasText(title)).locator("a");
    }

    private static String later(String text) {
        return (text.substring(0, text.indexOf("算例:")) + EXAMPLE)
                .replace("适用: {自: 2008-01-01", "适用: {自: 2027-01-01")
                .replace("起付: 0元, 比例: 70%", "起付: 0元, 比例: 75%");
    }

    private static int click(int before, Locator what) {
        what.click();
        return before + 1;
    }

    @Test
    void a_new_version_is_published_in_eight_clicks_and_two_of_another() {
        int clicks = 0;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = officer(visitor);
            clicks = click(clicks, link(page, "保障计划"));
            look(page, "plan-desk");
            clicks = click(clicks, next(page, "在职职工住院医疗互助保障计划"));
            Locator content = page.locator("[name=content]");
            content.fill(later(content.inputValue()));
            look(page, "plan-edit");
            clicks = click(clicks, button(page, "存为草稿"));
            assertThat(page.locator(".good").innerText()).contains("没有问题，1 个算例都对得上");
            assertThat(page.locator("table").innerText()).contains("70%", "75%", "▲ 提高");
            clicks = click(clicks, button(page, "提交，请别人发布"));
            look(page, "plan-submitted");
            assertThat(page.locator("h1").innerText()).contains("已提交");
            assertThat(page.locator("main").innerText()).contains("要由另一位计划管理人员发布");
        }
        assertThat(clicks).isLessThanOrEqualTo(8);
        int others = 0;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = another(visitor);
            others = click(others, page.locator(".tile", new Page.LocatorOptions().setHasText("待发布的计划")));
            page.locator("[name=proof]").fill("wrong-password");
            button(page, "发布").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("不对");
            look(page, "plan-to-publish");
            page.locator("[name=proof]").fill(Demonstrated.PASSWORD);
            others = click(others, button(page, "发布"));

            assertThat(page.locator("h1").innerText()).contains("已发布");
            assertThat(page.locator("main").innerText()).contains("不能再改").doesNotContain("修改");
            page.navigate(society.at("/plans"));
            page.getByText("在职职工住院医疗互助保障计划").first().click();
            assertThat(page.locator(".rows").innerText()).contains("2026 版", "2027-01-01 起适用");
        }
        assertThat(others).isEqualTo(2);
    }

    @Test
    void any_two_versions_are_compared_in_two_clicks() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = officer(visitor);
            page.navigate(society.at("/w/plans"));
            Locator versions = page.locator("h3:has-text('女职工') + ul a");
            int clicks = click(
                    0,
                    versions.filter(new Locator.FilterOptions().setHasText("2018 版"))
                            .first());
            clicks = click(clicks, page.locator(".ways a", new Page.LocatorOptions().setHasText("2011 版")));

            assertThat(clicks).isLessThanOrEqualTo(2);
            assertThat(page.locator("main h2").innerText()).contains("2011.yaml", "2018.yaml");
            assertThat(page.locator("tbody tr").count()).isPositive();
            look(page, "plan-compared");
        }
    }

    @Test
    void what_is_wrong_is_named_with_its_line_and_keeps_a_draft_from_being_submitted() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = officer(visitor);
            page.navigate(society.at("/w/plans"));
            next(page, "津贴").first().click();
            Locator content = page.locator("[name=content]");
            content.fill(content.inputValue().replaceFirst("周岁", "岁"));
            button(page, "存为草稿").click();
            look(page, "plan-unclean");

            assertThat(page.locator(".notice").innerText()).contains("处要改");
            assertThat(page.locator("tbody .number").first().innerText()).matches("\\d+");
            assertThat(page.getByText("提交，请别人发布").count()).isZero();
            page.locator("summary", new Page.LocatorOptions().setHasText("删去草稿"))
                    .click();
            button(page, "删去草稿").click();
            assertThat(page.url()).isEqualTo(society.at("/w/plans"));
        }
    }

    @Test
    void a_file_is_uploaded_as_it_is_and_one_that_cannot_be_read_is_refused_with_what_to_do() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = officer(visitor);
            page.navigate(society.at("/w/plans/new"));
            page.locator("[name=file]").fill("地区叠加/青海高原病.yaml");
            upload(page, "地区叠加: 青海高原病\n".getBytes(Charset.forName("GB18030")));
            assertThat(page.locator("#content-trouble").innerText()).contains("UTF-8");
            upload(page, new byte[2 << 20]);
            assertThat(page.locator("#content-trouble").innerText()).contains("至多 1 MB");

            page.navigate(society.at("/w/plans/new"));
            page.locator("[name=file]").fill("地区叠加/青海高原病.yaml");
            upload(page, "\uFEFF地区叠加: 青海高原病\r\n办事处: 青海\r\n".getBytes(UTF_8));
            assertThat(page.locator("h1").innerText()).contains("地区叠加/青海高原病.yaml", "草稿");
            assertThat(page.locator(".book").innerText()).contains("办事处", "青海");
            page.locator("summary", new Page.LocatorOptions().setHasText("删去草稿"))
                    .click();
            button(page, "删去草稿").click();
        }
    }

    private static void upload(Page page, byte[] bytes) {
        page.locator("[name=upload]").setInputFiles(new FilePayload("x.yaml", "application/yaml", bytes));
        button(page, "存为草稿").click();
    }

    @Test
    void a_plan_is_opened_at_an_agency_from_a_day_with_its_rule_of_start_and_ended() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = officer(visitor);
            link(page, "开放参保").click();
            look(page, "offers");
            assertThat(page.locator("main").innerText()).contains("北京办事处", "住院医疗", "缴费次月1日");
            link(page, "开放一个计划").click();
            page.locator("[name=plan]").selectOption("女工特疾");
            page.locator("[name=place]").fill("东城区总工会");
            page.locator("[name=from]").fill("2027-01-01");
            page.locator("[name=until]").fill("2026-12-31");
            page.getByText("统一生效日").first().click();
            button(page, "开放").click();
            assertThat(page.locator("#startsOn-trouble").innerText()).contains("要填");
            page.locator("[name=startsOn]").fill("2027-03-01");
            button(page, "开放").click();
            assertThat(page.locator("#until-trouble").innerText()).contains("要晚于");
            look(page, "offer-new");
            page.locator("[name=until]").fill("2027-06-01");
            button(page, "开放").click();

            Locator there = page.locator("h2:has-text('东城区总工会') + ul li");
            assertThat(there.innerText()).contains("女工特疾", "2027-01-01 至 2027-05-31", "统一生效日 2027-03-01");
            there.locator("summary").click();
            there.locator("[name=until]").fill("2027-02-01");
            there.locator("button").click();
            assertThat(page.locator("h2:has-text('东城区总工会') + ul li").innerText())
                    .contains("至 2027-01-31");
        }
    }
}
