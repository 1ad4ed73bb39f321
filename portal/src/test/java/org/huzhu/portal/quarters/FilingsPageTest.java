package org.huzhu.portal.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is filed for costs above the ceiling, as agency and office see it. */
@PageTest
class FilingsPageTest {

    /** Of the first member, who has filed. */
    private static final String PHONE = "13800000000";

    private final Demonstrated society;

    FilingsPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    @Test
    void the_office_accepts_what_the_agency_has_passed_once_it_has_seen_the_originals() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(society.at("/w/filings"));
            assertThat(page.innerText("main")).contains("待代办处核对", "待办事处核对", "已通过", "286,300.50");
            look(page, "filings");
            page.locator("form[action='/w/filings/pass'] [name=originals]").check();
            page.locator("form[action='/w/filings/pass'] button").click();
            page.waitForURL("**/w/filings?year=*");
            assertThat(page.locator("form[action='/w/filings/pass']").count()).isZero();
            look(page, "filings-accepted");
        }
    }

    @Test
    void what_a_year_gave_above_the_ceiling_is_seen_by_the_office_and_worked_out_for_the_member() {
        int year = LocalDate.now(Society.CHINA).getYear() - 2;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(society.at("/w/quarters"));
            page.locator("ul.rows a:has-text('封顶线以上'):has-text('%d年')".formatted(year))
                    .click();
            assertThat(page.innerText("main")).contains("应付款项都已登记", "97,400.00", "3,840.00", "申报中办事处已通过的数字");
            look(page, "quarter-yearly");
        }
        try (BrowserContext phone = Pages.visitor(390, 844)) {
            phone.addCookies(List.of(new Cookie("huzhu", society.member(PHONE).token()).setUrl(society.at("/"))));
            Page page = phone.newPage();
            page.navigate(society.at("/m/pay"));
            page.locator("a.door[href^='/m/quarters/']:has-text('%d年')".formatted(year))
                    .click();
            assertThat(page.innerText("main")).contains("封顶线以上医疗费用补助", "229000元", "60%", "97,400.00", "12,000.00");
            look(page, "quarter-own-yearly");
        }
    }

    @Test
    void a_list_with_a_wrong_line_is_named_by_line_and_nothing_of_it_is_entered() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at("/w/filings"));
            page.locator("[name=file]")
                    .setInputFiles(new FilePayload("名单.csv", "text/csv", "身份证号,封顶线以上\n110,1\n".getBytes(UTF_8)));
            page.locator("form[action='/w/filings'] button").click();
            page.locator("[role=alert]").first().waitFor();
            assertThat(page.innerText("main")).contains("一条也没有放入", "第2行身份证号不对");
            look(page, "filings-wrong");
        }
    }
}
