package org.huzhu.portal.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Phone;
import org.huzhu.members.phones.Phones;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.quarters.QuarterWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    private final FileForms forms;
    private int clicks;

    @TempDir
    private Path folder = Path.of("");

    QuarterWalkTest(
            @Autowired Demonstrated society,
            @Autowired QuarterWork work,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones,
            @Autowired FileForms forms) {
        this.forms = forms;
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
    void a_quarter_goes_from_the_feed_to_the_working_that_a_member_reads() throws IOException {
        int year = LocalDate.now(Society.CHINA).getYear() - 1;
        String run;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.RELIEF_OFFICER);
            page.locator("nav a[href='/w/quarters']").click();
            look(page, "quarters");
            page.locator("ul.rows a:has-text('暖互助'):has-text('第2季度')").click();
            run = page.url();
            look(page, "quarter-tried");
            assertThat(page.innerText("main")).contains("与往季对比", "上一季", "退回的行", "同一单号内容不同");
            brought(page, year);
            tried(page);
            checked(page, run);
            clicks = 0;
            tried(page);
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
        Path sent = folder.resolve("sent.csv");
        String batch = sent(sent);
        released(batch);
        answered(sent);
        reads(year);
    }

    /** One more file of the insurance office, of people who hold no card here. */
    private void brought(Page page, int year) throws IOException {
        City.make(CityOrder.usual(40, 9, year), folder.resolve("city"));
        page.locator("[name=file][type=file]").setInputFiles(folder.resolve("city/feed-q2.csv"));
        page.locator("form[action$='/bring'] button").click();
        page.getByText("结算数据 2").waitFor();
        look(page, "quarter-brought");
    }

    private void tried(Page page) {
        click(page, "form[action$='/try'] button");
        page.getByText("正在试算").first().waitFor();
        look(page, "quarter-trying");
        work.go();
        page.locator("form[action$='/propose']").waitFor();
    }

    private String sent(Path to) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            page.locator("nav a[href='/w/payments']").click();
            Locator fund = page.locator("section:has(h2:has-text('公益型'))").first();
            if (fund.locator("form[action$='/assemble']").count() == 0) {
                fund.locator("details summary").click();
                fund.locator("[name=holder]").fill("某市职工互助会");
                fund.locator("[name=number]").fill("0109000012345");
                fund.locator("[name=layout]").selectOption("bob-csv");
                fund.locator("form[action$='/account'] button").click();
            }
            fund.locator("form[action$='/assemble'] button").click();
            page.locator("form[action$='/file'] button").click();
            Download download = page.waitForDownload(
                    () -> page.locator("a[download]").first().click());
            download.saveAs(to);
            return page.innerText("h1 .number");
        }
    }

    private void released(String batch) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_CHECKER);
            society.proofAges(Role.FINANCE_CHECKER);
            page.locator("nav a[href='/w/payments']").click();
            page.getByText(batch).click();
            page.locator("[name=proof]").fill(society.code(Role.FINANCE_CHECKER).orElseThrow());
            page.locator("form[action$='/release'] button").click();
            page.getByText("还没有回盘").first().waitFor();
        }
    }

    private void answered(Path sent) throws IOException {
        Path answer = folder.resolve("answer.csv");
        try (OutputStream out = Files.newOutputStream(answer)) {
            new BankSimulator(forms.find("bob-csv").orElseThrow(), 5, 0)
                    .answer(sent, LocalDate.now(Society.CHINA), out);
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            page.locator("nav a[href='/w/payments']").click();
            Locator fund = page.locator("section:has(h2:has-text('公益型'))").first();
            fund.locator("[name=file]").setInputFiles(answer);
            fund.locator("form[action$='/answers'] button").click();
            page.getByText("回盘已导入").waitFor();
        }
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
            if (street.locator("form[id^='fit-'] button").count() > 0) {
                street.locator("form[id^='fit-'] button").first().click();
            }
            street.getByText("没有要核查的").waitFor();
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
                    .containsPattern("本季付给您 [\\d,.]+ 元")
                    .containsPattern("已于 \\d{4}-\\d{2}-\\d{2} 打到您尾号");
        }
    }

    /** The phone of a member whom a quarter gave something. */
    private String paid() {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> {
                    List<UUID> members = database.sql("""
                            select member from quarters.line where stands and due_fen > 0 and member is not null
                              and paid_on is not null and quarter = 2
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
