package org.huzhu.portal.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.roster.Roster;
import org.huzhu.roster.RosterOrder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole way, as new users go it: a template, a roster, a transfer, and a member who looks at his phone. */
@PageTest
class EnrolmentWalkTest {

    private static final String PHONE = "13912345678";

    private final Demonstrated society;
    private final Server server;

    EnrolmentWalkTest(@Autowired Demonstrated society, @Autowired Server server) {
        this.society = society;
        this.server = server;
    }

    @Test
    void from_the_template_to_the_cover_on_the_phone_of_a_member() throws IOException, SQLException {
        Due due = enrol();
        pay(due);
        String token = society.member(PHONE).token();
        lookAtPhone(token);
        becomeCourier();
        enrolHimself(token);
    }

    /** What stands on the bill: what is written on the transfer, and how much it is. */
    private record Due(String reference, String sum) {}

    private Due enrol() throws IOException {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.getByText("导入参保名册").click();
            Download template =
                    page.waitForDownload(() -> page.getByText("下载空白名册").first().click());
            page.locator("[name=plan]").all().forEach(each -> each.uncheck());
            page.locator("[name=plan][value=住院津贴]").check();
            page.getByText("份数和办理方式").click();
            page.locator("[name=channel][value=GIFT]").check();
            page.locator("input[name=file]").setInputFiles(filled(template.path()));
            press(page, "上传并核对");
            page.getByText("确认参保 1 人").click();
            look(page, "walk-confirmed");
            assertThat(page.locator("h1").innerText()).contains("待缴费");
            page.locator(".rows a.number").first().click();
            look(page, "walk-bill");
            String sum = page.locator("dd strong.number").nth(1).innerText();
            return new Due(
                    page.locator("strong.big").innerText(), sum.replace("¥", "").replace(",", ""));
        }
    }

    private void pay(Due due) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            page.getByText("到账").first().click();
            String file = "交易流水号,交易日期,贷方金额,对方户名,附言\nW1,%s,%s,天坛金鱼饭庄工会,会费 %s\n"
                    .formatted(LocalDate.now(Society.CHINA), due.sum(), due.reference());
            page.locator("input[name=file]").setInputFiles(new FilePayload("流水.csv", "text/csv", file.getBytes(UTF_8)));
            press(page, "导入并自动核对");
            look(page, "walk-receipts");
            assertThat(page.locator(".good").innerText()).contains("1 笔已自动对上");
        }
    }

    private void lookAtPhone(String token) {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            visitor.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/m"));
            page.getByText("我的保障").click();
            look(page, "walk-covers");
            assertThat(page.locator(".cover").innerText()).contains("住院津贴", "已缴费", "开始保障", "会费：单位工会缴了 60.00 元");
        }
    }

    /** From today on the member works in a new form of employment. */
    private void becomeCourier() throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.executeUpdate("""
                    insert into members.category (id, member, path, kind, from_on)
                    select gen_random_uuid(), m.id, m.path, 'NEW_FORM', current_date - 1
                    from enrolment.cover c join members.member m on m.id = c.member
                    join enrolment.batch b on b.id = c.batch
                    order by b.made_at desc limit 1
                    """);
            owner.commit();
        }
    }

    private void enrolHimself(String token) {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            visitor.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/m"));
            page.getByText("我要参保").click();
            look(page, "walk-own");
            press(page, "参加五送保障");
            look(page, "walk-own-covers");
            assertThat(page.locator(".cover").allInnerTexts())
                    .anySatisfy(cover -> assertThat(cover).contains("五送保障", "已缴费"));
        }
    }

    /** The template with one person in it, as a workbook. */
    private static FilePayload filled(Path template) throws IOException {
        List<String> titles;
        try (Roster roster = Roster.open(template, RosterOrder.usual())) {
            titles = roster.header().texts();
        }
        Townspeople.Townsman person = new Townspeople(77, 2026).person(4_321);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, "Test", null);
        Worksheet sheet = book.newWorksheet("名册");
        for (int place = 0; place < titles.size(); place++) {
            sheet.inlineString(0, place, titles.get(place));
            String value = switch (titles.get(place)) {
                case "姓名" -> person.name();
                case "证件号码" -> person.id().text();
                case "手机号码" -> PHONE;
                default -> "";
            };
            if (!value.isEmpty()) {
                sheet.inlineString(1, place, value);
            }
        }
        book.finish();
        return new FilePayload(
                "名册.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }
}
