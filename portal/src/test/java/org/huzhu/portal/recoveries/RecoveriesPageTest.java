package org.huzhu.portal.recoveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is claimed back comes in parts; the rest is written off by one who asks and another who confirms. */
@PageTest
class RecoveriesPageTest {

    private static final String CLAIM = """
            insert into claims.claim (id, number, member, unit, path, channel, kind, facts, state, entered_by,
                entered_at, filed_at, complete_on, due_on, decided_at)
            select gen_random_uuid(), 'HZ2026-99999999', gen_random_uuid(), gen_random_uuid(), f.path, 'OWN', 'STAY',
                   '',
                   'APPROVED', 'x', now(), now(), current_date, current_date, now()
            from (select path from ledger.fund order by code limit 1) f
            """;

    private static final String RECOVERY = """
            insert into claims.recovery (id, claim, path, member, entered_by, decision, fund, asked_fen, asked_on,
                until)
            select gen_random_uuid(), c.id, c.path, c.member, c.entered_by, 1,
                   (select id from ledger.fund order by code limit 1), 48000, current_date, current_date + 30
            from claims.claim c where c.number = 'HZ2026-99999999'
            """;

    private final Demonstrated society;
    private final Server server;

    @Autowired
    RecoveriesPageTest(Demonstrated society, Server server) {
        this.society = society;
        this.server = server;
    }

    private void claimBack() throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.executeUpdate(CLAIM);
            statement.executeUpdate(RECOVERY);
            owner.commit();
        }
    }

    @Test
    void one_takes_in_a_part_and_asks_another_writes_off_the_rest() throws SQLException {
        claimBack();
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.FINANCE_MAKER);
            page.locator("nav a[href='/w/recoveries']").click();
            look(page, "recoveries");
            page.locator("[name=yuan]").first().fill("1000");
            press(page, "登记收回");
            assertThat(page.locator("[role=alert]").innerText()).contains("不超过待收回的余额");
            page.locator("[name=yuan]").first().fill("180");
            press(page, "登记收回");
            assertThat(page.locator("main").innerText()).contains("待收回 ¥300");
            page.getByText("申请核销余额").first().click();
            page.locator("[name=reason]").first().fill("本人确有困难");
            press(page, "提交申请");
            look(page, "recoveries-asked");
            assertThat(page.locator("main").innerText()).contains("本人确有困难");
        }
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = society.signsIn(visitor, Role.FINANCE_CHECKER);
            page.navigate(society.at("/w/recoveries"));
            look(page, "recoveries-confirm");
            press(page, "确认核销");
            assertThat(page.locator("main").innerText()).contains("没有待追回的款项");
        }
    }
}
