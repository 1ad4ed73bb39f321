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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
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
    private int clicks;

    EnrolmentPagesTest(@Autowired Demonstrated society) {
        this.society = society;
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
            click(page.locator("main form button").last());
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
            click(page.locator("main form button").last());
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
            page.locator("main form button").last().click();
            while (page.locator("#progress").count() > 0) {
                page.getByText("刷新").click();
            }

            assertThat(page.locator(".counts").innerText()).contains("有误");
            page.getByText("不办了").click();
            assertThat(page.url()).isEqualTo(society.at("/w/enrolments"));
        }
    }
}
