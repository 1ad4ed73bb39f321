package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.members.phones.Phones;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.portal.claims.CoveredMembers.Covered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Photos over a bad line, and photos that nobody can read. */
@PageTest
class PhotosPageTest {

    private static final String RECEIPT = "li.paper:has(input[value=RECEIPT])";

    private final Demonstrated society;

    private final CoveredMembers members;

    @Autowired
    private ClaimDesk desk;

    PhotosPageTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.members = new CoveredMembers(database, transactions, phones);
    }

    private UUID begun(UUID member) {
        Caller self = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(30);
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
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.ofYuan(900))),
                Set.of());
        Claim claim = self.scope()
                .call(() -> desk.begin(
                        self,
                        UUID.randomUUID(),
                        new Telling(member, ClaimKind.STAY, Optional.empty(), Facts.of(stay))));
        return claim.id();
    }

    @Test
    void what_breaks_off_goes_on_by_itself_and_a_photo_that_nobody_can_read_is_taken_again() {
        Covered covered = members.at(4);
        UUID claim = begun(covered.member());
        try (BrowserContext phone = Pages.visitor(390, 844)) {
            String token = society.member(covered.phone()).token();
            phone.addCookies(List.of(new Cookie("huzhu", token).setUrl(society.at("/"))));
            Page page = phone.newPage();
            page.navigate(society.at("/m/claims/" + claim + "/papers"));
            AtomicInteger pieces = new AtomicInteger();
            page.route("**/uploads/*?from=*", route -> {
                if (pieces.incrementAndGet() % 2 == 1) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            bring(page, RECEIPT, "照片.png", Photos.large());
            page.locator(RECEIPT + " .thumb").waitFor();
            assertThat(pieces.get()).as("pieces, each of them tried twice").isGreaterThan(3);

            page.unroute("**/uploads/*?from=*");
            bring(page, RECEIPT, "照片.jpg", Photos.blurred());
            page.locator(RECEIPT + " .thumb .wrong").waitFor();
            look(page, "photo-blurred");
            bring(page, RECEIPT + " .thumb", "照片.jpg", Photos.photo());
            page.locator(RECEIPT + ":not(:has(.wrong))").waitFor();
            assertThat(page.locator(RECEIPT + " .thumb").count()).isEqualTo(2);

            bring(page, RECEIPT, "文件.exe", new byte[] {1, 2, 3});
            page.locator(RECEIPT + " [role=status].wrong").waitFor();
            assertThat(page.locator(RECEIPT + " [role=status]").innerText()).isNotBlank();
        }
    }

    private static void bring(Page page, String within, String name, byte[] bytes) {
        String kind = name.endsWith("png") ? "image/png" : "image/jpeg";
        page.locator(within + " input[type=file]").last().setInputFiles(new FilePayload(name, kind, bytes));
    }
}
