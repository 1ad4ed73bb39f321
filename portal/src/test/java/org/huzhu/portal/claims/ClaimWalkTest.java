package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.demonstration.Post;
import org.huzhu.members.phones.Phones;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A claim from the first tap of a member to the money on his card and why it is that sum, and how many taps, clicks and
 * keys each task of it takes; what is typed and the shutter of the camera are not counted.
 */
@PageTest
class ClaimWalkTest {

    private final Demonstrated society;
    private final CoveredMembers members;
    private final FileForms forms;

    @TempDir
    private Path folder = Path.of("");

    private int taps;

    ClaimWalkTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones,
            @Autowired FileForms forms) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
        this.forms = forms;
    }

    private void tap(Page page, String selector) {
        tap(page.locator(selector).first());
    }

    private void tap(Locator what) {
        taps++;
        what.click();
    }

    private void press(Page page, String key) {
        taps++;
        page.keyboard().press(key);
    }

    /** Of all that was tapped since the last task, this was the task. */
    private void assertTaps(String task, int count) {
        assertThat(taps).as(task).isEqualTo(count);
        taps = 0;
    }

    @Test
    void a_claim_goes_from_the_phone_to_the_card_and_nobody_taps_more_than_he_must() throws IOException {
        try (BrowserContext phone = Pages.visitor(390, 844)) {
            Page own = own(phone);
            String at = filed(own);
            String number = own.innerText("main").replaceAll("(?s).*(HZ\\d{4}-\\d{8}).*", "$1");
            givenBack("/w" + at);
            bringMore(own, at);
            String name = passedOn(Role.AGENCY_HANDLER, "/w" + at);
            String _ = passedOn(Role.OFFICE_REVIEWER, "/w" + at);
            foundPrintedApproved(name, number, "/w" + at);
            Path sent = folder.resolve("sent.csv");
            String batch = madeAndFetched(sent);
            released(batch);
            answered(batch, sent);
            readsWhyItIsThatSum(own, at);
        }
    }

    private Page own(BrowserContext phone) {
        String token = society.member(members.at(0).phone()).token();
        phone.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
        Page page = phone.newPage();
        page.navigate(society.at("/m"));
        return page;
    }

    /** Files a stay with two photos; returns where it stands, behind /m and /w. */
    private String filed(Page page) {
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(10);
        tap(page, "a[href='/m/claims/new']");
        tap(page, "a[href='/m/claims/new/STAY']");
        page.locator("[name='s0.in']").fill(out.minusDays(13).toString());
        page.locator("[name='s0.out']").fill(out.toString());
        page.locator("[name='s0.cost.SELF_PAID_AFTER_INSURANCE']").fill("40000");
        tap(page, "form.sheet button");
        page.waitForURL("**/papers");
        assertThat(page.innerText("main")).contains("大约可以领", "28,000.00");
        photograph(page, "RECEIPT", new FilePayload("照片.png", "image/png", Photos.large()));
        photograph(page, "DISCHARGE", new FilePayload("照片.jpg", "image/jpeg", Photos.photo()));
        tap(page, "a.main");
        tap(page, "[name=consent][type=checkbox]");
        look(page, "claim-confirm");
        tap(page, "main form button");
        page.waitForURL(url -> url.matches(".*/m/claims/[0-9a-f-]{36}"));
        assertThat(page.innerText("main")).contains("代办处初审", "以前到账");
        assertTaps("T-M2", 8);
        return page.url().replace(society.at("/m"), "");
    }

    /** A photo is one tap, on its tile: it is sent by itself. */
    private void photograph(Page page, String kind, FilePayload photo) {
        String tile = "li.paper:has(input[value=" + kind + "])";
        int before = page.locator(tile + " .thumb").count();
        page.locator(tile + " input[type=file]").setInputFiles(photo);
        taps++;
        page.locator(tile + " .thumb").nth(before).waitFor();
    }

    private void givenBack(String at) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at(at));
            press(page, "r");
            tap(page, "form[action$='/return'] [value=DISCHARGE]");
            look(page, "claim-return");
            tap(page, "form[action$='/return'] button");
            page.waitForURL(url -> !url.endsWith(at));
            assertTaps("T-H5", 3);
        }
    }

    private void bringMore(Page page, String at) {
        page.navigate(society.at("/m/messages"));
        tap(page, ".told a");
        page.waitForURL(society.at("/m" + at));
        assertThat(page.innerText("main")).contains("还差材料");
        assertTaps("T-M1", 1);
        tap(page, "a[href$='/papers']");
        photograph(page, "DISCHARGE", new FilePayload("照片.jpg", "image/jpeg", Photos.photo()));
        look(page, "claim-more");
        assertThat(page.locator("main > ul.papers h2").allInnerTexts())
                .as("what was asked for, and nothing else that must be")
                .hasSize(2);
        tap(page, "form[action$='/file'] button");
        page.waitForURL(society.at("/m" + at));
        assertThat(page.innerText("main")).contains("代办处初审");
        assertTaps("T-M4", 3);
    }

    /** Lets it pass by keyboard alone, and comes to the next; returns what the member is called. */
    private String passedOn(Role role, String at) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, role);
            page.navigate(society.at(at));
            String name = page.innerText("h1").split(" ", 2)[0];
            pass(page, at);
            return name;
        }
    }

    /** What the program has not found to be so itself is ticked as it is read; then the button has the focus again. */
    private static void lookInto(Page page) {
        page.locator("[name=checked]:not(:checked)").all().forEach(Locator::check);
        page.locator("details[open] form button").first().focus();
    }

    private void pass(Page page, String at) {
        press(page, "a");
        look(page, "claim-pass");
        lookInto(page);
        press(page, "Enter");
        page.waitForURL(url -> !url.endsWith(at));
        assertThat(page.innerText("main")).doesNotContain("请看过");
        assertTaps("T-H4", 2);
    }

    /** The second of the office is asked for the claim of somebody, prints it, and has the last say. */
    private void foundPrintedApproved(String name, String number, String at) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, secondReviewer());
            press(page, "/");
            page.keyboard().type(name);
            press(page, "Enter");
            page.locator("main a:text('" + number + "')").waitFor();
            look(page, "claim-found");
            assertThat(page.locator("tr:has(a:text('" + number + "'))").innerText())
                    .contains(name, "办事处再审");
            assertTaps("T-H9", 2);
            page.navigate(society.at(at));
            tap(page, "a[href$='/print']");
            page.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes'; }; }");
            tap(page, "[data-print]");
            assertThat(page.getAttribute("body", "data-printed")).isEqualTo("yes");
            assertTaps("T-H10", 2);
            page.navigate(society.at(at));
            pass(page, at);
        }
    }

    private Post secondReviewer() {
        return society.posts().stream()
                .filter(post -> post.role() == Role.OFFICE_REVIEWER)
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private String madeAndFetched(Path sent) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            tap(page, "nav a[href='/w/payments']");
            tap(page, "section:has-text('会费型互助基金') form[action$='/assemble'] button");
            tap(page, "form[action$='/file'] button");
            look(page, "payments-filed");
            Download download = page.waitForDownload(() -> tap(page, "a[download]"));
            download.saveAs(sent);
            assertTaps("T-H6 of the maker", 4);
            assertThat(page.locator("form[action$='/release']").count())
                    .as("who made it does not release it")
                    .isZero();
            return page.innerText("h1 .number");
        }
    }

    private void released(String batch) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_CHECKER);
            society.proofAges(Role.FINANCE_CHECKER);
            tap(page, "nav a[href='/w/payments']");
            tap(page.getByText(batch));
            look(page, "payments-release");
            page.locator("[name=proof]").fill(society.code(Role.FINANCE_CHECKER).orElseThrow());
            tap(page, "form[action$='/release'] button");
            assertThat(page.innerText("main")).contains("已发放", "还没有回盘");
            assertTaps("T-H6 of the checker", 3);
        }
    }

    private void answered(String batch, Path sent) throws IOException {
        Path answer = folder.resolve("answer.csv");
        try (OutputStream out = Files.newOutputStream(answer)) {
            new BankSimulator(forms.find("bob-csv").orElseThrow(), 5, 0)
                    .answer(sent, LocalDate.now(Society.CHINA), out);
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            tap(page, "nav a[href='/w/payments']");
            taps++;
            page.locator("section:has-text('会费型互助基金') [name=file]").setInputFiles(answer);
            tap(page, "section:has-text('会费型互助基金') form[action$='/answers'] button");
            assertThat(page.innerText("[role=status]")).contains("回盘已导入");
            assertTaps("T-H7", 3);
            look(page, "payments-answered");
            page.getByText("退回与差错").first().click();
            look(page, "payments-returns");
            assertThat(page.innerText("main")).contains("没有这笔付款", "撤销应付", "退回");
            page.navigate(society.at("/w/payments"));
            page.getByText(batch).click();
            assertThat(page.locator("tbody").last().innerText()).contains("已付");
        }
    }

    private void readsWhyItIsThatSum(Page page, String at) {
        page.navigate(society.at("/m" + at));
        look(page, "claim-paid");
        assertThat(page.innerText("main"))
                .contains("已到账", "28,480.00")
                .containsPattern("\\d{4}-\\d{2}-\\d{2} 已付到尾号 \\d{4} 的卡上");
        page.navigate(society.at("/m"));
        tap(page, "a[href='/m/pay']");
        tap(page, "a[href$='" + at + "/working']");
        assertThat(page.innerText("main")).contains("40000元 × 70% = 28000元", "住院医疗");
        assertTaps("T-M3", 2);
        look(page, "claim-working");
    }
}
