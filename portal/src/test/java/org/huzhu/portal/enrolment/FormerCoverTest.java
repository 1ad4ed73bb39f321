package org.huzhu.portal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demonstration has cover that runs, and has had for five years; each was enrolled and paid when it began. */
@PageTest
class FormerCoverTest {

    /** Of a member of the first unit; no other test sends him a code. */
    private static final String PHONE = "13800000004";

    private static final String RUNNING = """
            select count(distinct c.plan) from enrolment.cover c
            where enrolment.standing(c.state, c.batch) = 'IN_FORCE' and c.from_on <= ?::date and c.until_on > ?::date
            """;

    private static final String FILED_LATE = """
            select count(*) from enrolment.cover c join enrolment.batch b on b.id = c.batch
            join contributions.billing g on g.batch = b.id
            where enrolment.standing(c.state, c.batch) = 'IN_FORCE'
                and (b.confirmed_at::date >= c.from_on or g.paid_on >= c.from_on)
                and c.from_on < ?::date
            """;

    private static final String NOT_YET_THERE = """
            select count(*) from enrolment.cover c
            where c.from_on <= ?::date and not exists (
                select from members.employment e where e.member = c.member and e.from_on <= c.from_on)
            """;

    private static final String UNEARNED = """
            select count(*) from contributions.billing g
            where g.state = 'PAID' and g.covered_from < ?::date and g.earned_on is distinct from g.covered_from
            """;

    private final Demonstrated society;
    private final Server server;
    private final Clock clock;
    private final LocalDate today;

    FormerCoverTest(@Autowired Demonstrated society, @Autowired Server server, @Autowired Clock clock) {
        this.society = society;
        this.server = server;
        this.clock = clock;
        this.today = LocalDate.ofInstant(clock.instant(), Society.CHINA);
    }

    @Test
    void all_usual_plans_are_in_force_today_and_were_in_each_of_five_years() throws SQLException {
        for (int year = 0; year < 5; year++) {
            LocalDate day = today.minusYears(year).minusDays(1);
            assertThat(number(RUNNING, day, day)).as(day.toString()).isGreaterThanOrEqualTo(year == 4 ? 1 : 5);
        }
        assertThat(number(RUNNING, today, today)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void what_is_over_carries_the_days_of_then() throws SQLException {
        assertThat(number(FILED_LATE, today)).isZero();
        assertThat(number(UNEARNED, today)).isZero();
        assertThat(number(NOT_YET_THERE, today)).as("enrolled before he came").isZero();
        assertThat(Duration.between(clock.instant(), Instant.now()).abs())
                .as("the clock of the society was let go")
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_member_sees_on_his_phone_cover_that_runs() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            String token = society.member(PHONE).token();
            visitor.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/m/covers"));
            look(page, "covers-running");
            assertThat(page.locator(".cover.holds h2").allInnerTexts())
                    .anySatisfy(title -> assertThat(title).contains("意外伤害"));
        }
    }

    @Test
    void the_district_shows_what_it_collected_in_the_years_of_its_cover() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(society.at("/w/targets?year=" + (today.getYear() - 1)));
            look(page, "targets-former");
            assertThat(page.locator("tbody").innerText())
                    .contains("东城区总工会", "2.5")
                    .doesNotContain("0.0%");
        }
    }

    private long number(String query, LocalDate... days) throws SQLException {
        try (Connection owner = server.connectOwner();
                PreparedStatement statement = owner.prepareStatement(query)) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            for (int i = 0; i < days.length; i++) {
                statement.setObject(i + 1, days[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
