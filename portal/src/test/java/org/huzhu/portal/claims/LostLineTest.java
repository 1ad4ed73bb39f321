package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.StepTaken;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.Wishes;
import org.huzhu.members.phones.Phones;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.claims.CoveredMembers.Covered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A phone loses the line while something is sent: it is done once, and what was typed and brought is there. */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostLineTest {

    private static final String NOTICE = "form[data-line] .notice[role=alert]";
    private static final String SUM = "[name='s0.cost.SELF_PAID_AFTER_INSURANCE']";
    private static final String CLAIM = ".*/m/claims/[0-9a-f-]{36}";

    private final AtomicInteger next = new AtomicInteger(1_000);
    private final Demonstrated society;
    private final CoveredMembers members;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Wishes wishes;

    private OwnClaims claims;
    private String own = "";
    private BrowserContext phone;
    private Page page;

    LostLineTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
    }

    @BeforeAll
    void open() {
        Covered covered = members.at(5);
        claims = new OwnClaims(desk, wishes, covered.member());
        claims.agree();
        own = covered.phone();
        phone = Pages.visitor(390, 844);
        phone.addCookies(
                List.of(new Cookie("huzhu", society.member(covered.phone()).token()).setUrl(society.at("/"))));
        page = phone.newPage();
    }

    @AfterAll
    void close() {
        phone.close();
    }

    /** What does not arrive. */
    enum Lost {
        REQUEST,
        REPLY,
        /** First the one, then the other. */
        BOTH
    }

    /** What whoever sent it does then. */
    enum Then {
        TAPS_AGAIN,
        LOADS_AGAIN,
        OPENS_ANEW
    }

    record Case(Lost lost, Then then) {}

    static Stream<Case> cases() {
        return Stream.concat(
                Stream.of(Lost.REQUEST, Lost.REPLY)
                        .flatMap(lost -> Arrays.stream(Then.values()).map(then -> new Case(lost, then))),
                Stream.of(new Case(Lost.BOTH, Then.TAPS_AGAIN)));
    }

    private void go(String path) {
        page.navigate(society.at(path));
    }

    /** Sends the form while the line is broken; the page stays and says so. */
    private void sendInVain(Case each, String form) {
        if (each.lost() == Lost.BOTH) {
            sendInVain(Lost.REQUEST, form);
            sendInVain(Lost.REPLY, form);
        } else {
            sendInVain(each.lost(), form);
        }
    }

    private void sendInVain(Lost lost, String form) {
        String at = page.url();
        AtomicInteger asked = new AtomicInteger();
        page.route(url -> url.contains("/m/"), route -> {
            if (route.request().method().equals("GET")) {
                route.resume();
                return;
            }
            if (lost == Lost.REPLY) {
                assertThat(route.fetch(new Route.FetchOptions().setMaxRedirects(0))
                                .status())
                        .isEqualTo(303);
            }
            asked.incrementAndGet();
            route.abort("internetdisconnected");
        });
        page.evaluate("() => document.querySelectorAll('form[data-line] .notice').forEach(each => each.remove())");
        page.locator(form + " button").last().click();
        page.locator(NOTICE).waitFor();
        page.unrouteAll();
        assertThat(asked).hasValue(1);
        assertThat(page.url()).isEqualTo(at);
        assertThat(page.innerText(NOTICE)).contains("没有网络", "再点一次");
    }

    private void send(String form) {
        page.locator(form + " button").last().click();
    }

    /** Closes what was open and comes in again, as with a phone that was started anew. */
    private void openAnew(String path) {
        page.close();
        page = phone.newPage();
        go(path);
    }

    private Map<String, String> typed() {
        int sum = next.incrementAndGet();
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(10);
        Map<String, String> words = new HashMap<>();
        words.put("[name='s0.in']", out.minusDays(4).toString());
        words.put("[name='s0.out']", out.toString());
        words.put(SUM, String.valueOf(sum));
        return words;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_claim_is_begun_once(Case each) {
        Map<String, String> words = typed();
        int before = claims.all().size();
        go("/m/claims/new/STAY");
        words.forEach(page::fill);
        sendInVain(each, "form.sheet");
        words.forEach((field, word) -> assertThat(page.inputValue(field)).isEqualTo(word));
        if (each.then() == Then.LOADS_AGAIN) {
            page.reload();
            page.locator(NOTICE).waitFor();
            words.forEach((field, word) -> assertThat(page.inputValue(field)).isEqualTo(word));
        }
        if (each.then() == Then.OPENS_ANEW) {
            openAnew("/m/claims/new");
            int drafts = page.locator("main section .door").count();
            assertThat(drafts).isEqualTo(claims.drafts());
            page.click("a[href='/m/claims/new/STAY']");
            words.forEach(page::fill);
        }
        send("form.sheet");
        page.waitForURL("**/papers");
        assertThat(claims.all()).hasSize(before + 1);
        assertThat(page.evaluate("() => Object.keys(sessionStorage).join()"))
                .asString()
                .doesNotContain("typed");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_claim_is_handed_in_once_with_all_its_papers(Case each) {
        UUID claim = claims.prepared(next.incrementAndGet());
        String at = "/m/claims/" + claim;
        go(at + "/confirm");
        sendInVain(each, "form[action$='/file']");
        boolean isDone = each.lost() != Lost.REQUEST;
        assertThat(claims.of(claim).claim().state() instanceof ClaimState.InReview)
                .isEqualTo(isDone);
        switch (each.then()) {
            case TAPS_AGAIN -> send("form[action$='/file']");
            case LOADS_AGAIN -> {
                page.reload();
                page.locator("form[action$='/file'] button, a[href='" + at + "']")
                        .first()
                        .click();
            }
            case OPENS_ANEW -> {
                openAnew("/m/claims");
                page.click("main a[href='" + at + "']");
                if (!isDone) {
                    page.click("a.main");
                    send("form[action$='/file']");
                }
            }
        }
        page.waitForURL(url -> url.matches(CLAIM));
        CaseFile file = claims.of(claim);
        assertThat(file.claim().state()).isInstanceOf(ClaimState.InReview.class);
        assertThat(file.steps()).extracting(StepTaken::what).containsExactly(StepTaken.What.ENTERED);
        assertThat(file.papers()).hasSize(claims.papers());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_card_is_changed_once(Case each) {
        CardNumber card = CardNumber.withCheckDigit("622202%012d".formatted(next.incrementAndGet()));
        String end = card.digits().substring(card.digits().length() - 4);
        int before = members.told(claims.member(), "card/");
        society.forgetMessages();
        go("/m/card");
        entered(card);
        sendInVain(each, "form[action='/m/card']");
        assertThat(page.inputValue("[name=number]")).isEqualTo(card.digits());
        switch (each.then()) {
            case TAPS_AGAIN -> {}
            case LOADS_AGAIN -> page.reload();
            case OPENS_ANEW -> openAnew("/m/card");
        }
        boolean isDone = each.lost() == Lost.REPLY;
        if (each.then() != Then.TAPS_AGAIN) {
            assertThat(page.inputValue("[name=number]")).isEmpty();
            assertThat(page.innerText("main").contains(end)).isEqualTo(isDone);
            enter(card);
            if (!isDone) {
                send("form[action='/m/card']");
                page.locator("[name=code]").waitFor();
                page.fill("[name=code]", society.lastCode(own));
            }
        }
        send("form[action='/m/card']");
        page.waitForURL("**/m/pay");
        assertThat(page.innerText("main")).contains(end);
        assertThat(members.told(claims.member(), "card/")).isEqualTo(before + 1);
    }

    /** The number, and the code that is sent to his phone then. */
    private void entered(CardNumber card) {
        enter(card);
        send("form[action='/m/card']");
        page.locator("[name=code]").waitFor();
        page.fill("[name=code]", society.lastCode(own));
    }

    private void enter(CardNumber card) {
        page.fill("[name=number]", card.digits());
        if (page.locator("[name=consent][type=checkbox]").count() > 0) {
            page.check("[name=consent][type=checkbox]");
        }
    }

    @Test
    void a_paper_of_which_the_last_reply_was_lost_is_there_once() {
        UUID claim = claims.begun(next.incrementAndGet());
        go("/m/claims/" + claim + "/papers");
        AtomicInteger asked = new AtomicInteger();
        page.route("**/finish", route -> {
            if (asked.incrementAndGet() == 1) {
                assertThat(route.fetch().status()).isEqualTo(200);
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        String tile = "li.paper:has(input[value=" + PaperKind.RECEIPT + "])";
        page.setInputFiles(tile + " input[type=file]", new FilePayload("照片.jpg", "image/jpeg", Photos.photo()));
        page.locator(tile + " .thumb").waitFor();
        page.unrouteAll();
        assertThat(asked).hasValue(2);
        assertThat(claims.of(claim).papers()).hasSize(1);
    }

    @Test
    void what_is_refused_is_said_in_place_and_a_society_that_is_busy_loses_nothing() {
        go("/m/card");
        page.route("**/m/card", route -> {
            if (route.request().method().equals("POST")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("text/html; charset=utf-8")
                        .setBody("<main id=main><p class=notice>请过一会儿再试</p></main>"));
            } else {
                route.resume();
            }
        });
        enter(CardNumber.withCheckDigit("622202000000000009"));
        send("form[action='/m/card']");
        page.locator(NOTICE).waitFor();
        assertThat(page.innerText(NOTICE)).isEqualTo("请过一会儿再试");
        assertThat(page.inputValue("[name=number]")).isNotEmpty();
        look(page, "line-busy");
        page.unrouteAll();
        page.fill("[name=number]", "6222 0298 7654 3210 121");
        send("form[action='/m/card']");
        page.locator("[aria-invalid=true]").waitFor();
        assertThat(page.innerText("main")).contains("卡号不对");
        assertThat(page.inputValue("[name=number]")).isEqualTo("6222 0298 7654 3210 121");
    }
}
