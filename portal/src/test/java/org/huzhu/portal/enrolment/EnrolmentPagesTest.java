package org.huzhu.portal.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.kernel.Sex;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.roster.Roster;
import org.huzhu.roster.RosterOrder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a unit's own roster to people who are enrolled, in a real browser; the clicks are counted. */
@PageTest
class EnrolmentPagesTest {

    private static final Townspeople PEOPLE = new Townspeople(31, 2026);

    private final Demonstrated society;
    private final Server server;
    private int clicks;

    EnrolmentPagesTest(@Autowired Demonstrated society, @Autowired Server server) {
        this.society = society;
        this.server = server;
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    private void choose(Page page, String selector, FilePayload file) {
        clicks++;
        page.locator(selector).setInputFiles(file);
    }

    /** The one plan that is chosen; the first time somebody chooses, later it stands there as it was. */
    private static void only(Page page, String plan) {
        page.locator("[name=plan]").all().forEach(Locator::uncheck);
        page.locator("[name=plan][value=" + plan + "]").check();
    }

    /** Grown people with the given indexes; the first so many have a number that is wrong. */
    private static FilePayload roster(int from, int count, int wrong) {
        String rows = IntStream.range(from, 100_000)
                .mapToObj(PEOPLE::person)
                .filter(person -> person.id().birthDate().getYear() > 1972
                        && person.id().birthDate().getYear() < 2004)
                .limit(count)
                .map(person -> person.name() + "," + person.id().text())
                .collect(Collectors.joining("\n"));
        String text = rows.lines()
                .map(new java.util.function.UnaryOperator<String>() {
                    private int at;

                    @Override
                    public String apply(String line) {
                        return at++ < wrong ? line.substring(0, line.length() - 2) : line;
                    }
                })
                .collect(Collectors.joining("\n", "员工姓名,身份证\n", "\n"));
        return new FilePayload("在职名单.csv", "text/csv", text.getBytes(UTF_8));
    }

    @Test
    void five_hundred_people_are_enrolled_in_four_clicks() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            look(page, "home-enrol");
            click(page.getByText("导入参保名册"));
            look(page, "enrol");
            only(page, "住院津贴");
            choose(page, "input[name=file]", roster(20_000, 500, 0));
            click(page.getByText("上传并核对"));
            page.locator("main .counts").waitFor();
            look(page, "enrol-look");
            assertThat(page.locator("main").innerText()).contains("500", "新参保", "30,000.00");
            click(page.getByText("确认参保 500 人"));

            assertThat(page.locator("h1").innerText()).containsAnyOf("审核中", "待缴费");
            assertThat(clicks).isEqualTo(4);
        }
    }

    @Test
    void twenty_wrong_rows_are_corrected_in_seven_clicks() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            click(page.getByText("导入参保名册"));
            only(page, "住院津贴");
            choose(page, "input[name=file]", roster(5_000, 100, 20));
            click(page.getByText("上传并核对"));
            page.locator("main .counts").waitFor();
            look(page, "enrol-wrong");
            assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(20);
            Download errors = page.waitForDownload(() -> click(page.getByText("下载有误的行")));
            assertThat(rows(errors.path())).isEqualTo(20);
            choose(page, "input[name=file]", roster(5_000, 20, 0));
            click(page.getByText("上传并核对"));
            page.getByText("确认参保 100 人").waitFor();
            click(page.getByText("确认参保 100 人"));

            assertThat(page.locator("h1").innerText()).containsAnyOf("审核中", "待缴费");
            assertThat(clicks).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void last_years_list_with_thirty_joiners_and_leavers_is_renewed_in_six_clicks() throws SQLException {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            enrolLastYear(page);
            clicks = 0;
            click(page.getByText("导入参保名册"));
            look(page, "renew");
            assertThat(page.locator("[name=plan]:checked").count())
                    .as("the plan that ends stands there")
                    .isOne();
            click(page.getByText("按上一期名单续保（60 人）"));
            page.locator("main .counts").waitFor();
            look(page, "renew-look");
            assertThat(page.locator(".counts").innerText()).contains("60", "续保");
            String confirm = page.locator("form[action$=confirm] button").innerText();
            choose(page, "input[name=file]", changes());
            click(page.getByText("上传并核对"));
            page.getByText("不再续").first().waitFor();
            look(page, "renew-changed");
            assertThat(page.locator(".counts").innerText()).contains("45", "15");
            assertThat(page.locator("form[action$=confirm] button").innerText())
                    .as("fifteen have come, fifteen have left")
                    .isEqualTo(confirm);
            click(page.getByText(confirm));

            assertThat(page.locator("h1").innerText()).containsAnyOf("审核中", "待缴费");
            assertThat(clicks).isLessThanOrEqualTo(6);
        }
    }

    private void enrolLastYear(Page page) throws SQLException {
        page.getByText("导入参保名册").click();
        only(page, "女工特疾");
        page.locator("input[name=file]").setInputFiles(women(0, 60, ""));
        page.getByText("上传并核对").click();
        page.getByText("确认参保 60 人").click();
        page.navigate(society.at("/w"));
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.executeUpdate("""
                    update enrolment.batch
                    set state = 'STARTED', turn = null, confirmed_by = 'x', confirmed_at = now(), paid_on = current_date
                    where id = (select id from enrolment.batch order by made_at desc limit 1)
                    """);
            statement.executeUpdate("""
                    update enrolment.cover
                    set from_on = from_on - 365, until_on = from_on, since_on = since_on - 365
                    where plan = '女工特疾' and batch = (select id from enrolment.batch order by made_at desc limit 1)
                    """);
            owner.commit();
        }
    }

    /** Fifteen who come, fifteen who leave. */
    private static FilePayload changes() {
        String leave = new String(women(0, 15, ",减").buffer, UTF_8);
        String come = new String(women(60, 15, ",增").buffer, UTF_8);
        String all = leave + come.substring(come.indexOf('\n') + 1);
        return new FilePayload("变动.csv", "text/csv", all.getBytes(UTF_8));
    }

    private static FilePayload women(int after, int count, String more) {
        String rows = IntStream.range(40_000, 100_000)
                .mapToObj(PEOPLE::person)
                .filter(person -> person.id().sex() == Sex.FEMALE
                        && person.id().birthDate().getYear() > 1972
                        && person.id().birthDate().getYear() < 2004)
                .skip(after)
                .limit(count)
                .map(person -> person.name() + "," + person.id().text() + more)
                .collect(Collectors.joining("\n", "员工姓名,身份证" + (more.isEmpty() ? "" : ",变动") + "\n", "\n"));
        return new FilePayload("女工.csv", "text/csv", rows.getBytes(UTF_8));
    }

    @Test
    void one_who_is_hired_is_enrolled_without_a_file() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            Townspeople.Townsman hired = PEOPLE.person(3);
            page.navigate(society.at("/w/enrolments/new"));
            page.getByText("只报一个人").click();
            only(page, "住院津贴");
            page.locator("[name=name]").fill(hired.name());
            page.locator("[name=paper]").fill(hired.id().text());
            look(page, "enrol-one");
            page.getByText("核对").last().click();
            look(page, "enrol-one-look");
            assertThat(page.locator(".counts").innerText()).contains("新参保", "60.00");
            page.locator(".counts a").first().click();
            page.getByText("不参加").last().click();

            assertThat(page.locator(".counts").innerText()).contains("不再续");
            page.getByText("不办了").click();
        }
    }

    @Test
    void a_bundle_is_chosen_by_its_name() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/enrolments/new"));
            page.getByText("三位一体").click();
            look(page, "enrol-bundle");

            assertThat(page.locator("[name=plan]:checked").all())
                    .extracting(box -> box.getAttribute("value"))
                    .containsExactlyInAnyOrder("住院津贴", "重大疾病", "意外伤害");
            assertThat(page.locator("[name=tier-意外伤害]").inputValue()).isEqualTo("50元档");
        }
    }

    private static int rows(Path file) {
        int count = 0;
        try (Roster roster = Roster.open(file, RosterOrder.usual())) {
            while (roster.next().isPresent()) {
                count++;
            }
        }
        return count;
    }

    @Test
    void a_roster_is_brought_without_scripts() {
        try (BrowserContext visitor = Pages.withoutScripts(1366, 768)) {
            Page page = society.signsIn(visitor, Role.UNIT_HANDLER);
            page.navigate(society.at("/w/enrolments/new"));
            only(page, "住院津贴");
            page.locator("input[name=file]").setInputFiles(roster(9_000, 10, 1));
            page.getByText("上传并核对").click();
            while (page.locator("#progress").count() > 0) {
                page.getByText("刷新").click();
            }

            assertThat(page.locator(".counts").innerText()).contains("有误");
            page.getByText("不办了").click();
            assertThat(page.url()).isEqualTo(society.at("/w/enrolments"));
        }
    }
}
