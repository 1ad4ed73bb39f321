package org.huzhu.portal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A batch from what waits to what the bank said: four clicks of one, three of another, three for the answer. */
@PageTest
class PaymentsPageTest {

    private final Demonstrated society;
    private final FileForms forms;

    @TempDir
    private Path folder = Path.of("");

    private int clicks;

    @Autowired
    PaymentsPageTest(Demonstrated society, FileForms forms) {
        this.society = society;
        this.forms = forms;
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator menu(Page page) {
        return page.locator("nav a[href='/w/payments']");
    }

    @Test
    void one_assembles_and_files_another_releases_and_the_answer_is_taken() throws IOException {
        Path sent = folder.resolve("sent.csv");
        String number = madeAndFetched(sent);
        released(number);
        answered(number, sent);
    }

    private String madeAndFetched(Path sent) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            click(menu(page));
            look(page, "payments");
            click(button(page, "组成一批").first());
            look(page, "payments-frozen");
            click(button(page, "生成代发文件"));
            look(page, "payments-filed");
            Download download = page.waitForDownload(() -> click(page.locator("a[download]")));
            download.saveAs(sent);

            assertThat(clicks).as("of the maker").isEqualTo(4);
            assertThat(button(page, "确认发放").count())
                    .as("who made it does not release it")
                    .isZero();
            return page.locator("h1 .number").innerText();
        }
    }

    private void released(String number) {
        clicks = 0;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_CHECKER);
            click(menu(page));
            click(page.getByText(number));
            look(page, "payments-release");
            if (page.locator("[name=proof]").count() > 0) {
                page.locator("[name=proof]")
                        .fill(society.code(Role.FINANCE_CHECKER).orElse(Demonstrated.PASSWORD));
            }
            click(button(page, "确认发放"));

            assertThat(page.locator("main").innerText()).contains("已发放", "还没有回盘");
            assertThat(clicks).as("of the checker").isEqualTo(3);
        }
    }

    private void answered(String number, Path sent) throws IOException {
        clicks = 0;
        Path answer = folder.resolve("answer.csv");
        try (OutputStream out = Files.newOutputStream(answer)) {
            new BankSimulator(forms.find("bob-csv").orElseThrow(), 5, 0.3)
                    .answer(sent, LocalDate.now(Society.CHINA), out);
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            click(menu(page));
            clicks++;
            page.locator("[name=file]").first().setInputFiles(answer);
            click(button(page, "导入回盘").first());
            look(page, "payments-answered");

            assertThat(page.locator("[role=status]").innerText()).contains("回盘已导入");
            assertThat(clicks).as("of the answer").isEqualTo(3);
            page.getByText("退回与差错").first().click();
            look(page, "payments-returns");
            assertThat(page.locator("main").innerText()).contains("没有这笔付款", "撤销应付", "退回");
            page.navigate(society.at("/w/payments"));
            page.getByText(number).click();
            look(page, "payments-batch");
            assertThat(page.locator("tbody").last().innerText()).contains("已付");
        }
    }
}
