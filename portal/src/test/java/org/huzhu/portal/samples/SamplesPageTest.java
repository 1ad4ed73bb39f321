package org.huzhu.portal.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.claims.promptness.Reminding;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor draws, finds, and closes what another has mended; whoever is late is told. */
@PageTest
class SamplesPageTest {

    private static final String APPROVED = """
            insert into claims.claim (id, number, member, unit, path, channel, kind, facts, state, entered_by,
                entered_at, filed_at, complete_on, due_on, decided_at)
            select gen_random_uuid(), 'HZ2026-88888888', gen_random_uuid(), gen_random_uuid(), f.path, 'OWN', 'STAY',
                   '', 'APPROVED', 'x', now(), now(), current_date, current_date, now()
            from (select path from ledger.fund order by code limit 1) f
            """;

    private static final String LATE = """
            insert into claims.claim (id, number, member, unit, path, channel, kind, facts, state, entered_by,
                entered_at, filed_at, complete_on, due_on, step, turn, turn_since)
            select gen_random_uuid(), 'HZ2026-88888887', gen_random_uuid(), gen_random_uuid(), f.path, 'OWN', 'STAY',
                   '', 'FILED', 'x', now(), now(), current_date - 30, current_date - 14, 'OFFICE', f.path, now()
            from (select path from ledger.fund order by code limit 1) f
            """;

    private final Demonstrated society;
    private final Reminding reminding;
    private final Server server;

    @Autowired
    SamplesPageTest(Demonstrated society, Reminding reminding, Server server) {
        this.society = society;
        this.reminding = reminding;
        this.server = server;
    }

    /** It has no facts: nobody may come upon it. */
    @AfterEach
    void takeAway() throws SQLException {
        lay("delete from claims.reminder r using claims.claim c where c.id = r.claim and c.number = 'HZ2026-88888887'");
        lay("delete from claims.claim where number = 'HZ2026-88888887'");
    }

    private void lay(String claim) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.executeUpdate(claim);
            owner.commit();
        }
    }

    private void drawnAndFound() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.locator("nav a[href='/w/samples']").click();
            page.locator("[name=size]").fill("500");
            press(page, "抽取");
            look(page, "samples-drawn");
            var drawn = page.locator("section.entry:has-text('HZ2026-88888888')");
            assertThat(drawn.count()).isOne();
            drawn.locator("summary").click();
            drawn.locator("[name=found]").fill("出院日期与病历不符");
            drawn.locator("[name=owner]").selectOption("OFFICE");
            drawn.locator("[name=until]")
                    .fill(LocalDate.now(Society.CHINA).plusDays(10).toString());
            drawn.locator("button.quiet").click();
            assertThat(page.locator("main").innerText()).contains("由办事处审批整改");
        }
    }

    /** The office finds that it has something to mend, and says what it did. */
    private void mends(String sees, String says) {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signedIn(visitor, Role.OFFICE_REVIEWER);
            page.navigate(society.at("/w/samples"));
            assertThat(page.locator("main").innerText()).contains(sees);
            page.locator("[name=done]").first().fill(says);
            press(page, "答复");
            look(page, "samples-mended");
        }
    }

    @Test
    void an_auditor_draws_and_finds_the_office_mends_and_the_auditor_closes() throws SQLException {
        lay(APPROVED);
        drawnAndFound();
        mends("待整改", "已补病历，重新核定");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.navigate(society.at("/w/samples"));
            assertThat(page.locator("main").innerText()).contains("已补病历，重新核定");
            page.getByText("答复不够，退回").click();
            page.locator("[name=why]").fill("缺出院小结");
            press(page, "退回重办");
            look(page, "samples-sent-back");
        }
        mends("退回：缺出院小结", "已补出院小结");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.navigate(society.at("/w/samples"));
            assertThat(page.locator("main").innerText()).contains("已补出院小结");
            press(page, "确认整改，关闭");
            assertThat(page.locator("main").innerText()).contains("没有待整改的问题");
            page.locator("main a[href='/w/claims/rules']").click();
            look(page, "samples-rules");
            assertThat(page.locator("main").innerText()).contains("代办处初审 → 办事处审批 → 办事处再审", "20,000.00");
        }
    }

    @Test
    void an_officer_for_plans_looks_at_a_rule_beside_what_holds_before_he_sets_it() {
        LocalDate from = LocalDate.now(Society.CHINA).plusYears(3);
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.PLAN_OFFICER);
            page.navigate(society.at("/w/claims/rules"));
            page.locator("main a[href='/w/claims/rules/new']").click();
            look(page, "routing-form");
            page.locator("[name=from]").fill(LocalDate.now(Society.CHINA).toString());
            page.locator("[name=second]").fill("30000");
            press(page, "先看一下");
            look(page, "routing-sure");
            assertThat(page.locator("main").innerText()).contains("20,000.00", "30,000.00", "现在的规则", "新的规则");
            press(page, "确认办理");
            assertThat(page.locator("main").innerText()).contains("最早从明天起");
            page.locator("[name=from]").fill(from.toString());
            press(page, "先看一下");
            press(page, "确认办理");
            assertThat(page.locator("main").innerText()).contains(from + " 起", "30,000.00");
        }
    }

    @Test
    void what_is_past_its_day_is_told_to_the_next_tier_and_shown_by_its_age() throws SQLException {
        lay(LATE);
        assertThat(reminding.look()).isPositive();
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AUDITOR);
            page.navigate(society.at("/w"));
            page.locator("a.tile[href='/w/promptness']").click();
            look(page, "promptness");
            assertThat(page.locator("main").innerText()).contains("HZ2026-88888887", "已经过期", "超过 10 个");
        }
    }
}
