package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.members.phones.Phones;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.claims.CoveredMembers.Covered;
import org.huzhu.staff.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The bank gave the money back; the member puts it right on his phone. */
@PageTest
class OwnCardPageTest {

    /** T-M5 of those who count taps: from the notice to another card. */
    private static final int TAPS_TO_CHANGE = 4;

    private static final CardNumber CARD = CardNumber.withCheckDigit("622202987654321012");

    private final Demonstrated society;

    private final CoveredMembers members;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private Wishes wishes;

    private int taps;

    OwnCardPageTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
    }

    private void tap(Page page, String selector) {
        page.locator(selector).first().click();
        taps++;
    }

    private UUID givenBack(UUID member) {
        Caller self = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(20);
        Event stay = new Event.Stay(
                "1",
                Event.Person.MEMBER,
                out.minusDays(4),
                out,
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.ofYuan(4_000))),
                Set.of());
        UUID claim = UUID.randomUUID();
        self.scope().run(() -> {
            wishes.consent(self, member, Purpose.MEDICAL, "1", "同意");
            var _ = desk.begin(self, claim, new Telling(member, ClaimKind.STAY, Optional.empty(), Facts.of(stay)));
            for (PaperKind kind : PaperKind.needed(List.of(stay))) {
                UUID _ = desk.add(self, claim, kind, "照片.jpg", new ByteArrayInputStream(Photos.photo()));
            }
            desk.file(self, claim, desk.caseFile(self, claim).claim().version());
        });
        pass(Role.AGENCY_HANDLER, claim);
        pass(Role.OFFICE_REVIEWER, claim);
        members.giveBack(claim);
        return claim;
    }

    private void pass(Role role, UUID claim) {
        var post = society.post(role);
        Caller caller = new Caller(
                members.account(post.login()),
                role,
                Optional.of(post.organisation().path()),
                Optional.empty());
        caller.scope().run(() -> {
            CaseFile file = desk.caseFile(caller, claim);
            review.pass(
                    caller,
                    claim,
                    new Seen(file.claim().version(), file.assessment().due()));
        });
    }

    @Test
    void what_the_bank_gave_back_goes_to_another_card_in_four_taps() {
        Covered covered = members.at(2);
        UUID claim = givenBack(covered.member());
        Session.Opened opened = society.member(covered.phone());
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            visitor.addCookies(List.of(new Cookie("huzhu", opened.token()).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/m/claims/" + claim));
            look(page, "card-0-progress");
            tap(page, "a[href='/m/card']");
            assertThat(page.innerText("main")).contains("银行退回", "已经销户", "****");
            look(page, "card-1-form");
            page.locator("[name=number]").fill("6222 0298 7654 3210 121");
            page.locator("[name=consent]").check();
            taps++;
            page.locator("main form button").click();
            page.locator("[aria-invalid=true]").waitFor();
            assertThat(page.innerText("main")).contains("卡号不对");
            look(page, "card-2-mistyped");
            page.locator("[name=number]").fill(CARD.digits());
            page.locator("[name=consent]").check();
            society.forgetMessages();
            tap(page, "main form button");
            page.getByText("已发到尾号 " + covered.phone().substring(7)).waitFor();
            mistypedCode(page);
            page.locator("[name=code]").fill(society.lastCode(covered.phone()));
            tap(page, "main form button");
            page.waitForURL(society.at("/m/pay"));
            look(page, "card-3-pay");
            String end = CARD.digits().substring(CARD.digits().length() - 4);
            assertThat(page.innerText("main")).contains("核对新卡", end).doesNotContain(CARD.digits());
            assertThat(taps).isLessThanOrEqualTo(TAPS_TO_CHANGE);
            page.navigate(society.at("/m/messages"));
            assertThat(page.innerText("main")).contains("收款卡已改为尾号" + end);
        }
    }

    private static void mistypedCode(Page page) {
        page.locator("[name=code]").fill("000000");
        page.locator("main form button").click();
        page.getByText("验证码不对").waitFor();
        look(page, "card-2-code");
    }
}
