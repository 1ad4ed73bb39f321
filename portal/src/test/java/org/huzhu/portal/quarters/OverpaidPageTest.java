package org.huzhu.portal.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.quarters.FeedFile;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterWork;
import org.huzhu.quarters.checks.CheckRefused;
import org.huzhu.quarters.checks.QuarterChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Who was paid too much, as the page of the last quarter of a year lists them for the office. */
@PageTest
class OverpaidPageTest {

    private final Demonstrated society;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final QuarterChecks checks;

    @TempDir
    private Path folder = Path.of("");

    OverpaidPageTest(
            @Autowired Demonstrated society,
            @Autowired QuarterDesk desk,
            @Autowired QuarterWork work,
            @Autowired QuarterChecks checks) {
        this.society = society;
        this.desk = desk;
        this.work = work;
        this.checks = checks;
    }

    /** Somebody of the office who sits there for this test alone. */
    private Caller official(Role role) {
        String path = society.post(Role.RELIEF_OFFICER).organisation().path();
        return new Caller(UUID.randomUUID(), role, Optional.of(path), Optional.empty()).fresh();
    }

    private static void as(Caller caller, Runnable task) {
        caller.scope().run(task);
    }

    private void bring(Caller officer, UUID run, Kind kind, String file) {
        try (InputStream bytes = Files.newInputStream(folder.resolve("city").resolve(file))) {
            FeedFile _ = desk.bring(officer, run, kind, bytes, Manifest.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fourth quarter of a year of which nothing else is settled, of people who hold no card here. */
    private UUID fourth(Caller officer, Caller reviewer) throws IOException {
        int year = LocalDate.now(Society.CHINA).getYear() - 3;
        City.make(CityOrder.usual(40, 9, year), folder.resolve("city"));
        UUID run = officer.scope().call(() -> desk.open(officer, new Quarter("暖互助", year, 4)));
        as(officer, () -> {
            bring(officer, run, Kind.FEED, "feed-q4.csv");
            bring(officer, run, Kind.REGISTER, "members.csv");
            int _ = desk.ask(officer, run);
        });
        work.go();
        as(officer, () -> {
            desk.warnings(officer, run).forEach(warning -> desk.see(officer, run, 1, warning.kind()));
            desk.propose(officer, run, 1);
        });
        as(reviewer, () -> desk.confirm(reviewer, run, 1));
        work.go();
        return run;
    }

    private void unfit(Caller officer, Caller reviewer, UUID run) throws IOException {
        boolean isSaid = Files.readAllLines(folder.resolve("city/members.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .anyMatch(number -> isSaid(officer, run, number));
        assertThat(isSaid).as("somebody was paid").isTrue();
        as(
                reviewer,
                () -> checks.open(reviewer, run, 10).forEach(check -> checks.confirm(reviewer, check.id(), false)));
    }

    private boolean isSaid(Caller officer, UUID run, String number) {
        try {
            as(officer, () -> checks.doubt(officer, run, number, "已退休"));
            return true;
        } catch (CheckRefused _) {
            return false;
        }
    }

    @Test
    void who_was_paid_too_much_in_a_year_without_a_later_quarter_is_listed_and_downloaded() throws IOException {
        Caller officer = official(Role.RELIEF_OFFICER);
        Caller reviewer = official(Role.OFFICE_REVIEWER);
        UUID run = fourth(officer, reviewer);
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.RELIEF_OFFICER);
            page.navigate(society.at("/w/quarters/" + run));
            assertThat(page.innerText("main")).contains("已确认").doesNotContain("待追回");
            unfit(officer, reviewer, run);
            page.reload();
            assertThat(page.innerText("main")).contains("待追回 1", "不符合条件：已退休");
            look(page, "quarter-overpaid");
            Download download = page.waitForDownload(
                    () -> page.locator("a[href$='/overpaid']").click());
            List<String> lines = Files.readAllLines(download.path());
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).contains("姓名", "待追回（元）");
            assertThat(lines.getLast()).contains("已退休", "尾号").doesNotContainPattern("\\d{9}");
        }
        try (BrowserContext phone = Pages.visitor(390, 844)) {
            Page page = society.signedIn(phone, Role.FINANCE_MAKER);
            page.navigate(society.at("/w/quarters/" + run));
            assertThat(page.innerText("main")).contains("待追回");
            look(page, "quarter-overpaid-narrow");
        }
    }
}
