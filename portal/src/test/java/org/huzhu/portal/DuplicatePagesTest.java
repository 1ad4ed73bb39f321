package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Newcomer;
import org.huzhu.members.Paper;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries of one person, side by side in a real browser. */
@PageTest
class DuplicatePagesTest {

    private static final String NAME = "重复人";

    private final Demonstrated society;
    private final MemberRegister register;
    private final UnionTree tree;
    private final Server server;

    @Autowired
    DuplicatePagesTest(Demonstrated society, MemberRegister register, UnionTree tree, Server server) {
        this.society = society;
        this.register = register;
        this.tree = tree;
        this.server = server;
    }

    private void admitTwice() {
        String path = society.post(Role.AGENCY_HANDLER).organisation().path();
        Caller caller = new Caller(UUID.randomUUID(), Role.AGENCY_HANDLER, Optional.of(path), Optional.empty());
        caller.scope().run(() -> {
            List<Organisation> units = tree.search("工会", 50).stream()
                    .filter(each -> each.tier() == Tier.UNIT && each.closedOn().isEmpty())
                    .limit(2)
                    .toList();
            for (Organisation unit : units) {
                register.admit(
                        caller,
                        unit.id(),
                        new Newcomer(
                                new PersonName(NAME),
                                new Paper.Resident(IdNumber.parse("110105198503011246")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                LocalDate.of(2024, 1, 1)));
            }
        });
    }

    /** As if everybody had just shown a code of his authenticator. */
    private void proveAll() throws SQLException {
        try (Connection runner = server.connectRunner();
                Statement prove = runner.createStatement()) {
            runner.setAutoCommit(false);
            Scope.ofSystem().tell(runner);
            prove.execute("update staff.session set stepped_at = now()");
            runner.commit();
        }
    }

    private static Locator block(Page page) {
        return page.locator(".block").filter(new Locator.FilterOptions().setHasText(NAME));
    }

    @Test
    void a_person_who_was_admitted_twice_is_joined_for_a_reason_and_parted_again() throws SQLException {
        admitTwice();
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.AGENCY_HANDLER);
            proveAll();
            page.navigate(society.at("/w/duplicates"));
            assertThat(block(page).innerText()).contains("110***********1246", "证件号相同");
            assertThat(page.content()).doesNotContain("110105198503011246");
            look(page, "duplicates");

            block(page).getByLabel("保留这一条").first().check();
            block(page).getByLabel("理由").fill("同一人在两个单位登记");
            block(page)
                    .getByText("合并", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("撤销合并").first().waitFor();
            assertThat(block(page).count()).isZero();
            look(page, "duplicates-merged");

            page.getByText("撤销合并").first().click();
            page.getByLabel("理由").last().fill("合并错了");
            press(page, "撤销合并");
            page.waitForURL(society.at("/w/duplicates"));
            assertThat(block(page).count()).isEqualTo(1);
        }
    }

    @Test
    void whoever_may_not_join_entries_sees_them_and_is_told_who_may() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.POINT_HANDLER);
            page.navigate(society.at("/w/duplicates"));

            assertThat(page.locator("main").innerText()).contains("由上一级办理");
            assertThat(page.getByLabel("理由").count()).isZero();
        }
    }
}
