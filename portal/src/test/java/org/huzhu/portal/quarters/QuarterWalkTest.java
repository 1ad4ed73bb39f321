package org.huzhu.portal.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Phone;
import org.huzhu.members.phones.Phones;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.quarters.QuarterWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A quarter from the files of the insurance office to the page that tells a member why he got what he did. */
@PageTest
class QuarterWalkTest {

    /**
     * From the files to what is owed, for both officers together; what is typed and chosen as a file is not counted.
     */
    private static final int CLICKS = 5;

    private final Demonstrated society;
    private final QuarterWork work;
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Phones phones;
    private int clicks;

    QuarterWalkTest(
            @Autowired Demonstrated society,
            @Autowired QuarterWork work,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.work = work;
        this.database = database;
        this.transactions = transactions;
        this.phones = phones;
    }

    private void click(Page page, String selector) {
        clicks++;
        page.locator(selector).first().click();
    }

    @Test
    void a_quarter_goes_from_the_feed_to_the_working_that_a_member_reads() {
        int year = LocalDate.now(Society.CHINA).getYear() - 1;
        String run;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.RELIEF_OFFICER);
            page.locator("nav a[href='/w/quarters']").click();
            look(page, "quarters");
            page.locator("ul.rows a:has-text('第2季度')").click();
            run = page.url();
            look(page, "quarter-tried");
            assertThat(page.innerText("main")).contains("与往季对比", "上一季", "退回的行", "同一单号内容不同");
            checked(page, run);
            clicks = 0;
            click(page, "form[action$='/try'] button");
            page.getByText("正在试算").first().waitFor();
            look(page, "quarter-trying");
            work.go();
            page.locator("form[action$='/propose']").waitFor();
            if (page.locator("[name=seen]").count() > 0) {
                click(page, "[name=seen]");
            }
            click(page, "form[action$='/propose'] button");
            page.getByText("等待另一人确认").first().waitFor();
            assertThat(page.innerText("main")).contains("等待另一人确认");
            assertThat(page.locator("form[action$='/confirm']").count()).isZero();
        }
        confirmed(run);
        assertThat(clicks).as("T-H11").isLessThanOrEqualTo(CLICKS);
        reads(year);
    }

    /** Some are drawn; the union of one of them says that he has left; the office has word of the others. */
    private void checked(Page page, String run) {
        page.locator("main a[href$='/checks']").click();
        page.locator("[name=from]").fill("380");
        page.locator("form[action$='/checks'] button").first().click();
        page.getByText("待答复").nth(1).waitFor();
        look(page, "quarter-checks");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page street = society.signedIn(visitor, Role.AGENCY_HANDLER);
            street.locator("nav a[href='/w/checks']").click();
            street.getByText("待核查").first().waitFor();
            look(street, "own-checks");
            assertThat(street.innerText("main")).contains("已发放的各季", "下载名单");
            street.locator("details summary").first().click();
            street.locator("[name=said]").first().fill("已调离本单位");
            street.locator("details[open] button").first().click();
            street.locator("h1").waitFor();
        }
        page.navigate(run + "/checks");
        assertThat(page.innerText("main")).contains("不符合 1", "已调离本单位");
        while (page.locator("li:has-text('待答复') form button").count() > 0) {
            page.locator("li:has-text('待答复') form button").first().click();
            page.navigate(run + "/checks");
        }
        page.navigate(run);
    }

    private void confirmed(String run) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(run);
            look(page, "quarter-proposed");
            if (page.locator("[name=proof]").count() > 0) {
                page.locator("[name=proof]")
                        .fill(society.code(Role.OFFICE_REVIEWER).orElse(Demonstrated.PASSWORD));
            }
            click(page, "form[action$='/confirm'] button");
            page.getByText("正在逐批登记应付").first().waitFor();
            work.go();
            page.navigate(run);
            assertThat(page.innerText("main")).contains("应付款项都已登记");
            look(page, "quarter-confirmed");
        }
    }

    /** Two taps from his home: what was paid to him, and why this one. */
    private void reads(int year) {
        try (BrowserContext phone = Pages.visitor(390, 844)) {
            String token = society.member(paid()).token();
            phone.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
            Page page = phone.newPage();
            page.navigate(society.at("/m"));
            clicks = 0;
            click(page, "a[href='/m/pay']");
            look(page, "quarter-own-paid");
            click(page, "a.door[href^='/m/quarters/']");
            assertThat(clicks).isEqualTo(2);
            look(page, "quarter-own");
            assertThat(page.innerText("main"))
                    .contains(year + "年第", "暖·互助", "前几季已付", "计入的费用")
                    .containsPattern("本季付给您 [\\d,.]+ 元");
        }
    }

    /** The phone of a member whom a quarter gave something. */
    private String paid() {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> {
                    List<UUID> members = database.sql("""
                            select member from quarters.line where stands and due_fen > 0 and member is not null
                            order by id limit 20
                            """)
                            .query((row, _) -> row.getObject("member", UUID.class))
                            .list();
                    return phones.of(members).values().stream()
                            .map(Phone::digits)
                            .sorted()
                            .findFirst()
                            .orElseThrow();
                })));
    }
}
