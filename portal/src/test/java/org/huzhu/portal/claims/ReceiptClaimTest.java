package org.huzhu.portal.claims;

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
import org.huzhu.members.phones.Phones;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** An electronic receipt fills in what it says; where the member says otherwise, whoever reviews sees it. */
@PageTest
class ReceiptClaimTest {

    private final Demonstrated society;

    private final CoveredMembers members;

    ReceiptClaimTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
    }

    @Test
    void a_receipt_fills_the_form_and_a_sum_that_is_typed_over_is_shown_to_whoever_reviews() {
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(14);
        String at;
        try (BrowserContext phone = Pages.visitor(390, 844)) {
            String token = society.member(members.at(3).phone()).token();
            phone.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
            Page page = phone.newPage();
            page.navigate(society.at("/m/claims/new/STAY"));
            page.locator("form[action$='/receipt'] input[type=file]")
                    .setInputFiles(new FilePayload("票据.xml", "text/xml", receipt(out)));
            page.waitForURL("**/facts");
            at = page.url().replace(society.at("/m"), "/w").replace("/facts", "");
            look(page, "receipt-facts");
            assertThat(page.inputValue("[name='s0.in']"))
                    .isEqualTo(out.minusDays(6).toString());
            assertThat(page.inputValue("[name='s0.out']")).isEqualTo(out.toString());
            assertThat(page.inputValue("[name='s0.cost.SELF_PAID_AFTER_INSURANCE']"))
                    .isEqualTo("2100.50");
            page.locator("[name='s0.cost.SELF_PAID_AFTER_INSURANCE']").fill("2600");
            page.locator("main form button").click();
            page.waitForURL("**/papers");
            look(page, "receipt-papers");
            assertThat(page.innerText("main")).contains("填的是 2,600.00，票据上是 2,100.50", "电子票据（数据文件）", "票据自带");
        }
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            page.navigate(society.at(at));
            assertThat(page.innerText("main")).contains("票据和所填的不一样", "票据上是 2,100.50", "交款人是无名氏");
            look(page, "receipt-review");
        }
    }

    private static byte[] receipt(LocalDate out) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <EInvoice>
                  <EInvoiceCode>11060226</EInvoiceCode><EInvoiceNumber>0077345678</EInvoiceNumber>
                  <EInvoiceName>北京市医疗住院收费票据（电子）</EInvoiceName>
                  <InvoicingPartyName>北京市第九十九医院</InvoicingPartyName>
                  <PayerPartyName>无名氏</PayerPartyName>
                  <IssueDate>%s</IssueDate>
                  <AdmissionDate>%s</AdmissionDate><DischargeDate>%s</DischargeDate>
                  <Item><Name>金额合计</Name><Value>12345.67</Value></Item>
                  <Item><Name>个人自付</Name><Value>2100.50</Value></Item>
                </EInvoice>
                """.formatted(out, out.minusDays(6), out).getBytes(UTF_8);
    }
}
