package org.huzhu.portal.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.database.Server;
import org.huzhu.members.Wishes;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.proofs.Addresses.Row;
import org.huzhu.portal.proofs.Things.Thing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What holds for every page, wide and narrow, plain and large: it can be read by a screen reader, hit with a finger,
 * fits its window, and is light.
 */
@PageTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {

    /** Addresses that are asked but show no page of their own. */
    private static final Set<String> NO_PAGE = Set.of(
            "/error",
            "/w/sso",
            "/w/sso/back",
            "/w/login/changed",
            "/setup",
            "/m/me/copy",
            "/m/bind",
            "/w/identity",
            "/w/quarters/{id}/rejects",
            "/w/quarters/{id}/overpaid",
            "/w/checks/list",
            "/w/enrolments/template",
            "/w/enrolments/{id}/errors",
            "/w/gaps/list",
            "/w/enrolments/{id}/form.pdf",
            "/w/enrolments/{id}/roster.pdf",
            "/w/enrolments/{id}/roster.xlsx",
            "/w/enrolments/{id}/roster.csv",
            "/w/covers/{id}.pdf",
            "/w/bills/{id}/notice.pdf",
            "/w/payments/batches/{id}/file",
            "/m/claims/{id}/papers/{id}/{id}",
            "/w/claims/next",
            "/w/claims/{id}/papers/{id}/{id}",
            "/w/claims/{id}/papers/{id}/original",
            "/w/claims/{id}/papers",
            "/w/claims/{id}/print.pdf",
            "/w/bills/{id}/receipt.pdf",
            "/m/covers/print.pdf");

    private static final List<Role> ROLES = List.of(
            Role.AGENCY_HANDLER, Role.AGENCY_REVIEWER, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.PLAN_OFFICER);

    private static final int WIDE = 1366;
    private static final int HIGH = 768;

    private static final int MEMBERS_BUDGET = 60_000;
    private static final int STAFF_BUDGET = 120_000;
    private static final int ROWS_MAX = 1_000;

    /** What is too small for a finger: a link within a sentence is as high as the sentence. */
    private static final String TOO_SMALL = """
            least => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a')]
                .map(each => each.matches('[type=radio], [type=checkbox]') ? each.closest('label') : each)
                .filter(each => each.checkVisibility({checkVisibilityCSS: true}))
                .filter(each => !(each.matches('a') && getComputedStyle(each).display === 'inline'))
                .map(each => [each, each.getBoundingClientRect()])
                .filter(([each, box]) => box.right > 0 && (box.height < least || box.width < least))
                .map(([each, box]) => `${each.tagName} ${each.textContent.trim()} ${box.width}x${box.height}`)
            """;

    private static final String STANDING_OUT = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
                .filter(each => each.getBoundingClientRect().right > innerWidth)
                .map(each => each.outerHTML.slice(0, 120))
            """;

    private final Demonstrated society;
    private final Things things;
    private final Access access;

    /** One for each of those who look, for all that he looks at. */
    private final Map<String, Page> pages = new HashMap<>();

    /** Of scripts and styles, which the pages share, how many bytes each is. */
    private final Map<String, Integer> parts = new HashMap<>();

    EveryPageTest(
            @Autowired Demonstrated society,
            @Autowired Server server,
            @Autowired Wishes wishes,
            @Autowired PlanDesk plans,
            @Autowired ClaimDesk claims,
            @Autowired Access access)
            throws Exception {
        this.society = society;
        this.access = access;
        things = new Things(server);
        PlanDrafts.lay(society, plans);
        FiledClaims.lay(society.member("13800000014").session().holder(), claims, wishes);
        UUID member = UUID.fromString(things.all("member").getFirst().id());
        Caller caller = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        caller.scope().run(() -> wishes.ask(caller, member, "手机", "换了号码"));
    }

    @AfterAll
    void leave() {
        pages.values().forEach(page -> page.context().close());
    }

    @TestFactory
    Stream<DynamicTest> every_page_can_be_read_and_hit_and_fits_and_is_light() {
        return Addresses.read().rows().stream()
                .filter(row -> row.method().equals("GET") && !NO_PAGE.contains(row.address()))
                .map(row -> DynamicTest.dynamicTest(row.address(), () -> assertGood(row)));
    }

    private void assertGood(Row row) throws Exception {
        String address = row.address();
        Shown shown = opened(row);
        Page page = shown.page();
        try {
            assertLight(shown, address);
            assertThat(page.locator("tr, li").count()).as("rows of " + address).isLessThan(ROWS_MAX);
            Demonstrated.look(page, "every" + address.replaceAll("[/{}]+", "-"));
            assertHit(page, address, 44);
            page.setViewportSize(320, 800);
            assertFits(page, address);
            page.context().addCookies(List.of(new Cookie("elder", "1").setUrl(society.at("/"))));
            page.setViewportSize(390, 844);
            page.reload();
            assertThat(page.locator("html.elder").count()).as("is large").isOne();
            assertFits(page, address + " in large signs");
            assertHit(page, address + " in large signs", 60);
            if (!address.startsWith("/w/")) {
                Demonstrated.look(page, "every" + address.replaceAll("[/{}]+", "-") + "-elder");
            }
        } finally {
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("elder"));
            page.setViewportSize(WIDE, HIGH);
        }
    }

    private static void assertFits(Page page, String address) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("points by which %s stands out to the right: %s", address, page.evaluate(STANDING_OUT))
                .isEqualTo(0);
    }

    private static void assertHit(Page page, String address, int least) {
        assertThat((List<?>) page.evaluate(TOO_SMALL, least))
                .as("what is too small for a finger on " + address)
                .isEmpty();
    }

    /** The page and all that it brings with it, as it goes over the line. */
    private void assertLight(Shown shown, String address) {
        Page page = shown.page();
        assertThat(shown.kept()).as("what the browser keeps of " + address).isEqualTo("no-store");
        int sum = shown.bytes();
        for (Object part : (List<?>) page.evaluate(
                "performance.getEntriesByType('resource').filter(e => /js|css/.test(e.name)).map(e => e.name)")) {
            sum += parts.computeIfAbsent(
                    String.valueOf(part),
                    each -> packed(page.request().get(each).body()));
        }
        assertThat(sum).as("bytes of " + address).isLessThan(address.startsWith("/w") ? STAFF_BUDGET : MEMBERS_BUDGET);
    }

    private static int packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream pack = new GZIPOutputStream(out)) {
            pack.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }

    /**
     * A page in the browser.
     *
     * @param bytes of it alone, as they go over the line
     * @param kept what it says of being kept
     */
    private record Shown(Page page, int bytes, String kept) {}

    /** The page as the first who may see it sees it. */
    private Shown opened(Row row) throws Exception {
        List<Thing> objects = objects(row);
        List<String> tried = new ArrayList<>();
        for (String who : who(row)) {
            for (Thing thing : objects) {
                if (!mayTry(who, row, thing)) {
                    continue;
                }
                String query = row.form().isEmpty() ? "" : "?" + row.form().replace("{id}", thing.id());
                String address =
                        society.at(row.address().replace("{id}", thing.id()).replace("{what}", "phone") + query);
                // Only what is shown is opened: to ask costs a hundredth of a page.
                Page page = pages.computeIfAbsent(who, this::page);
                APIResponse answer =
                        page.request().get(address, RequestOptions.create().setMaxRedirects(0));
                if (answer.status() == 200) {
                    page.navigate(address);
                    assertThat(page.url()).isEqualTo(address);
                    return new Shown(
                            page, packed(answer.body()), answer.headers().getOrDefault("cache-control", ""));
                }
                tried.add(who + " " + answer.status());
                answer.dispose();
            }
        }
        throw new AssertionError("Nobody sees %s: %s".formatted(row.address(), tried));
    }

    /** Whom the table allows nothing of the kind is not asked for. */
    private boolean mayTry(String who, Row row, Thing thing) {
        if (!row.isGuarded() || !row.address().startsWith("/w")) {
            return true;
        }
        Role role = Role.valueOf(who);
        Caller caller = new Caller(
                new UUID(0, 0),
                role,
                Optional.of(society.post(role).organisation().path()),
                Optional.empty());
        String path = row.object().equals("place") ? caller.path().orElseThrow() : thing.path();
        return access.allows(caller, operation(row.who()), path);
    }

    private static Operation operation(String title) {
        return Stream.of(Operation.values())
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<Thing> objects(Row row) throws SQLException {
        if (row.address().equals("/join/{id}")) {
            return things.all("organisation");
        }
        if (row.address().startsWith("/plans/")) {
            return things.all(row.address().startsWith("/plans/versions") ? "version" : "plan");
        }
        return Set.of("place", "-").contains(row.object()) ? List.of(new Thing("", "")) : things.all(row.object());
    }

    private static List<String> who(Row row) {
        if (row.who().equals("open")) {
            return List.of("");
        }
        return row.address().startsWith("/m")
                ? List.of("member")
                : ROLES.stream().map(Role::name).toList();
    }

    private Page page(String who) {
        BrowserContext visitor = Pages.visitor(WIDE, HIGH);
        if (who.equals("member")) {
            signIn(visitor, society.member("13800000014").token());
        } else if (!who.isEmpty()) {
            Role role = Role.valueOf(who);
            signIn(visitor, society.token(society.post(role)));
            prove(visitor, society.code(role).orElse(Demonstrated.PASSWORD));
        }
        return visitor.newPage();
    }

    private void signIn(BrowserContext visitor, String token) {
        visitor.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
    }

    /** Some pages are shown only to who has just proved that it is he. */
    private void prove(BrowserContext visitor, String proof) {
        Page page = visitor.newPage();
        page.navigate(society.at("/w/step-up"));
        page.locator("[name=proof]").fill(proof);
        page.locator("main button").first().click();
        page.waitForURL(society.at("/w"));
        page.close();
    }
}
