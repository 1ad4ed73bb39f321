package org.huzhu.portal.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huzhu.access.Role;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms on paper: each is reached by one click, and its PDF says what the page says. */
@PageTest
class PrintPagesTest {

    private static final String COVERED = """
            select m.id, m.phone_sealed from members.member m join enrolment.cover c on c.member = m.id
            where m.phone_sealed is not null and enrolment.standing(c.state, c.batch) = 'IN_FORCE'
              and m.merged_into is null and c.plan = '住院津贴'
              and not exists (select from members.member o where o.phone_index = m.phone_index and o.id <> m.id)
            order by m.id limit 1
            """;

    private final Demonstrated society;
    private final Server server;
    private final Secrets secrets;

    PrintPagesTest(@Autowired Demonstrated society, @Autowired Server server, @Autowired Secrets secrets) {
        this.society = society;
        this.server = server;
        this.secrets = secrets;
    }

    /** A batch that is paid, as a reviewer of the office sees it. */
    private Page paidBatch(BrowserContext visitor) {
        Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
        page.navigate(society.at("/w/enrolments"));
        page.locator("tr:has-text('已缴费'):has-text('住院医疗') a").first().click();
        return page;
    }

    /** What the PDF of the page says; it is kept in {@code target/screens}, and the same when it is asked for again. */
    private static String pdf(Page page, String name) throws IOException {
        APIResponse answer = page.request().get(page.url() + ".pdf");
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        byte[] bytes = answer.body();
        Path screens = Files.createDirectories(Path.of("target/screens"));
        Files.write(screens.resolve(name + ".pdf"), bytes);
        assertThat(page.request().get(page.url() + ".pdf").body()).isEqualTo(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void print(Page page, String name) {
        page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target/screens", name + "-browser.pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
    }

    private static List<String> values(Page page) {
        return page.locator(".printout dd").allInnerTexts();
    }

    @Test
    void the_form_of_a_batch_says_unit_number_plans_and_sum() throws IOException {
        try (BrowserContext visitor = Pages.visitor(1366, 900)) {
            Page page = paidBatch(visitor);
            String number = page.locator("h1")
                    .innerText()
                    .replaceAll(".*(C\\d+).*", "$1")
                    .strip();
            page.getByText("打印参保单").click();
            look(page, "print-form");
            print(page, "print-form");

            String said = page.locator("main").innerText();
            assertThat(said).contains("职工互助保障参保单", number, "住院津贴", "大写", "盖章", "办事处");
            String pdf = pdf(page, "print-form");
            assertThat(pdf).contains(number, "住院津贴", "住院医疗", "盖章", "第 1 页，共 1 页");
            assertThat(pdf.replaceAll("\\s", "")).contains(values(page).getFirst(), capitals(page));
        }
    }

    /** The sum in capitals, as it stands on the page. */
    private static String capitals(Page page) {
        return page.locator(".printout div:has(> dt:text-is('人民币大写')) dd").innerText();
    }

    @Test
    void the_roster_names_each_and_leads_to_his_certificate() throws IOException {
        try (BrowserContext visitor = Pages.visitor(1366, 900)) {
            Page page = paidBatch(visitor);
            page.getByText("打印名册").click();
            look(page, "print-roster");
            print(page, "print-roster");
            List<String> names = page.locator("tbody a").allInnerTexts();
            String pdf = pdf(page, "print-roster");
            assertThat(names).isNotEmpty();
            assertThat(pdf)
                    .contains(names.stream().filter(PrintPagesTest::isCommon).toList())
                    .contains("********")
                    .doesNotContainPattern("\\d{17}");
            exports(page, names);

            page.locator("tbody a").first().click();
            look(page, "print-certificate");
            assertThat(page.locator("main").innerText()).contains("参保凭证", names.getFirst(), "****");
            assertThat(pdf(page, "print-certificate")).contains("参保凭证", names.getFirst());
        }
    }

    /** Whether all its signs are among the first 65,536, as all are that every font has. */
    private static boolean isCommon(String name) {
        return name.codePoints().allMatch(Character::isBmpCodePoint);
    }

    private static void exports(Page page, List<String> names) throws IOException {
        Download text = page.waitForDownload(() -> page.getByText("导出 CSV").click());
        assertThat(Files.readString(text.path(), UTF_8)).startsWith("\uFEFF").contains(names);
        Download book = page.waitForDownload(() -> page.getByText("导出 Excel").click());
        assertThat(book.suggestedFilename()).endsWith(".xlsx");
        assertThat(Files.size(book.path())).isPositive();
    }

    @Test
    void a_bill_is_printed_as_its_notice_and_once_paid_as_its_receipt() throws IOException {
        try (BrowserContext visitor = Pages.visitor(1366, 900)) {
            Page page = paidBatch(visitor);
            page.locator(".rows a.number").first().click();
            String bill = page.url();
            page.getByText("打印缴费通知单").click();
            look(page, "print-notice");
            String reference =
                    page.locator("header .number").innerText().replace("编号", "").strip();
            assertThat(pdf(page, "print-notice")).contains("会费缴费通知单", reference, "住院津贴");

            page.navigate(bill);
            page.getByText("打印收据").click();
            look(page, "print-receipt");
            assertThat(page.locator("main").innerText()).contains(reference, "财务专用章");
            String pdf = pdf(page, "print-receipt").replaceAll("\\s", "");
            assertThat(pdf)
                    .contains("会费收据", reference, capitals(page), values(page).getFirst());
        }
    }

    @Test
    void a_member_prints_his_own_certificate_from_his_phone() throws IOException, SQLException {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            String token = society.member(phone()).token();
            visitor.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/m/covers"));
            page.getByText("打印参保凭证").click();
            look(page, "print-own");
            assertThat(page.locator("main").innerText()).contains("参保凭证", "住院津贴", "****");
            assertThat(pdf(page, "print-own").replaceAll("\\s", ""))
                    .contains(values(page).getFirst(), "住院津贴");
        }
    }

    /** Of somebody under cover for hospital cash who alone has his phone. */
    private String phone() throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            try (ResultSet rows = statement.executeQuery(COVERED)) {
                assertThat(rows.next()).as("somebody under cover has a phone").isTrue();
                UUID id = rows.getObject(1, UUID.class);
                byte[] sealed = rows.getBytes(2);
                return Scope.ofSystem().call(() -> secrets.open(Field.PHONE, id, sealed));
            }
        }
    }
}
