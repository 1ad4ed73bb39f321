package org.huzhu.portal.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.notices.Notice;
import org.huzhu.notices.Outbox;
import org.huzhu.notices.Template;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.staff.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a member was told, on his phone, with scripts and without. */
@PageTest
class MessagesPageTest {

    private final Demonstrated society;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final JdbcClient database;

    MessagesPageTest(
            @Autowired Demonstrated society,
            @Autowired Outbox outbox,
            @Autowired TransactionOperations transactions,
            @Autowired JdbcClient database) {
        this.society = society;
        this.outbox = outbox;
        this.transactions = transactions;
        this.database = database;
    }

    /** Tells the member of a claim and of cover, in this order. */
    private void tell(UUID member) {
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ -> {
                    String path = database.sql("select path::text from members.member where id = :id")
                            .param("id", member)
                            .query(String.class)
                            .single();
                    outbox.tell(new Notice(
                            "page/1/" + member,
                            member,
                            path,
                            Template.CLAIM_WITHDRAWN,
                            Map.of("number", "2026-77"),
                            Optional.empty()));
                    outbox.tell(new Notice(
                            "page/2/" + member,
                            member,
                            path,
                            Template.CLAIM_APPROVED,
                            Map.of("number", "2026-78", "sum", "1,200.00"),
                            Optional.of("/m/covers")));
                }));
    }

    private Page signedIn(BrowserContext visitor, Session.Opened opened) {
        visitor.addCookies(List.of(new Cookie("huzhu", opened.token()).setUrl(society.at("/"))));
        return visitor.newPage();
    }

    @Test
    void a_member_sees_what_is_new_and_follows_it_with_one_tap_even_without_scripts() {
        Session.Opened opened = society.member("13800000015");
        UUID member = opened.session().holder();
        try (BrowserContext visitor = Pages.withoutScripts(390, 844)) {
            Page page = signedIn(visitor, opened);
            page.navigate(society.at("/m/messages"));
            tell(member);

            page.navigate(society.at("/m"));
            assertThat(page.locator(".door .tag").innerText()).isEqualTo("2 条未读");
            page.getByText("2 条未读").click();
            assertThat(page.locator(".told li").first().innerText())
                    .contains("新", "您的申请2026-78已通过。互助金1,200.00元，将打到您的卡上。");
            assertThat(page.locator(".told li.new").count()).isEqualTo(2);

            page.getByText("您的申请2026-78已通过").click();
            assertThat(page.url()).isEqualTo(society.at("/m/covers"));
            page.navigate(society.at("/m/messages"));
            assertThat(page.locator(".told li.new").count()).isZero();
            page.navigate(society.at("/m"));
            assertThat(page.locator(".door .tag").count()).isZero();
        }
    }

    @Test
    void the_list_can_be_read_by_all_and_fits() {
        Session.Opened opened = society.member("13800000016");
        tell(opened.session().holder());
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = signedIn(visitor, opened);
            page.navigate(society.at("/m"));
            look(page, "messages-home");
            page.navigate(society.at("/m/messages"));
            look(page, "messages");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void whoever_looks_after_the_member_sees_what_he_was_told_and_whether_he_has_seen_it() {
        UUID member = society.member("13800000017").session().holder();
        tell(member);
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            visitor.addCookies(List.of(
                    new Cookie("huzhu", society.token(society.post(Role.AGENCY_HANDLER))).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/w/members/" + member));
            assertThat(page.locator("main").innerText()).contains("告诉过会员", "您的申请2026-77已撤回", "会员还没看");
            look(page, "messages-staff");
        }
    }

    @Test
    void what_did_not_reach_a_member_waits_for_whoever_can_call_him() {
        UUID member = society.member("13800000018").session().holder();
        tell(member);
        Scope.ofSystem().run(() -> transactions.executeWithoutResult(_ -> giveUp(member)));
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            visitor.addCookies(List.of(
                    new Cookie("huzhu", society.token(society.post(Role.AGENCY_HANDLER))).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/w"));
            page.getByText("没有送到的消息").click();
            assertThat(page.locator(".rows").innerText()).contains("您的申请2026-78已通过", "短信", "对方不收");
            look(page, "messages-undelivered");
            page.locator(".rows a").first().click();
            assertThat(page.url()).isEqualTo(society.at("/w/members/" + member));
        }
    }

    private void giveUp(UUID member) {
        database.sql("""
                insert into notices.delivery (notice, channel, member, path, due_at, state, done_at, trouble)
                select n.number, 'SMS', n.member, n.path, n.told_at, 'GIVEN_UP', n.told_at, 'REFUSED'
                from notices.notice n where n.event = 'page/2/' || :member
                on conflict (notice, channel) do update
                set state = 'GIVEN_UP', done_at = excluded.done_at, trouble = 'REFUSED'
                """).param("member", member.toString()).update();
    }
}
